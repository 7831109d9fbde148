using System.Text;
using System.Text.Json;
using Adapters.Generator.Model;

namespace Adapters.Generator.Tests.Reference;

/// <content>Values that hold no others.</content>
internal sealed partial class ReferenceReader
{
    private const int LongestId = 36;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private string Scalar(JsonPart part, TypeRef type) => type.Kind switch
    {
        TypeKind.Text => ValueText.Text(Text(part)),
        TypeKind.Bool => ValueText.Bool(Bool(part)),
        TypeKind.Int =>
            Whole(part, 1) is >= int.MinValue and <= int.MaxValue and var value ? ValueText.Whole(value) : throw Unfit(part),
        TypeKind.Long => ValueText.Whole(Whole(part, 1)),
        TypeKind.Decimal => Decimal(part),
        TypeKind.TimeS => ValueText.Time(Whole(part, 1_000_000_000)),
        TypeKind.TimeMs => ValueText.Time(Whole(part, 1_000_000)),
        TypeKind.TimeUs => ValueText.Time(Whole(part, 1_000)),
        TypeKind.TimeNs => ValueText.Time(Whole(part, 1)),
        TypeKind.Symbol or TypeKind.Asset => Text(part) is { Length: > 0 } name ? ValueText.Text(name) : throw Unfit(part),
        TypeKind.OrderId or TypeKind.ClientOrderId or TypeKind.TradeId => ValueText.Text(Id(part)),
        TypeKind.Json => Json(part),
        TypeKind.Enum => EnumValue(part, Enum(type)),
        TypeKind.TimeIso when part.Kind == JsonTokenType.String =>
            ValueText.Time(IsoMoment.Parse(Text(part)) ?? throw Unfit(part)),
        _ => throw Unfit(part),
    };

    // Missing, null or empty text.
    private static bool IsAbsent(JsonPart part) =>
        part.Kind == JsonTokenType.Null || (part.Kind == JsonTokenType.String && part.Raw.IsEmpty);

    private static bool IsUnless(JsonPart part, FieldModel field)
    {
        if (field.Unless.All(static none => none is "" or "null"))
        {
            return false;
        }

        switch (field.Type!.Kind)
        {
            case TypeKind.Decimal:
                var number = Number(part) ?? throw Unfit(part);
                return field.Unless.Any(none => none == "<0" ? number.Digits.Sign < 0 : number.Is(none));
            case TypeKind.Int or TypeKind.Long or TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs:
                return Number(part) is { } whole && field.Unless.Any(whole.Is);
            default:
                var text = field.Type.Kind == TypeKind.Enum ? EnumText(part) : Text(part);
                return field.Unless.Any(none => none == text);
        }
    }

    private static bool IsConstant(JsonPart part, string constant) => part.Kind switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray => false,
        JsonTokenType.String => Text(part) == constant,
        _ => Encoding.ASCII.GetString(part.Raw) == constant,
    };

    /// <summary>Text, or a number's digits.</summary>
    private static string Text(JsonPart part)
    {
        switch (part.Kind)
        {
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(part.Raw);
            case JsonTokenType.String:
                try
                {
                    var reader = new Utf8JsonReader(part.Whole);
                    reader.Read();
                    return reader.GetString()!;
                }
                catch (InvalidOperationException)
                {
                    throw new Refusal(part.Place, "no Unicode");
                }

            default:
                throw Unfit(part);
        }
    }

    private static bool Bool(JsonPart part) => part.Kind switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when Text(part).Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        JsonTokenType.String when Text(part).Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        _ => throw Unfit(part),
    };

    private static string Decimal(JsonPart part)
    {
        var number = Number(part) ?? throw Unfit(part);
        return number.Decimal() is { } exact ? ValueText.Exact(exact.Mantissa, exact.Scale) : ValueText.Beyond(number.Text);
    }

    private string Level(JsonPart part)
    {
        if (part.Kind != JsonTokenType.StartArray)
        {
            throw new Refusal(part.Place, "no array");
        }

        var values = new List<string>();
        foreach (var (_, item) in part.Items)
        {
            if (values.Count == 2)
            {
                Whole(item!);
                continue;
            }

            // The domain's level holds decimals, not their texts.
            var exact = (Number(item!) ?? throw Unfit(item!)).Decimal() ?? throw Unfit(item!);
            values.Add(ValueText.Exact(exact.Mantissa, exact.Scale));
        }

        Whole(part);
        return values.Count == 2 ? ValueText.List(values) : throw new Refusal(part.Place, "no price and quantity");
    }

    private static long Whole(JsonPart part, long unit) => Number(part)?.Whole(unit) ?? throw Unfit(part);

    // In a text there may be blanks around a number.
    private static ExactNumber? Number(JsonPart part) => part.Kind switch
    {
        JsonTokenType.Number => ExactNumber.Parse(Text(part)),
        JsonTokenType.String => ExactNumber.Parse(Text(part).Trim(' ', '\t')),
        _ => throw Unfit(part),
    };

    private static string Id(JsonPart part) =>
        Text(part) is { Length: > 0 and <= LongestId } id && id.All(static c => c is >= ' ' and <= '~') ? id : throw Unfit(part);

    private string Json(JsonPart part)
    {
        Whole(part);
        try
        {
            return ValueText.Json(Utf8.GetString(part.Whole));
        }
        catch (DecoderFallbackException)
        {
            throw new Refusal(part.Place, "no Unicode");
        }
    }

    private static string EnumText(JsonPart part) => part.Kind switch
    {
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => Text(part),
    };

    private static string EnumValue(JsonPart part, EnumModel item)
    {
        var text = EnumText(part);
        var values = item.Values.ToList();
        return text.Length > 0 ? ValueText.Enum(values.FindIndex(value => value.Wire == text), text) : throw Unfit(part);
    }

    private static Refusal Unfit(JsonPart part) => new(part.Place, $"no fit: {part.Kind}");
}
