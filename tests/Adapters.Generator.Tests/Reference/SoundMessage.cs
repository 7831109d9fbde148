using System.Globalization;
using System.Text;
using Adapters.Generator.Model;

namespace Adapters.Generator.Tests.Reference;

/// <summary>Makes messages as the specification describes them: what samples do not show is met too. Plain ones are as the
/// venue writes them; loose ones, which are right too, have other orders and forms.</summary>
internal sealed class SoundMessage(ReferenceReader specification, Random random, bool isLoose)
{
    private const int Deepest = 5;

    private static readonly string[] Texts = ["BTCUSDT", "NEVERSEEN", "x-7", "UTC", "币安人生", "ABCDEFGHIJKLMNOPQRS"];
    private static readonly string[] Moments =
    [
        "\"2026-11-24T14:30:05.123456789Z\"", "\"2026-11-24\"", "\"2024-02-29 23:59\"", "\"2026-11-24T14:30:05-0800\"",
        "\"1969-12-31T23:59:59.5+01:30\"",
        "\"2026-11-24t14:30:05.1230000000z\"", "\"2262-04-11T23:47:16.854775807\"", "\"1677-09-21T00:12:43.145224192Z\"",
    ];

    private static readonly string[] Json = ["null", "7", "\"x\"", "[1,{\"a\":null}]", "{\"a\":[]}"];

    private static readonly string[] LooseWholes =
        ["\"{0}\"", "{0}.0", "\" {0}\"", "\"{0}.\"", "\"+{0}\"", "\"00{0}\"", "{0}00e-2", "\"{0}.000e0\"", "-0", "\"0.0e9\"", "-{0}"];

    private static readonly string[] LooseLevels =
        ["0", "7", "1e-8", "\" 5.10\\t\"", "\"+.5\"", "\"5.\"", "-0.00", "\"12345678901234567890.12345678\""];

    private static readonly string[] LooseDecimals =
    [
        "0", "-0.00", "7", "1e-8", "\"1E+3\"", "\" 5.10\\t\"", "\"+.5\"", "\"5.\"", "\"0005.10\"", "-12345678901234567890.12345678",
        "\"79228162514264337593543950335\"", "79228162514264337593543950336", "\"-1e40\"", "\"1.0000000000000000000000000000000000\"",
        "\"0.00000000000000000000000000001\"", "12345678.123456789012345678901", "\"123456789.12345678\"", "\"0.1234567890123456\"",
    ];

    private readonly StringBuilder _text = new();

    /// <summary>A message of a type.</summary>
    public static byte[] Of(TypeRef type, ReferenceReader specification, Random random, bool isLoose = false)
    {
        var message = new SoundMessage(specification, random, isLoose);
        message.Value(type, 0);
        return Encoding.UTF8.GetBytes(message._text.ToString());
    }

    private void Value(TypeRef type, int depth)
    {
        switch (type.Kind)
        {
            case TypeKind.Record when IsOdd() && specification.Record(type).Form is RecordForm.Object or RecordForm.OneOf or RecordForm.Has:
                Between('[', ']', Enumerable.Range(0, 1), _ => Record(specification.Record(type), depth));
                break;
            case TypeKind.Record:
                Record(specification.Record(type), depth);
                break;
            case TypeKind.List when IsOdd() && type.Element!.Kind != TypeKind.Level:
                Value(type.Element, depth + 1);
                break;
            case TypeKind.List:
                Between('[', ']', Enumerable.Range(0, Length(type, depth)), _ => Value(type.Element!, depth + 1));
                break;
            case TypeKind.Map:
                Between('{', '}', Enumerable.Range(0, random.Next(4)), i =>
                {
                    _text.Append(CultureInfo.InvariantCulture, $"\"k{i}\":");
                    Value(type.Element!, depth + 1);
                });
                break;
            case TypeKind.Level:
                Between('[', ']', Enumerable.Range(0, 2), _ => _text.Append(
                    isLoose && random.Next(8) == 0 ? LooseLevels[random.Next(LooseLevels.Length)] : Quoted(Decimal())));
                break;
            default:
                _text.Append(isLoose && random.Next(3) == 0 ? LooseScalar(type) : Scalar(type));
                break;
        }
    }

    // Some lists of levels are longer than the memory that they begin with.
    private int Length(TypeRef list, int depth) =>
        list.Element!.Kind == TypeKind.Level && random.Next(16) == 0 ? random.Next(30, 70)
        : depth > Deepest ? 0 : random.Next(depth == 0 ? 1 : 0, 4);

    private bool IsOdd() => isLoose && random.Next(16) == 0;

