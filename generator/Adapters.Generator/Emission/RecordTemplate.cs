using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>A record: a struct where all is of fixed size, else a class; it reads and shows itself.</summary>
internal static class RecordTemplate
{
    /// <summary>Writes one record, and its borrowed frame where a channel sends it.</summary>
    public static void Write(CodeWriter code, RecordModel record, Lookup lookup)
    {
        if (record.IsUnion)
        {
            UnionTemplate.Write(code, record, lookup);
            return;
        }
        var values = record.Fields.Where(field => field.Role == FieldRole.Value).ToList();
        var kind = record.IsValue ? "struct" : "sealed class";
        code.Line();
        Doc(code, record, "");
        code.Open($"public {kind} {record.Name} : IWire<{record.Name}>, IWireValue");
        var isReadAsFrame = record.HasFrame && !lookup.HoldsItself(record);
        if (!isReadAsFrame || record.HasLayout) Tables(code, record);
        if (!record.IsValue) code.Line($"private {record.Name}() {{ }}");
        foreach (var field in values) Property(code, field, PropertyType(field), Initial(record, field, lookup), record.IsValue);
        if (record.IsSent) Received(code);
        if (isReadAsFrame) ReadFrame(code, record);
        else ReadTemplate.Write(code, record, record.Name, record.IsValue ? "default" : "new()", TypeText.Read, lookup);
        if (record.HasLayout) LayoutTemplate.Write(code, record, record.Name, record.IsValue ? "default" : "new()", TypeText.Read, lookup);
        WriteTo(code, values.ConvertAll(Writer));
        if (record.HasFrame) Owned(code, record, values, lookup);
        code.Close();
        if (record.HasFrame) Frame(code, record, values, lookup);
    }

    /// <summary>Writes how it shows itself.</summary>
    public static void WriteTo(CodeWriter code, IReadOnlyList<string> fields)
    {
        code.Line("/// <inheritdoc/>");
        if (fields.Count == 0) code.Line("public void WriteTo(WireWriter w) { }");
        else code.Chain("public void WriteTo(WireWriter w) => w", [.. fields.Select(field => "." + field)], ";");
    }

    /// <summary>Writes how what can be kept is read: as what borrows, which is copied at once.</summary>
    public static void ReadFrame(CodeWriter code, RecordModel record)
    {
        code.Line("/// <inheritdoc/>");
        code.Line($"public static void Read(scoped ref WireReader r, out {record.Name} value) => value = r.Object<{record.Name}Frame>().ToOwned();");
    }

    private static void Frame(CodeWriter code, RecordModel record, List<FieldModel> values, Lookup lookup)
    {
        var name = record.Name + "Frame";
        code.Line();
        Doc(code, record, " It borrows the receive buffer: valid only inside the handler; <c>ToOwned</c> copies.");
        code.Open($"public ref struct {name} : IWire<{name}>");
        Tables(code, record);
        foreach (var field in values)
        {
            var type = TypeText.BorrowedName(field, lookup);
            if (type.StartsWith("ReadOnlySpan", StringComparison.Ordinal))
            {
                code.Line($"private static readonly int _slot{field.Property} = WireSlots.Next();");
            }
            Property(code, field, type, "", isStruct: true);
        }
        Received(code);
        ReadTemplate.Write(code, record, name, "default", TypeText.ReadBorrowed, lookup);
        LayoutTemplate.Write(code, record, name, "default", TypeText.ReadBorrowed, lookup);
        code.Doc("A copy that can be kept.");
        code.Line($"public readonly {record.Name} ToOwned() => new(in this);");
        code.Close();
    }

    private static void Owned(CodeWriter code, RecordModel record, List<FieldModel> values, Lookup lookup)
    {
        code.Open($"internal {record.Name}(scoped in {record.Name}Frame frame)");
        foreach (var field in values)
        {
            var borrowed = TypeText.BorrowedName(field, lookup);
            var copy = borrowed == "Utf8Text"
                ? field.IsOptional ? $"frame.{field.Property}.IsPresent ? frame.{field.Property}.ToString() : null" : $"frame.{field.Property}.ToString()"
                : !borrowed.StartsWith("ReadOnlySpan", StringComparison.Ordinal) ? $"frame.{field.Property}"
                : field.IsOptional ? $"frame.{field.Property} == default ? null : frame.{field.Property}.ToArray()" : $"frame.{field.Property}.ToArray()";
            code.Line($"{TypeText.Target(field)} = {copy};");
        }
        code.Line("ReceivedAt = frame.ReceivedAt;");
        code.Close();
    }

