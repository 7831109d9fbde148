using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>The reader of a record's expected layout: literal bytes between values, in the declared order.</summary>
internal static class LayoutTemplate
{
    /// <summary>Writes <c>ReadExpected</c>; nothing for a record that has no layout.</summary>
    public static void Write(
        CodeWriter code, RecordModel record, string name, string initial,
        Func<FieldModel, Lookup, string, string> read, Lookup lookup)
    {
        if (record.Form == RecordForm.Tagged || !record.Fields.All(IsPlain)) return;
        Open(code, record, name, initial);
        if (record.Form == RecordForm.Tuple) Tuple(code, record, read, lookup);
        else Object(code, record, read, lookup);
        code.Close();
    }

    /// <summary>Writes <c>ReadExpected</c> of one of several records, for a discriminator that comes first.</summary>
    public static void WriteUnion(CodeWriter code, RecordModel union, string name, string initial, Func<FieldModel, string> caseName)
    {
        if (union.Form != RecordForm.OneOf || union.TagField is not { } tag || !IsPlain(tag)) return;
        if (union.Fields.Any(field => field.Type!.Kind != TypeKind.Record)) return;
        Open(code, union, name, initial);
        code.Line($"var found = c.Case({CodeWriter.Literal($"{{\"{tag}\":")}u8, {union.Name}._cases);");
        code.Line($"value.Case = ({union.Name}Case)(found + 2);");
        code.Open("switch (found)");
        for (var i = 0; i < union.Fields.Count; i++)
        {
            code.Line($"case {i}: if (!c.TryObject<{caseName(union.Fields[i])}>(out var case{i})) return -1; value.{union.Fields[i].Property} = case{i}; break;");
        }
        code.Line("default: return -1;");
        code.Close();
        code.Line("return c.Rest.Length;");
        code.Close();
    }

    private static void Open(CodeWriter code, RecordModel record, string name, string initial)
    {
        code.Line("/// <inheritdoc/>");
        code.Open($"public static int ReadExpected(ReadOnlySpan<byte> utf8, WireContext context, int depth, out {name} value)");
        code.Line($"value = {initial};");
        if (record.IsSent) code.Line("value.ReceivedAt = context.ReceivedAt;");
        code.Line("var c = new WireCursor(utf8, context, depth);");
    }

    private static void Object(
        CodeWriter code, RecordModel record, Func<FieldModel, Lookup, string, string> read, Lookup lookup)
    {
        var demanded = ReadTemplate.Required(record);
        var required = $"0x{demanded:x}UL";
        code.Open($"for (int from = c.BeginObject(), to = 0; ; from = c.Seek(_fields, {required}, from, to)) switch (from)");
        var count = record.Fields.Count;
        for (var i = 0; i < count; i++)
        {
            var field = record.Fields[i];
            var key = $"{(i == 0 ? "" : ",")}\"{field.WireNames[0]}\":";
            var statement = Statement(field, i, read, lookup);
            code.Line((demanded >> i & 1) != 0
                ? $"case {i}: if (!c.Is({CodeWriter.Literal(key)}u8)) {{ to = {i}; break; }} {statement}; goto case {i + 1};"
                : $"case {i}: if (c.Is({CodeWriter.Literal(key)}u8)) {statement}; goto case {i + 1};");
        }
        code.Line($"case {count}: if (!c.EndsObject()) {{ to = {count}; break; }} return c.Leave(from, {count}, {required});");
        code.Line("default: return -1;");
        code.Close();
    }

    private static void Tuple(
        CodeWriter code, RecordModel record, Func<FieldModel, Lookup, string, string> read, Lookup lookup)
    {
        code.Line("c.BeginTuple();");
        for (var i = 0; i < record.Fields.Count; i++)
        {
            var statement = Statement(record.Fields[i], i, read, lookup);
            code.Line(ReadTemplate.IsRequired(record.Fields[i]) ? $"c.RequireItem({i}); {statement};" : $"if (c.NextItem({i})) {statement};");
        }
        code.Line($"return c.LeaveTuple({record.Fields.Count});");
    }

    private static string Statement(
        FieldModel field, int index, Func<FieldModel, Lookup, string, string> read, Lookup lookup) => field.Role switch
        {
            FieldRole.Constant => $"c.Constant({CodeWriter.Literal($"\"{field.Constant}\"")}u8)",
            FieldRole.Ignored => "c.Skip()",
            _ when TypeText.Target(field) is var target && target != field.Property => $"c.Number(ref value.{target}, {index})",
            _ => $"value.{field.Property} = {read(field, lookup, "c")}",
        };

    // What JSON writes as it is: other names and constants could only be compared after resolving escapes.
    private static bool IsPlain(FieldModel field) =>
        field.WireNames.All(IsPlain) && IsPlain(field.Constant ?? "");

    private static bool IsPlain(string text) => text.All(c => c >= ' ' && c is not ('"' or '\\') && !char.IsSurrogate(c));
}
