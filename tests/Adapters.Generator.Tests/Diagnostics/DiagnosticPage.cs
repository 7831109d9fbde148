using System.Text.RegularExpressions;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Diagnostics;

/// <summary>
/// A page of docs/diagnostics: what a rule means, an example that breaks it, what is reported (the only block of plain
/// text), and the example mended. Blocks of YAML and C# name their file behind the language; <c>exchange.yaml</c> is meant
/// where nothing stands.
/// </summary>
internal sealed partial class DiagnosticPage
{
    private readonly string _path;
    private readonly string _text;

    private DiagnosticPage(string path)
    {
        _path = path;
        _text = File.ReadAllText(path);
        Id = System.IO.Path.GetFileNameWithoutExtension(path);
        var expected = Expectation().Match(_text);
        if (!expected.Success) return;
        Expected = expected.Groups["text"].Value.TrimEnd('\n');
        Bad = Files(_text[..expected.Index]);
        Good = Files(_text[expected.Index..]);
    }

    /// <summary>Name of the file.</summary>
    public string Id { get; }

    /// <summary>First line.</summary>
    public string Heading => _text.Split('\n')[0];

    /// <summary>What is reported; null on a page without an example.</summary>
    public string? Expected { get; }

    /// <summary>Files that break the rule, by path.</summary>
    public IReadOnlyList<PageFile> Bad { get; } = [];

    /// <summary>The same, mended.</summary>
    public IReadOnlyList<PageFile> Good { get; } = [];

    /// <summary>All pages, in order of their ids.</summary>
    public static IReadOnlyList<DiagnosticPage> All { get; } = [.. Directory
        .EnumerateFiles(System.IO.Path.Combine(Repository.Root, "docs", "diagnostics"), "ADP*.md")
        .Order(StringComparer.Ordinal).Select(path => new DiagnosticPage(path))];

    /// <summary>The page of a rule.</summary>
    public static DiagnosticPage Of(string id) => All.Single(page => page.Id == id);

    /// <summary>Writes what is reported into the page; only where a person asked for it, who reads it then.</summary>
    public void Accept(string found) =>
        File.WriteAllText(_path, Expectation().Replace(_text, match => $"```text\n{found}\n```\n", 1));

    private static List<PageFile> Files(string text) => [.. Block().Matches(text).Select(match => new PageFile(
        match.Groups["file"].Value is { Length: > 0 } named ? named : "exchange.yaml", match.Groups["text"].Value))];

    [GeneratedRegex(@"```text\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"```(?:yaml|csharp) *(?<file>[^\n]*)\n(?<text>.*?)```\n", RegexOptions.Singleline)]
    private static partial Regex Block();
}

/// <summary>A file of an example: YAML by its path in the exchange's folder, C# by its path in the project.</summary>
internal sealed record PageFile(string Path, string Text);
