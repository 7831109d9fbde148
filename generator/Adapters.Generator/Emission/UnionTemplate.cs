using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>
/// A record that is one of several things: which one, a property for each, and the text of what is none of them. A
/// channel that sends it also gets a frame that holds all of them without allocating.
/// </summary>
internal static class UnionTemplate
{
    /// <summary>Writes one union.</summary>
    public static void Write(CodeWriter code, RecordModel union, Lookup lookup)
    {
        Cases(code, union);
        code.Line();
        Doc(code, union, "");
        code.Open($"public sealed class {union.Name} : IWire<{union.Name}>, IWireValue");
        code.Line($"internal static readonly {Table(union)};");
        code.Line($"private {union.Name}() {{ }}");
        Members(code, union);
        foreach (var field in union.Fields) Property(code, field, TypeText.Name(field.Type!) + "?");
        if (union.HasFrame && !lookup.HoldsItself(union)) RecordTemplate.ReadFrame(code, union);
        else Read(code, union, union.Name, "new()", field => TypeText.Read(field with { IsOptional = false }, lookup, "r"));
        if (union.HasLayout) LayoutTemplate.WriteUnion(code, union, union.Name, "new()", field => field.Type!.Name!);
        RecordTemplate.WriteTo(code, [.. union.Fields.Select(RecordTemplate.Writer), "Field(\"unknown\", Unknown)"]);
        if (union.HasFrame) Owned(code, union, lookup);
        code.Close();
        if (union.HasFrame) Frame(code, union, lookup);
    }

    private static void Cases(CodeWriter code, RecordModel union)
    {
        code.Line();
        code.Doc($"What a {union.Name} can be.");
        code.Open($"public enum {union.Name}Case");
        code.Doc("Something the specification does not know.");
        code.Line("Unknown = 1,");
        foreach (var field in union.Fields)
        {
            code.Doc($"<c>{CodeWriter.Xml(field.WireNames[0])}</c>");
            code.Line($"{field.Property},");
        }
        code.Close();
    }

    private static void Frame(CodeWriter code, RecordModel union, Lookup lookup)
    {
        var name = union.Name + "Frame";
        code.Line();
        Doc(code, union, " It borrows the receive buffer: valid only inside the handler; <c>ToOwned</c> copies.");
        code.Open($"public ref struct {name} : IWire<{name}>");
        Members(code, union);
        foreach (var field in union.Fields) Property(code, field, Borrowed(field, lookup));
        Read(code, union, name, "default", field => IsFramed(field, lookup)
            ? $"r.Object<{field.Type!.Name}Frame>()"
            : TypeText.Read(field with { IsOptional = false }, lookup, "r"));
        LayoutTemplate.WriteUnion(code, union, name, "default", field => field.Type!.Name + (IsFramed(field, lookup) ? "Frame" : ""));
        code.Doc("A copy that can be kept.");
        code.Line($"public readonly {union.Name} ToOwned() => new(in this);");
        code.Close();
    }

    private static void Read(CodeWriter code, RecordModel union, string name, string initial, Func<FieldModel, string> read)
    {
        var call = union.Form switch
        {
            RecordForm.OneOf => $"r.Case({CodeWriter.Literal(union.TagField ?? "")}, {union.Name}._cases)",
            RecordForm.Has => $"r.CaseWith({union.Name}._cases)",
            _ => $"r.CaseOf({union.Name}._cases)",
        };
        code.Line("/// <inheritdoc/>");
        code.Open($"public static void Read(scoped ref WireReader r, out {name} value)");
        code.Line($"value = {initial};");
        if (union.IsSent) code.Line("value.ReceivedAt = r.ReceivedAt;");
        code.Line($"var found = {call};");
        code.Line($"value.Case = ({union.Name}Case)(found + 2);");
        code.Open("switch (found)");
        for (var i = 0; i < union.Fields.Count; i++)
        {
            code.Line($"case {i}: value.{union.Fields[i].Property} = {read(union.Fields[i])}; break;");
        }
        code.Line("default: value.Unknown = r.Json(); break;");
        code.Close();
        code.Close();
    }

    private static void Owned(CodeWriter code, RecordModel union, Lookup lookup)
    {
        code.Open($"internal {union.Name}(scoped in {union.Name}Frame frame)");
        code.Line("Case = frame.Case;");
        code.Line("ReceivedAt = frame.ReceivedAt;");
        code.Line("Unknown = frame.Unknown;");
        if (union.Fields.Count == 0)
        {
            code.Close();
            return;
        }
        code.Open("switch (frame.Case)");
        foreach (var field in union.Fields)
        {
            var owned = IsFramed(field, lookup) ? ".ToOwned()" : "";
            code.Line($"case {union.Name}Case.{field.Property}: {field.Property} = frame.{field.Property}{owned}; break;");
        }
        code.Close();
        code.Close();
    }

    private static void Members(CodeWriter code, RecordModel union)
    {
        code.Doc("Which one it is.");
        code.Line($"public {union.Name}Case Case {{ get; private set; }}");
        code.Doc("The JSON of what the specification does not know.");
        code.Line("public JsonText? Unknown { get; private set; }");
        if (!union.IsSent) return;
        code.Doc("When the frame arrived.");
        code.Line("public Timestamp ReceivedAt { get; private set; }");
    }

    private static void Property(CodeWriter code, FieldModel field, string type)
    {
        code.Doc($"<c>{CodeWriter.Xml(field.WireNames[0])}</c>, {TypeText.Words(field.Type!)}.");
        code.Line($"public {type} {field.Property} {{ get; private set; }}");
    }

    private static string Borrowed(FieldModel field, Lookup lookup) => field.Type! switch
    {
        { Kind: TypeKind.Record } when IsFramed(field, lookup) => field.Type!.Name + "Frame",
        { Kind: TypeKind.Record } type when lookup.Record(type).IsValue => type.Name!,
        var type => TypeText.Name(type) + "?",
    };

    private static bool IsFramed(FieldModel field, Lookup lookup) =>
        field.Type!.Kind == TypeKind.Record && lookup.Record(field.Type).HasFrame;

    private static string Table(RecordModel union)
    {
        if (union.Fields.Count == 0) return $"{(union.Form == RecordForm.Has ? "FieldTable" : "EnumTable")} _cases = new(Array.Empty<string>())";
        var told = string.Join(", ", union.Fields.Select(field => CodeWriter.Literal(field.WireNames[0])));
        return union.Form == RecordForm.Has ? $"FieldTable _cases = new({told})" : $"EnumTable _cases = new({told})";
    }

    private static void Doc(CodeWriter code, RecordModel union, string more)
    {
        var told = union.Form switch
        {
            RecordForm.OneOf => $"told apart by <c>{CodeWriter.Xml(union.TagField ?? "")}</c>",
            RecordForm.Has => "told apart by the first of its keys that is present",
            _ => "told apart by the kind of JSON value",
        };
        var link = union.Docs is null ? "" : $" <see href=\"{CodeWriter.Xml(union.Docs)}\"/>";
        code.Doc($"One of several records, {told}.{more}{link}");
    }
}
