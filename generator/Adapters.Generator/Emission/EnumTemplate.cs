using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>An open enum over the venue's texts: known values by name, unknown ones keep their text.</summary>
internal static class EnumTemplate
{
    /// <summary>Writes one enum.</summary>
    public static void Write(CodeWriter code, EnumModel item)
    {
        var name = item.Name;
        var values = string.Join(", ", item.Values.Select(value => CodeWriter.Literal(value.Wire)));
        code.Line();
        code.Doc($"The venue's {name}: {CodeWriter.Xml(string.Join(", ", item.Values.Select(value => value.Wire)))}; other texts are kept.");
        code.Open($"public readonly struct {name}(EnumValue value) : IWireText, IEquatable<{name}>");
        code.Line($"internal static readonly EnumTable Table = new({values});");
        for (var i = 0; i < item.Values.Count; i++)
        {
            code.Doc($"<c>{CodeWriter.Xml(item.Values[i].Wire)}</c>");
            code.Line($"public static {name} {item.Values[i].Member} => new(Table[{i}]);");
        }
        code.Doc("All values the specification knows.");
        code.Line($"public static IReadOnlyList<{name}> Known {{ get; }} = [{string.Join(", ", item.Values.Select(value => value.Member))}];");
        code.Line($$"""
            /// <summary>The value behind it.</summary>
            public EnumValue Value => value;
            /// <summary>The venue's text.</summary>
            public string Text => value.Text;
            /// <summary>Place among the known values; -1 for a text the specification does not know.</summary>
            public int Index => value.Index;
            /// <summary>The specification knows the text.</summary>
            public bool IsKnown => value.IsKnown;
            /// <summary>The value of a text, known or not.</summary>
            public static {{name}} FromText(string text) => new(Table.Of(text));
            internal static {{name}}? Wrap(EnumValue? value) => value is null ? null : new {{name}}(value);
            /// <inheritdoc/>
            public bool Equals({{name}} other) => Text == other.Text;
            /// <inheritdoc/>
            public override bool Equals(object? obj) => obj is {{name}} other && Equals(other);
            /// <inheritdoc/>
            public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
            /// <inheritdoc/>
            public override string ToString() => Text;
            /// <summary>Same text.</summary>
            public static bool operator ==({{name}} left, {{name}} right) => left.Equals(right);
            /// <summary>Other text.</summary>
            public static bool operator !=({{name}} left, {{name}} right) => !left.Equals(right);
            """);
        if (item.DomainEnum is not null) Domain(code, item);
        code.Close();
    }

    private static void Domain(CodeWriter code, EnumModel item)
    {
        var domain = $"global::Adapters.Domain.{item.DomainEnum}";
        code.Doc($"The domain's {item.DomainEnum}.");
        code.Line("/// <exception cref=\"ConversionException\">The text has no counterpart.</exception>");
        code.Open($"public {domain} ToDomain() => value.Index switch");
        for (var i = 0; i < item.Values.Count; i++) code.Line($"{i} => {domain}.{item.Values[i].DomainMember},");
        code.Line($"_ => throw ConversionException.UnknownValue(value.Text, \"{item.DomainEnum}\"),");
        code.Close(";");
        code.Doc("The venue's value of a domain value.");
        code.Line("/// <exception cref=\"ConversionException\">The venue has none.</exception>");
        code.Open($"public static {item.Name} FromDomain({domain} domain) => domain switch");
        foreach (var group in item.Values.GroupBy(value => value.DomainMember))
        {
            code.Line($"{domain}.{group.Key} => {group.First().Member},"); // of several texts the first is written
        }
        code.Line($"_ => throw new ConversionException($\"The venue has no {item.Name} for {{domain}}.\"),");
        code.Close(";");
    }
}