    private static void Doc(CodeWriter code, RecordModel record, string more)
    {
        var form = record.Form switch
        {
            RecordForm.Tuple => "An array read by position.",
            RecordForm.Tagged => $"A list of objects told apart by <c>{record.TagField}</c>, as one record.",
            _ => record.IsSent ? "A message." : "An object.",
        };
        code.Doc(form + more + (record.Docs is null ? "" : $" <see href=\"{CodeWriter.Xml(record.Docs)}\"/>"));
    }

    private static void Received(CodeWriter code)
    {
        code.Doc("When the frame arrived.");
        code.Line("public Timestamp ReceivedAt { get; private set; }");
    }

    private static void Tables(CodeWriter code, RecordModel record)
    {
        if (record.Form == RecordForm.Tuple) return;
        if (record.Form == RecordForm.Tagged)
        {
            code.Line($"private static readonly EnumTable _tags = new({string.Join(", ", record.Fields.Select(field => CodeWriter.Literal(field.WireNames[0])))});");
            return;
        }
        var isPlain = record.Fields.All(field => field.WireNames.Count == 1);
        var names = isPlain
            ? record.Fields.Select(field => CodeWriter.Literal(field.WireNames[0]))
            : record.Fields.SelectMany((field, i) => field.WireNames.Select(name => $"({CodeWriter.Literal(name)}, {i})"));
        code.Line($"private static readonly FieldTable _fields = new({(record.Fields.Count == 0 ? "Array.Empty<string>()" : string.Join(", ", names))});");
    }

    private static void Property(CodeWriter code, FieldModel field, string type, string initial, bool isStruct)
    {
        var wire = string.Join(" or ", field.WireNames.Select(name => $"<c>{CodeWriter.Xml(name)}</c>"));
        var unless = field.Unless.Count == 0 ? "" : $"; {string.Join(", ", field.Unless.Select(value => value.Length == 0 ? "empty" : CodeWriter.Xml(value)))} means absent";
        code.Doc($"{wire}, {TypeText.Words(field.Type!)}{(field.IsOptional ? ", may be absent" : "")}{unless}.");
        code.Line(TypeText.Target(field) is var target && target != field.Property
            ? $"public {(isStruct ? "readonly " : "")}{type} {field.Property} => {target}; private {type} {target};"
            : $"public {type} {field.Property} {{ get; private set; }}{initial}");
    }

    private static string PropertyType(FieldModel field) => TypeText.Name(field.Type!) + (field.IsOptional ? "?" : "");

    private static string Initial(RecordModel record, FieldModel field, Lookup lookup) =>
        record.IsValue || field.IsOptional || !IsReference(field.Type!, lookup) ? "" : " = null!;";

    private static bool IsReference(TypeRef type, Lookup lookup) => type.Kind switch
    {
        TypeKind.Text or TypeKind.Symbol or TypeKind.List or TypeKind.Map => true,
        TypeKind.Record => !lookup.Record(type).IsValue,
        _ => false,
    };

    /// <summary>The writer's call for a field.</summary>
    public static string Writer(FieldModel field)
    {
        var name = CodeWriter.Literal(field.Name!);
        var property = field.Property!;
        return field.Type! switch
        {
            { Kind: TypeKind.Enum } => $"Field({name}, {property}{(field.IsOptional ? "?" : "")}.Value)",
            { Kind: TypeKind.List, Element.Kind: TypeKind.Enum } => field.IsOptional
                ? $"Field({name}, {property} is null ? null : Array.ConvertAll({property}, static v => v.Value))"
                : $"Field({name}, Array.ConvertAll({property}, static v => v.Value))",
            { Kind: TypeKind.Map } map => $"FieldOf({name}, {property}, {Entry(map.Element!, 0)})",
            { Kind: TypeKind.List, Element.Kind: TypeKind.List } => $"FieldNested({name}, {property})",
            _ => $"Field({name}, {property})",
        };
    }

    // Writes one entry of a map.
    private static string Entry(TypeRef type, int depth)
    {
        var (w, k, v) = ($"w{depth}", $"k{depth}", $"v{depth}");
        var call = type switch
        {
            { Kind: TypeKind.Enum } => $"{w}.Field({k}, {v}.Value)",
            { Kind: TypeKind.List, Element.Kind: TypeKind.Enum } => $"{w}.Field({k}, Array.ConvertAll({v}, static i => i.Value))",
            { Kind: TypeKind.List, Element.Kind: TypeKind.List } => $"{w}.FieldNested({k}, {v})",
            { Kind: TypeKind.Map } map => $"{w}.FieldOf({k}, {v}, {Entry(map.Element!, depth + 1)})",
            _ => $"{w}.Field({k}, {v})",
        };
        return $"static ({w}, {k}, {v}) => {call}";
    }
}
