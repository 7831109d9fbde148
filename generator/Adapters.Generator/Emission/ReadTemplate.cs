using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>The order-independent reader of a record: fields in any order, unknown ones skipped, required ones demanded.</summary>
internal static class ReadTemplate
{
    /// <summary>Writes <c>Read</c>.</summary>
    public static void Write(
        CodeWriter code, RecordModel record, string name, string initial,
        Func<FieldModel, Lookup, string, string> read, Lookup lookup)
    {
        code.Line("/// <inheritdoc/>");
        code.Open($"public static void Read(scoped ref WireReader r, out {name} value)");
        code.Line($"value = {initial};");
        if (record.IsSent) code.Line("value.ReceivedAt = r.ReceivedAt;");
        switch (record.Form)
        {
            case RecordForm.Object:
                Object(code, record, read, lookup);
                break;
            case RecordForm.Tuple:
                Tuple(code, record, read, lookup);
                break;
            default:
                Tagged(code, record);
                break;
        }
        code.Close();
    }

    /// <summary>One bit per field that must be there.</summary>
    public static ulong Required(RecordModel record)
    {
        var required = 0UL;
        for (var i = 0; i < record.Fields.Count; i++)
        {
            if (record.Fields[i].Role == FieldRole.Constant || IsRequired(record.Fields[i])) required |= 1UL << i;
        }
        return required;
    }

    /// <summary>The item of a tuple must be there.</summary>
    public static bool IsRequired(FieldModel field) => field.Role != FieldRole.Ignored && !field.IsOptional;

    private static void Object(CodeWriter code, RecordModel record, Func<FieldModel, Lookup, string, string> read, Lookup lookup)
    {
        code.Line("var seen = 0UL;");
        code.Line("r.BeginObject();");
        code.Line("while (r.NextField(_fields, ref seen, out var field))");
        code.Open("switch (field)");
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var field = record.Fields[i];
            code.Line($"case {i}: {Statement(field, read, lookup)}; break;");
        }
        code.Line("default: r.SkipUnknown(); break;");
        code.Close();
        if (Required(record) is var required and not 0) code.Line($"r.Require(_fields, seen, 0x{required:x}UL);");
    }

    private static void Tuple(CodeWriter code, RecordModel record, Func<FieldModel, Lookup, string, string> read, Lookup lookup)
    {
        code.Line("r.BeginTuple();");
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var field = record.Fields[i];
            code.Line(IsRequired(field)
                ? $"r.RequireItem({i}, {CodeWriter.Literal(field.Name ?? field.Constant ?? "constant")}); {Statement(field, read, lookup)};"
                : $"if (r.NextItem()) {Statement(field, read, lookup)};");
        }
        code.Line("r.EndTuple();");
    }

    private static void Tagged(CodeWriter code, RecordModel record)
    {
        code.Line("r.BeginTagged();");
        code.Line($"while (r.NextTagged({CodeWriter.Literal(record.TagField!)}, _tags, out var tag))");
        code.Open("switch (tag)");
        for (var i = 0; i < record.Fields.Count; i++)
        {
            code.Line($"case {i}: value.{record.Fields[i].Property} = r.Object<{record.Fields[i].Type!.Name}>(); break;");
        }
        code.Close();
    }

    private static string Statement(FieldModel field, Func<FieldModel, Lookup, string, string> read, Lookup lookup) => field.Role switch
    {
        FieldRole.Constant => $"r.Constant({CodeWriter.Literal(field.Constant!)}u8)",
        FieldRole.Ignored => "r.Skip()",
        _ => $"value.{TypeText.Target(field)} = {read(field, lookup, "r")}",
    };
}
