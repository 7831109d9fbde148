using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>How wire types read in C#: the type's name, the reader's call, and words for documentation.</summary>
internal static class TypeText
{
    /// <summary>C# type of a value that is there.</summary>
    public static string Name(TypeRef type) => type.Kind switch
    {
        TypeKind.Text => "string",
        TypeKind.Bool => "bool",
        TypeKind.Int => "int",
        TypeKind.Long => "long",
        TypeKind.Decimal => "Number",
        TypeKind.Symbol => "Symbol",
        TypeKind.Asset => "Asset",
        TypeKind.Json => "JsonText",
        TypeKind.OrderId or TypeKind.ClientOrderId or TypeKind.TradeId => type.Kind.ToString(),
        TypeKind.Enum or TypeKind.Record => type.Name!,
        TypeKind.Level => "Level",
        TypeKind.List => Name(type.Element!) + "[]",
        TypeKind.Map => $"Dictionary<string, {Name(type.Element!)}>",
        _ => "Timestamp",
    };

    /// <summary>C# type of an argument of a call.</summary>
    public static string Argument(TypeRef type) => type.Kind switch
    {
        TypeKind.Decimal => "decimal",
        TypeKind.List => $"IReadOnlyList<{Argument(type.Element!)}>",
        _ => Name(type),
    };

    /// <summary>What a field is written to: numbers are written where they lie.</summary>
    public static string Target(FieldModel field) =>
        field is { Type.Kind: TypeKind.Decimal, IsOptional: false } ? "_" + field.Property : field.Property!;

    /// <summary>The call for a field; reader and cursor have the same methods.</summary>
    public static string Read(FieldModel field, Lookup lookup, string reader)
    {
        var type = field.Type!;
        if (!field.IsOptional) return Required(type, lookup, reader);
        return type.Kind switch
        {
            TypeKind.Enum => $"{lookup.Full(type)}.Wrap({reader}.EnumOrNull({lookup.Full(type)}.Table{More(Unless(field, CodeWriter.Literal))}))",
            TypeKind.Record => lookup.Record(type).IsValue ? $"{reader}.StructOrNull<{type.Name}>()" : $"{reader}.ClassOrNull<{type.Name}>()",
            TypeKind.List => List(type.Element!, "OrNull", lookup, reader),
            TypeKind.Map => Map(type.Element!, "OrNull", lookup, reader),
            TypeKind.Decimal when field.Unless.Contains("<0") => $"{reader}.NumberOrNullIfNegative()",
            TypeKind.Decimal => $"{reader}.NumberOrNull({Unless(field, value => value + "m")})",
            TypeKind.Int or TypeKind.Long => $"{reader}.{type.Kind}OrNull({Unless(field, value => value + "L")})",
            TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs =>
                $"{reader}.{type.Kind}OrNull({Unless(field, value => value + "L")})",
            TypeKind.Text or TypeKind.Symbol or TypeKind.Asset or TypeKind.TimeIso or TypeKind.OrderId
                or TypeKind.ClientOrderId or TypeKind.TradeId => $"{reader}.{type.Kind}OrNull({Unless(field, CodeWriter.Literal)})",
            _ => $"{reader}.{type.Kind}OrNull()",
        };
    }

    /// <summary>The call for a field of a borrowed frame.</summary>
    public static string ReadBorrowed(FieldModel field, Lookup lookup, string reader) => field.Type! switch
    {
        { Kind: TypeKind.Text } => field.IsOptional
            ? $"{reader}.TextSpanOrEmpty({Unless(field, CodeWriter.Literal)})"
            : $"{reader}.TextSpan()",
        { Kind: TypeKind.List, Element.Kind: TypeKind.Level } => $"{reader}.LevelSpan{(field.IsOptional ? "OrNone" : "")}(_slot{field.Property})",
        { Kind: TypeKind.List } list when IsBorrowedList(list, lookup) =>
            $"{reader}.Span{(field.IsOptional ? "OrNone" : "")}<{list.Element!.Name}>(_slot{field.Property})",
        _ => Read(field, lookup, reader),
    };

    /// <summary>C# type of a field in a borrowed frame.</summary>
    public static string BorrowedName(FieldModel field, Lookup lookup) => field.Type! switch
    {
        { Kind: TypeKind.Text } => "Utf8Text",
        { Kind: TypeKind.List, Element.Kind: TypeKind.Level } => "ReadOnlySpan<Level>",
        { Kind: TypeKind.List } list when IsBorrowedList(list, lookup) => $"ReadOnlySpan<{list.Element!.Name}>",
        var type => Name(type) + (field.IsOptional ? "?" : ""),
    };

    /// <summary>A list whose items are of fixed size can be borrowed.</summary>
    public static bool IsBorrowedList(TypeRef list, Lookup lookup) =>
        list.Element!.Kind == TypeKind.Level || (list.Element.Kind == TypeKind.Record && lookup.Record(list.Element).IsValue);

    /// <summary>The type in the specification's words.</summary>
    public static string Words(TypeRef type) => type.Kind switch
    {
        TypeKind.List => "list of " + Words(type.Element!),
        TypeKind.Map => "map to " + Words(type.Element!),
        TypeKind.Enum or TypeKind.Record => type.Name!,
        TypeKind.OrderId => "order id",
        TypeKind.ClientOrderId => "client's order id",
        TypeKind.TradeId => "trade id",
        TypeKind.TimeS => "time in seconds",
        TypeKind.TimeMs => "time in milliseconds",
        TypeKind.TimeUs => "time in microseconds",
        TypeKind.TimeNs => "time in nanoseconds",
        TypeKind.TimeIso => "time, ISO 8601",
        _ => type.Kind.ToString().ToLowerInvariant(),
    };

    private static string Required(TypeRef type, Lookup lookup, string reader) => type.Kind switch
    {
        TypeKind.Enum => $"new({reader}.Enum({lookup.Full(type)}.Table))",
        TypeKind.Record => $"{reader}.Object<{type.Name}>()",
        TypeKind.Decimal => $"{reader}.Number()",
        TypeKind.List => List(type.Element!, "", lookup, reader),
        TypeKind.Map => Map(type.Element!, "", lookup, reader),
        _ => $"{reader}.{type.Kind}()",
    };

    private static string List(TypeRef element, string form, Lookup lookup, string reader) => element.Kind switch
    {
        TypeKind.Record => $"{reader}.List{form}<{element.Name}>()",
        TypeKind.Level => $"{reader}.Levels{form}()",
        _ => $"{reader}.ListOf{form}(static (ref WireReader i) => {Item(element, lookup)})",
    };

    private static string Map(TypeRef element, string form, Lookup lookup, string reader) => element.Kind switch
    {
        TypeKind.Record => $"{reader}.Map{form}<{element.Name}>()",
        _ => $"{reader}.MapOf{form}(static (ref WireReader i) => {Item(element, lookup)})",
    };

    private static string Item(TypeRef element, Lookup lookup) => element.Kind switch
    {
        TypeKind.Enum => $"new {lookup.Full(element)}(i.Enum({lookup.Full(element)}.Table))",
        _ => Required(element, lookup, "i"),
    };

    private static string Unless(FieldModel field, Func<string, string> literal) =>
        string.Join(", ", field.Unless.Where(value => value is not ("" or "<0" or "null")).Select(literal));

    private static string More(string arguments) => arguments.Length == 0 ? "" : ", " + arguments;
}
