using System.Collections.Immutable;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator;

/// <summary>The specification of one exchange among a project's additional files.</summary>
/// <param name="Samples">Paths below its folder of samples; empty where they are not handed over.</param>
internal sealed record SpecSource(
    string Exchange, ImmutableArray<(SpecInput Input, SourceText Text)> Files, EquatableArray<string> Samples)
{
    /// <summary>The texts, to tell whether anything changed.</summary>
    public ImmutableArray<SourceText> Texts { get; } = [.. Files.Select(file => file.Text)];

    /// <summary>Where a file lies on this machine.</summary>
    public string PlaceOf(string specPath) =>
        Files.FirstOrDefault(file => file.Input.File.Path == specPath).Input?.Place ?? specPath;
}

/// <summary>All specifications of a project, as its analyzers see them.</summary>
internal sealed record SpecSources(IReadOnlyList<SpecSource> Exchanges)
{
    /// <summary>Gathers them.</summary>
    public static SpecSources Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var files = new List<(SpecInput Input, SourceText Text)>();
        var samples = new List<(string Exchange, string Path)>();
        foreach (var file in options.AdditionalFiles)
        {
            var metadata = options.AnalyzerConfigOptionsProvider.GetOptions(file);
            if (file.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            {
                if (SpecInput.Of(file, metadata, cancellation) is { } input && file.GetText(cancellation) is { } text) files.Add((input, text));
            }
            else if (metadata.TryGetValue("build_metadata.AdditionalFiles.AdaptersSample", out var path) && path.Length > 0)
            {
                path = path.Replace('\\', '/');
                var cut = path.IndexOf("/samples/", StringComparison.Ordinal);
                if (cut > 0) samples.Add((path.Substring(0, cut), path.Substring(cut + "/samples/".Length)));
            }
        }
        return new SpecSources([.. files
            .GroupBy(file => file.Input.Exchange, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SpecSource(
                group.Key, [.. group.OrderBy(file => file.Input.File.Path, StringComparer.Ordinal)],
                samples.Where(sample => sample.Exchange == group.Key).Select(sample => sample.Path).ToEquatableArray()))]);
    }

    /// <summary>A finding as the host knows it, in a file of this machine.</summary>
    public static Diagnostic ToDiagnostic(
        SpecDiagnostic finding, string place, ImmutableDictionary<string, string?>? properties = null)
    {
        var start = new LinePosition(finding.Line, finding.Column);
        var end = new LinePosition(finding.Line, finding.Column + finding.Length);
        return Diagnostic.Create(
            Descriptors.Of(finding.Rule), Location.Create(place, default, new LinePositionSpan(start, end)),
            properties, finding.Arguments.Cast<object>().ToArray());
    }
}
