using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Benchmarks.Compiler;

/// <summary>A file of a specification, as the build hands it to the compiler.</summary>
internal sealed class SpecText(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    /// <summary>Path from the spec root.</summary>
    public override string Path => path;

    /// <summary>What it says.</summary>
    public string Text => text;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

/// <summary>The items' metadata that MSBuild would give.</summary>
internal sealed class SpecOptions : AnalyzerConfigOptionsProvider
{
    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new Dictionary<string, string>
    {
        ["build_metadata.AdditionalFiles.AdaptersSpec"] = textFile.Path.Split('/')[0],
        ["build_metadata.AdditionalFiles.AdaptersSpecPath"] = textFile.Path,
    });

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

/// <summary>Specifications to measure with: a real one, and made ones of any size.</summary>
internal static class SpecFolder
{
    /// <summary>The specification of an exchange of the repository, samples left out.</summary>
    public static ImmutableArray<SpecText> Real(string exchange)
    {
        var root = System.IO.Path.Combine(Root(), "specs") + System.IO.Path.DirectorySeparatorChar;
        return [.. Directory.EnumerateFiles(root + exchange, "*.yaml", SearchOption.AllDirectories)
            .Select(path => System.IO.Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/samples/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new SpecText(path, File.ReadAllText(root + path)))];
    }

    /// <summary>A made exchange: each endpoint has a record of ten fields, each fifth a conversion and a channel.</summary>
    public static ImmutableArray<SpecText> Made(int endpoints)
    {
        var records = new StringBuilder("language: 1\nrecords:\n");
        var calls = new StringBuilder("language: 1\nendpoints:\n");
        var channels = new StringBuilder("language: 1\nsockets:\n  market:\n    url: \"{stream}\"\n    channels:\n");
        var conversions = new StringBuilder("language: 1\nconversions:\n");
        for (var i = 0; i < endpoints; i++)
        {
            Add(records, $"  Record{i}:\n    symbol: symbol\n    id: long\n    price: decimal\n    quantity: decimal\n    time: time-ms\n");
            Add(records, $"    buyer: bool\n    status: Status?\n    note: text?\n    levels: list Level?\n    more: long? unless -1\n");
            Add(calls, $"  GetThing{i}:\n    call: GET /api/thing{i}\n    weight: 2\n    query:\n      symbol: symbol\n      limit: int?\n      fromId: long?\n");
            Add(calls, $"    returns: list Record{i}\n    page: {{ fromId: last.id + 1, limit: 1000 }}\n");
            if (i % 5 != 0) continue;
            Add(channels, $"      thing{i}: {{ topic: \"{{symbol:lower}}@thing{i}\", sends: Record{i} }}\n");
            Add(conversions, $"  Record{i} -> Trade: {{ side: {{ buyer: {{ true: Sell, false: Buy }} }} }}\n");
        }
        const string Exchange = "language: 1\nexchange: Made\nproducts: { spot: { id: made, kind: Spot } }\n"
            + "environments: { live: { rest: https://made.example, stream: wss://made.example } }\n"
            + "enums: { Status: [NEW, OPEN, DONE] }\nrecords: { Level: [decimal price, decimal quantity] }\n";
        return
        [
            new("made/exchange.yaml", Exchange), new("made/spot/calls.yaml", calls.ToString()),
            new("made/spot/channels.yaml", channels.ToString()), new("made/spot/conversions.yaml", conversions.ToString()),
            new("made/spot/records.yaml", records.ToString()),
        ];
    }

    private static void Add(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Adapters.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}
