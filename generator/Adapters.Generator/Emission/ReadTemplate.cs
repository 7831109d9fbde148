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
        var begins = record.Form == RecordForm.Object && initial == "default";
        if (!begins) code.Line($"value = {initial};");
        switch (record.Form)
        {
            case RecordForm.Object:
                Object(code, record, begins ? "out value" : "", read, lookup);
                break;
            case RecordForm.Tuple:
                Tuple(code, record, read, lookup);
                break;
            default:
                Tagged(code, record);
                break;
        }
        if (record.IsSent) code.Line("value.ReceivedAt = r.ReceivedAt;");
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

    private static void Object(CodeWriter code, RecordModel record, string begins, Func<FieldModel, Lookup, string, string> read, Lookup lookup)
    {
        if (record.Fields.Count == 0)
        {
            code.Line($"for (var seen = r.BeginObject({begins}); r.NextField(_fields, 0UL, ref seen, out _);) r.Skip();");
            return;
        }
        code.Open($"for (var seen = r.BeginObject({begins}); r.NextField(_fields, 0x{Required(record):x}UL, ref seen, out var field);) switch (field)");
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var field = record.Fields[i];
            code.Line($"case {i}: {Statement(field, read, lookup)}; break;");
        }
        code.Close();
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
        if (record.Fields.Count == 0)
        {
            code.Line($"while (r.NextTagged({CodeWriter.Literal(record.TagField!)}, _tags, out _)) r.Skip();");
            return;
        }
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
