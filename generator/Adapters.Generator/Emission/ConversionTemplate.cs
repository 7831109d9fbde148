using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>Conversions of one scope: extension methods from records to domain values.</summary>
internal static class ConversionTemplate
{
    /// <summary>Writes the class.</summary>
    public static void Write(CodeWriter code, IReadOnlyList<ConversionModel> conversions, Lookup lookup)
    {
        code.Line();
        code.Doc("Turns the venue's records into domain values. Exact; nothing is replaced by a default.");
        code.Open("public static class Conversions");
        foreach (var conversion in conversions)
        {
            var source = lookup.Record(conversion.Source);
            var target = DomainCatalogue.Types[conversion.Target];
            if (conversion.IsMany) Each(code, conversion, source, lookup);
            else if (conversion.Each.Count > 0) Inner(code, conversion, source, lookup);
            else One(code, conversion, source, source.Name, lookup);
            if (target.IsBorrowed && source.HasFrame) One(code, conversion, source, source.Name + "Frame", lookup);
            else if (source.HasFrame && IsItemBorrowed(conversion, lookup)) Item(code, conversion, source, lookup);
        }
        code.Close();
    }

    /// <summary>The method's name.</summary>
    public static string MethodName(ConversionModel conversion) =>
        "To" + conversion.Target + (conversion.IsMany ? "s" : "");

    /// <summary>The conversion may have no result.</summary>
    public static bool MayBeNull(ConversionModel conversion) =>
        !conversion.IsMany && (conversion.When is not null || conversion.Each.Any(step => step.IsOptional));

    private static void One(CodeWriter code, ConversionModel conversion, RecordModel source, string sourceName, Lookup lookup)
    {
        var domain = "global::Adapters.Domain." + conversion.Target;
        var isBorrowed = DomainCatalogue.Types[conversion.Target].IsBorrowed;
        var by = sourceName != source.Name || source.IsValue ? "this in " : "this ";
        Doc(code, conversion, source.Name);
        var signature = $"public static {domain}{(MayBeNull(conversion) ? "?" : "")} {MethodName(conversion)}({by}{sourceName} e{Arguments(conversion)})";
        if (conversion.When is not null && !isBorrowed)
        {
            code.Open(signature);
            code.Line($"if (!({Condition(conversion.When, lookup)})) return null;");
            Construct(code, conversion, source, "return ", ";", domain, lookup);
            code.Close();
        }
        else
        {
            Construct(code, conversion, source, signature + " => ", ";", domain, lookup);
        }
    }

    private static void Each(CodeWriter code, ConversionModel conversion, RecordModel source, Lookup lookup)
    {
        var domain = "global::Adapters.Domain." + conversion.Target;
        var list = ExpressionText.Path("outer", conversion.Each);
        Doc(code, conversion, source.Name);
        code.Open($"public static {domain}[] {MethodName(conversion)}(this {(source.IsValue ? "in " : "")}{source.Name} outer{Arguments(conversion)})");
        code.Line($"var made = new List<{domain}>();");
        code.Open($"foreach (var e in {list}{(conversion.Each.Any(step => step.IsOptional) ? " ?? []" : "")})");
        if (conversion.When is not null) code.Line($"if (!({Condition(conversion.When, lookup)})) continue;");
        Construct(code, conversion, source, "made.Add(", ");", domain, lookup);
        code.Close();
        code.Line("return [.. made];");
        code.Close();
    }

    // The items of a borrowed list are converted one by one, so that a handler allocates nothing.
    private static void Item(CodeWriter code, ConversionModel conversion, RecordModel source, Lookup lookup)
    {
        var domain = "global::Adapters.Domain." + conversion.Target;
        Doc(code, conversion, $"{source.Name}'s item");
        var signature = $"public static {domain}{(conversion.When is null ? "" : "?")} To{conversion.Target}"
            + $"(this in {conversion.Each[0].Type.Element!.Name} e, in {source.Name}Frame outer{Arguments(conversion)}) => ";
        var condition = conversion.When is null ? "" : $"!({Condition(conversion.When, lookup)}) ? null : ";
        Construct(code, conversion, source, signature + condition, ";", domain, lookup);
    }

    // Text of the frame itself is borrowed and has another type there.
    private static bool IsItemBorrowed(ConversionModel conversion, Lookup lookup) =>
        conversion is { IsMany: true, Each.Count: 1 } && conversion.Each[0].Type.Element!.Kind == TypeKind.Record
        && TypeText.IsBorrowedList(conversion.Each[0].Type, lookup)
        && conversion.Members.SelectMany(member => member.Value.Paths)
            .All(path => path.Root != PathRoot.Outer || path.Steps[path.Steps.Count - 1].Type.Kind != TypeKind.Text);

    // The one record inside another.
    private static void Inner(CodeWriter code, ConversionModel conversion, RecordModel source, Lookup lookup)
    {
        var domain = "global::Adapters.Domain." + conversion.Target;
        var inner = ExpressionText.Path("outer", conversion.Each);
        Doc(code, conversion, source.Name);
        code.Open($"public static {domain}{(MayBeNull(conversion) ? "?" : "")} {MethodName(conversion)}(this {(source.IsValue ? "in " : "")}{source.Name} outer{Arguments(conversion)})");
        code.Line(conversion.Each.Any(step => step.IsOptional) ? $"if ({inner} is not {{ }} e) return null;" : $"var e = {inner};");
        if (conversion.When is not null) code.Line($"if (!({Condition(conversion.When, lookup)})) return null;");
        Construct(code, conversion, source, "return ", ";", domain, lookup);
        code.Close();
    }

    private static void Construct(
        CodeWriter code, ConversionModel conversion, RecordModel source, string before, string after, string domain, Lookup lookup)
    {
        code.Open($"{before}new {domain}");
        var received = DomainCatalogue.Types[conversion.Target].HasReceivedAt && source.IsSent;
        foreach (var member in conversion.Members)
        {
            code.Line($"{member.Member.Name} = {ExpressionText.Value(member, conversion.Target, lookup)},");
        }
        if (received) code.Line($"ReceivedAt = {(conversion.Each.Count == 0 ? "e" : "outer")}.ReceivedAt,");
        code.Close(after);
    }

    private static string Condition(ConversionWhen when, Lookup lookup)
    {
        var path = ExpressionText.Path("e", when.Path);
        var type = when.Path[when.Path.Count - 1].Type;
        if (when.Value is null) return path + " is not null";
        return type.Kind switch
        {
            TypeKind.Enum => $"{path}{(when.Path.Any(step => step.IsOptional) ? "?" : "")}.Text == {CodeWriter.Literal(when.Value)}",
            TypeKind.Bool => $"{path} == {when.Value}",
            _ => $"{path} == {CodeWriter.Literal(when.Value)}",
        };
    }

    private static string Arguments(ConversionModel conversion) =>
        string.Concat(conversion.Arguments.Select(argument => $", {TypeText.Argument(argument.Type)} {argument.Name}"));

    private static void Doc(CodeWriter code, ConversionModel conversion, string source)
    {
        code.Doc($"The domain's {conversion.Target} of a {source}.");
        code.Line("/// <exception cref=\"ConversionException\">A value has no counterpart in the domain, or one is missing.</exception>");
        code.Line("/// <exception cref=\"NumberRangeException\">A number is beyond what decimal holds.</exception>");
    }
}
