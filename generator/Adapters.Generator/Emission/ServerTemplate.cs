using System.Globalization;
using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>Records and enums of the server's side: what a venue fills in and writes.</summary>
internal static class ServerTemplate
{
    /// <summary>The texts of an enum.</summary>
    public static void Enum(CodeWriter code, EnumModel item)
    {
        code.Line();
        code.Doc($"Texts of {item.Name}.");
        code.Open($"public static class {item.Name}");
        foreach (var value in item.Values)
        {
            code.Doc($"<c>{CodeWriter.Xml(value.Wire)}</c>");
            code.Line($"public const string {value.Member} = {CodeWriter.Literal(value.Wire)};");
        }
        code.Close();
    }

    /// <summary>A record that writes itself, keys in the venue's order.</summary>
    public static void Record(CodeWriter code, RecordModel record, WireModel wire, Lookup lookup)
    {
        code.Line();
        code.Doc($"A {record.Name} as the venue writes it.{(record.Docs is null ? "" : $" <see href=\"{CodeWriter.Xml(record.Docs)}\"/>")}");
        code.Open($"public sealed class {record.Name} : IServerRecord<{record.Name}>");
        foreach (var field in record.Fields) Property(code, record, field, lookup);
        ServerFillTemplate.Write(code, record, lookup);
        code.Line("/// <inheritdoc/>");
        code.Open("public void Write(Utf8JsonWriter w)");
        if (record.Form == RecordForm.Tagged) Tagged(code, record);
        else if (record.IsUnion) Union(code, record, wire, lookup);
        else Fields(code, record, wire, lookup);
        code.Close();
        code.Close();
    }

    private static void Property(CodeWriter code, RecordModel record, FieldModel field, Lookup lookup)
    {
        if (field.Role == FieldRole.Constant) return;
        var isIgnored = field.Role == FieldRole.Ignored;
        code.Doc($"<c>{CodeWriter.Xml(field.WireNames[0])}</c>{(isIgnored ? ", which adapters skip; JSON" : ", " + TypeText.Words(field.Type!))}.");
        var isOptional = isIgnored || field.IsOptional;
        var name = isIgnored ? IgnoredName(record, field) : field.Property;
        var type = isIgnored ? "string" : Name(field.Type!, lookup);
        code.Line($"public {(isOptional ? "" : "required ")}{type}{(isOptional ? "?" : "")} {name} {{ get; init; }}");
    }

    /// <summary>The property that holds the JSON of an ignored field.</summary>
    // B and b may both be ignored: the place among the fields tells them apart.
    public static string IgnoredName(RecordModel record, FieldModel field)
    {
        if (record.Form == RecordForm.Tuple) return "Raw" + field.WireNames[0];
        var name = "Raw" + Names.Pascal(field.WireNames[0]);
        var place = record.Fields.TakeWhile(other => other != field).Count();
        var isTaken = record.Fields.Take(place).Any(other => other.Role == FieldRole.Ignored && "Raw" + Names.Pascal(other.WireNames[0]) == name)
            || record.Fields.Any(other => other.Property == name) || name == record.Name;
        return isTaken ? name + place.ToString(CultureInfo.InvariantCulture) : name;
    }

    private static void Fields(CodeWriter code, RecordModel record, WireModel wire, Lookup lookup)
    {
        var isTuple = record.Form == RecordForm.Tuple;
        code.Line($"w.WriteStart{(isTuple ? "Array" : "Object")}();");
        Members(code, record, wire, lookup);
        code.Line($"w.WriteEnd{(isTuple ? "Array" : "Object")}();");
    }

    private static void Members(CodeWriter code, RecordModel record, WireModel wire, Lookup lookup)
    {
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var field = record.Fields[i];
            var key = record.Form == RecordForm.Tuple ? "" : $"w.WritePropertyName({CodeWriter.Literal(field.WireNames[0])}u8); ";
            code.Line(Member(record, field, key, "v" + i.ToString(CultureInfo.InvariantCulture), wire, lookup));
        }
    }

    private static string Member(
        RecordModel record, FieldModel field, string key, string variable, WireModel wire, Lookup lookup)
    {
        if (field.Role == FieldRole.Constant) return key + Constant(field.Constant!);
        if (field.Role == FieldRole.Ignored)
        {
            var raw = IgnoredName(record, field);
            // A place in an array cannot be left out.
            return key.Length == 0
                ? $"w.WriteRawValue({raw} ?? \"0\");"
                : $"if ({raw} is not null) {{ {key}w.WriteRawValue({raw}); }}";
        }
        if (!field.IsOptional) return key + Value(field.Property!, field.Type!, wire, lookup, 0);
        var there = $"if ({field.Property} is {{ }} {variable}) {{ {key}{Value(variable, field.Type!, wire, lookup, 0)} }}";
        if (!field.IsSometimes && field.Unless.FirstOrDefault(value => value != "<0") is { } sentinel)
        {
            return there + $" else {{ {key}{Sentinel(field.Type!, sentinel, wire)} }}"; // the venue always writes something
        }
        return key.Length == 0 ? there + " else { w.WriteNullValue(); }" : there;
    }

    private static string Value(string value, TypeRef type, WireModel wire, Lookup lookup, int depth)
    {
        var item = "i" + depth.ToString(CultureInfo.InvariantCulture);
        return type.Kind switch
        {
            TypeKind.Text or TypeKind.Symbol or TypeKind.Asset or TypeKind.Enum or TypeKind.OrderId or TypeKind.ClientOrderId
                or TypeKind.TradeId => $"w.WriteStringValue({value});",
            TypeKind.Bool => $"w.WriteBooleanValue({value});",
            TypeKind.Int or TypeKind.Long => $"w.WriteNumberValue({value});",
            TypeKind.Decimal => wire.DecimalsAsText ? $"w.WriteDecimalText({value});" : $"w.WriteNumberValue({value});",
            TypeKind.TimeS => $"w.WriteNumberValue({value}.UnixSeconds);",
            TypeKind.TimeMs => $"w.WriteNumberValue({value}.UnixMilliseconds);",
            TypeKind.TimeUs => $"w.WriteNumberValue({value}.UnixMicroseconds);",
            TypeKind.TimeNs => $"w.WriteNumberValue({value}.UnixNanoseconds);",
            TypeKind.TimeIso => $"w.WriteStringValue({value}.ToString());",
            TypeKind.Json => $"w.WriteRawValue({value});",
            TypeKind.Level => $"w.WriteLevel({value}, {(wire.DecimalsAsText ? "true" : "false")});",
            TypeKind.List => $"w.WriteStartArray(); foreach (var {item} in {value}) {{ {Value(item, type.Element!, wire, lookup, depth + 1)} }} w.WriteEndArray();",
            TypeKind.Map => $"w.WriteStartObject(); foreach (var {item} in {value}) {{ w.WritePropertyName({item}.Key); {Value(item + ".Value", type.Element!, wire, lookup, depth + 1)} }} w.WriteEndObject();",
            _ => $"{value}.Write(w);",
        };
    }

    private static string Sentinel(TypeRef type, string sentinel, WireModel wire) => type.Kind switch
    {
        _ when sentinel == "null" => "w.WriteNullValue();",
        TypeKind.Decimal when !wire.DecimalsAsText => $"w.WriteRawValue({CodeWriter.Literal(sentinel)});",
        TypeKind.Int or TypeKind.Long or TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs =>
            $"w.WriteRawValue({CodeWriter.Literal(sentinel)});",
        _ => $"w.WriteStringValue({CodeWriter.Literal(sentinel)});",
    };

    private static string Constant(string constant) => constant is "true" or "false" or "null" || IsNumber(constant)
        ? $"w.WriteRawValue({CodeWriter.Literal(constant)});"
        : $"w.WriteStringValue({CodeWriter.Literal(constant)}u8);";

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static void Tagged(CodeWriter code, RecordModel record)
    {
        code.Line("w.WriteStartArray();");
        foreach (var field in record.Fields)
        {
            code.Line($"{field.Property}?.Write(w);");
        }
        code.Line("w.WriteEndArray();");
    }

    // The one that is there.
    private static void Union(CodeWriter code, RecordModel record, WireModel wire, Lookup lookup)
    {
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var variable = "v" + i.ToString(CultureInfo.InvariantCulture);
            code.Line($"if ({record.Fields[i].Property} is {{ }} {variable}) {{ {Value(variable, record.Fields[i].Type!, wire, lookup, 0)} }}");
        }
    }

    /// <summary>The C# type of a value.</summary>
    public static string Name(TypeRef type, Lookup lookup) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Symbol or TypeKind.Asset or TypeKind.Enum or TypeKind.Json or TypeKind.OrderId
            or TypeKind.ClientOrderId or TypeKind.TradeId => "string",
        TypeKind.Decimal => "decimal",
        TypeKind.List => $"IReadOnlyList<{Name(type.Element!, lookup)}>",
        TypeKind.Map => $"IReadOnlyDictionary<string, {Name(type.Element!, lookup)}>",
        TypeKind.Record => lookup.Record(type).Name,
        _ => TypeText.Name(type),
    };
}
