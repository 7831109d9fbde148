using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Tests.Diagnostics;

/// <summary>A specification with a place marked by « and »; a short head is put before it where it lacks one.</summary>
internal static class MarkedSpec
{
    private const string Head = "language: 1\nexchange: Venue\nproducts: { spot: { id: venue-spot } }\n";

    /// <summary>Expects exactly one finding: the rule, the marked place, the sentence.</summary>
    public static void Expect(string id, string marked, string sentence)
    {
        var text = marked.StartsWith("language", StringComparison.Ordinal) ? marked : Head + marked;
        var start = text.IndexOf('«', StringComparison.Ordinal);
        var end = text.IndexOf('»', StringComparison.Ordinal) - 1;
        var plain = text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var line = plain[..start].Count(c => c == '\n');
        var column = start - plain.LastIndexOf('\n', Math.Max(0, start - 1)) - 1;

        var found = SpecBinder.Bind([new SpecFile("venue/exchange.yaml", plain)]).Diagnostics;

        Assert.Equal($"{Told(line, column, end - start, id)}: {sentence}", string.Join('\n', found.Select(Told)));
    }

    private static string Told(SpecDiagnostic found) => $"{Told(found.Line, found.Column, found.Length, found.Id)}: {found.Message}";

    private static string Told(int line, int column, int length, string id) => $"line {line + 1}, column {column + 1}, length {length}, {id}";
}
