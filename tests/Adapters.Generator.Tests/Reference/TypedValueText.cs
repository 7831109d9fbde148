using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using Adapters.Domain;
using Adapters.Generator.Model;
using Adapters.Wire;

namespace Adapters.Generator.Tests.Reference;

/// <summary>Writes down what the kernel read, by the properties that the specification names and each as its type, so
/// that nothing of generated or kernel code stands between the value and the comparison.</summary>
internal sealed class TypedValueText(ReferenceReader specification)
{
    private static readonly ConcurrentDictionary<(Type, string), PropertyInfo> Properties = [];

    public string Of(object? value, TypeRef type) => value is null ? ValueText.Absent : type.Kind switch
    {
        TypeKind.Text => ValueText.Text((string)value),
        TypeKind.Bool => ValueText.Bool((bool)value),
        TypeKind.Int => ValueText.Whole((int)value),
        TypeKind.Long => ValueText.Whole((long)value),
        TypeKind.Decimal => Number((Number)value),
        TypeKind.Symbol => ValueText.Text(((Symbol)value).Name),
        TypeKind.Asset => ValueText.Text(((Asset)value).Code),
        TypeKind.OrderId => ValueText.Text(((OrderId)value).ToString()),
        TypeKind.ClientOrderId => ValueText.Text(((ClientOrderId)value).ToString()),
        TypeKind.TradeId => ValueText.Text(((TradeId)value).ToString()),
        TypeKind.Json => ValueText.Json(((JsonText)value).ToString()),
        TypeKind.Enum => ValueText.Enum((int)Property(value, "Index")!, ((IWireText)value).Text),
        TypeKind.Level => ValueText.List([Exact(((Level)value).Price), Exact(((Level)value).Quantity)]),
        TypeKind.List => ValueText.List(((IEnumerable)value).Cast<object>().Select(item => Of(item, type.Element!))),
        TypeKind.Map => Map((IDictionary)value, type.Element!),
        TypeKind.Record => Record(value, specification.Record(type)),
        _ => ValueText.Time(((Timestamp)value).UnixNanoseconds),
    };

    private string Record(object value, RecordModel record)
    {
        if (!record.IsUnion)
        {
            return ValueText.Record(record.Fields.Where(static field => field.Role == FieldRole.Value)
                .Select(field => (field.Property!, Of(Property(value, field.Property!), field.Type!))));
        }

        var json = new TypeRef(TypeKind.Json);
        var held = record.Fields.Select(field => (Name: field.Property!, Text: Of(Property(value, field.Property!), field.Type!)))
            .Append((Name: "Unknown", Text: Of(Property(value, "Unknown"), json)))
            .Where(static member => member.Text != ValueText.Absent);
        return ValueText.Record([("Case", Property(value, "Case")!.ToString()!), .. held]);
    }

    private string Map(IDictionary map, TypeRef element) => ValueText.Record(map.Keys.Cast<string>()
        .Order(StringComparer.Ordinal).Select(key => (key, Of(map[key], element))));

    private static string Number(Number number) =>
        number.TryGet(out var value) ? Exact(value) : ValueText.Beyond(number.ToString());

    private static string Exact(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        var isNegative = bits[3] < 0;
        return isNegative && mantissa.IsZero
            ? "negative zero"
            : ValueText.Exact(isNegative ? -mantissa : mantissa, (bits[3] >> 16) & 0xFF);
    }

    private static object? Property(object value, string name) => Properties.GetOrAdd(
        (value.GetType(), name),
        static key => key.Item1.GetProperty(key.Item2)
            ?? throw new InvalidOperationException($"{key.Item1} has no {key.Item2}.")).GetValue(value);
}