    private void Record(RecordModel record, int depth)
    {
        switch (record.Form)
        {
            case RecordForm.Object:
                var fields = record.Fields.Where(field => !field.IsOptional || random.Next(4) > 0).ToArray();
                if (isLoose && random.Next(2) == 0)
                {
                    random.Shuffle(fields);
                }

                Between('{', '}', IsOdd() ? [.. fields, .. fields.Take(1)] : fields, field =>
                {
                    _text.Append(IsOdd() ? "\"new\":[{}]," : "");
                    _text.Append(Quoted(field.WireNames[random.Next(field.WireNames.Count)])).Append(':');
                    Field(field, depth);
                });
                break;
            case RecordForm.Tuple:
                Between('[', ']', record.Fields, field => Field(field, depth));
                break;
            case RecordForm.Tagged:
                Between('[', ']', record.Fields.Where(_ => random.Next(3) == 0), field => Value(field.Type!, depth + 1));
                break;
            case RecordForm.OneOf or RecordForm.Has when random.Next(8) == 0:
                _text.Append("{\"new\":\"one\"}");
                break;
            default:
                Value(record.Fields[random.Next(record.Fields.Count)].Type!, depth);
                break;
        }
    }

    private void Field(FieldModel field, int depth)
    {
        if (field.Role == FieldRole.Value && (!field.IsOptional || random.Next(8) > 0))
        {
            Value(field.Type!, depth + 1);
            return;
        }

        _text.Append(field.Role switch
        {
            FieldRole.Constant => Quoted(field.Constant!),
            FieldRole.Ignored => Json[random.Next(Json.Length)],
            _ when field.Unless.FirstOrDefault(static none => none is not ("" or "null")) is { } none && random.Next(2) == 0 =>
                Unless(none, field.Type!.Kind),
            _ => random.Next(2) == 0 ? "null" : "\"\"",
        });
    }

    private static string Unless(string none, TypeKind kind) => none == "<0" ? "\"-1.00\"" : kind switch
    {
        TypeKind.Decimal => $"\"{none}.00000000\"",
        TypeKind.Int or TypeKind.Long or TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs => none,
        _ => Quoted(none),
    };

    private string Scalar(TypeRef type) => type.Kind switch
    {
        TypeKind.Bool => random.Next(2) == 0 ? "true" : "false",
        TypeKind.Int => Digits(random.Next(1, 8)),
        TypeKind.Long => Digits(random.Next(1, 17)),
        TypeKind.Decimal => Quoted(Decimal()),
        TypeKind.TimeS => "17641500" + random.Next(10, 100),
        TypeKind.TimeMs => "17641500" + random.Next(10_000, 100_000),
        TypeKind.TimeUs => "17641500" + random.Next(10_000_000, 100_000_000),
        TypeKind.TimeNs => "1764150012345" + random.Next(100_000, 1_000_000),
        TypeKind.TimeIso => Moments[random.Next(Moments.Length)],
        TypeKind.OrderId or TypeKind.ClientOrderId or TypeKind.TradeId => random.Next(2) == 0 ? "\"x-A6SIDXVS\"" : Digits(9),
        TypeKind.Json => Json[random.Next(Json.Length)],
        TypeKind.Enum when random.Next(8) > 0 && specification.Enum(type).Values is { Count: > 0 } values =>
            Quoted(values[random.Next(values.Count)].Wire),
        _ => Quoted(Texts[random.Next(Texts.Length)]),
    };

    private string LooseScalar(TypeRef type)
    {
        var text = Scalar(type);
        var plain = text.Trim('"');
        return type.Kind switch
        {
            TypeKind.Bool => Quoted(random.Next(2) == 0 ? text : "tr\\u0055E"),
            TypeKind.Decimal => LooseDecimals[random.Next(LooseDecimals.Length)],
            TypeKind.Int or TypeKind.Long or TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs =>
                string.Format(CultureInfo.InvariantCulture, LooseWholes[random.Next(LooseWholes.Length)], text),
            TypeKind.Json => text,
            _ => $"\"\\u{(int)plain[0]:x4}{plain[1..]}\"",
        };
    }

    private string Decimal() => random.Next(4) switch
    {
        0 => "0.00000000",
        1 => Digits(random.Next(1, 12)) + "." + Digits(random.Next(1, 12)),
        _ => Digits(random.Next(1, 7)) + "." + random.Next(10_000_000, 100_000_000).ToString(CultureInfo.InvariantCulture),
    };

    private string Digits(int count) =>
        random.NextInt64((long)Math.Pow(10, count - 1), (long)Math.Pow(10, count)).ToString(CultureInfo.InvariantCulture);

    private void Between<T>(char opens, char closes, IEnumerable<T> items, Action<T> write)
    {
        _text.Append(opens);
        var isFirst = true;
        foreach (var item in items)
        {
            _text.Append(isFirst ? "" : ",");
            isFirst = false;
            write(item);
        }

        _text.Append(closes);
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
