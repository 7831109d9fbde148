using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>How a record of the server's side is filled from what a simulated exchange knows.</summary>
internal static class ServerFillTemplate
{
    /// <summary>The method that fills a record.</summary>
    public static void Write(CodeWriter code, RecordModel record, Lookup lookup)
    {
        code.Doc("Filled from values by the names of its properties.");
        code.Open($"public static {record.Name} FromValues(ServerValues values) => new()");
        foreach (var field in record.Fields)
        {
            if (field.Role == FieldRole.Constant) continue;
            var name = field.Role == FieldRole.Ignored ? ServerTemplate.IgnoredName(record, field) : field.Property!;
            var value = field.Role == FieldRole.Ignored
                ? $"values.TextOrNull({CodeWriter.Literal(name)})"
                : Value(CodeWriter.Literal(name), field, lookup);
            code.Line($"{name} = {value},");
        }
        code.Close(";");
    }

    private static string Value(string name, FieldModel field, Lookup lookup)
    {
        var type = field.Type!;
        var or = field.IsOptional ? "OrNull" : "";
        return type.Kind switch
        {
            TypeKind.Text or TypeKind.Symbol or TypeKind.Asset or TypeKind.Enum or TypeKind.Json or TypeKind.OrderId
                or TypeKind.ClientOrderId or TypeKind.TradeId => $"values.Text{or}({name})",
            TypeKind.Bool => $"values.Bool{or}({name})",
            TypeKind.Int => $"values.Int{or}({name})",
            TypeKind.Long => $"values.Long{or}({name})",
            TypeKind.Decimal => $"values.Decimal{or}({name})",
            TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs or TypeKind.TimeIso =>
                $"values.Time{or}({name})",
            TypeKind.List when type.Element!.Kind == TypeKind.Level => $"values.Levels{or}({name})",
            TypeKind.List when type.Element!.Kind == TypeKind.Record =>
                $"values.List{or}<{lookup.Record(type.Element).Name}>({name})",
            TypeKind.Record => $"values.Record{or}<{lookup.Record(type).Name}>({name})",
            TypeKind.Level when field.IsOptional => $"values.Has({name}) ? values.As<Level>({name}) : null",
            TypeKind.Level => $"values.As<Level>({name})",
            _ => $"values.As{or}<{ServerTemplate.Name(type, lookup)}>({name})",
        };
    }
}
