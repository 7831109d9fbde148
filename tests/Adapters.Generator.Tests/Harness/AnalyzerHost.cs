using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Adapters.Generator.Tests.Harness;

/// <summary>Runs the analyzers over a project in memory, as the C# compiler does.</summary>
internal static class AnalyzerHost
{
    /// <summary>Where the project lies.</summary>
    public const string Folder = "/repo/src/Venue/";

    // What references mean is worked out once.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Venue", references: GeneratorHost.References, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    /// <summary>What the analyzers report, in order of file and place.</summary>
    /// <param name="sources">C# files by their paths below the project's folder.</param>
    /// <param name="severities">Severities as a .globalconfig gives them.</param>
    public static Task<IReadOnlyList<Diagnostic>> RunAsync(
        DiagnosticAnalyzer analyzer, IEnumerable<AdditionalText> texts, IEnumerable<(string Path, string Text)>? sources = null,
        SpecOptions? options = null, params (string Id, ReportDiagnostic Severity)[] severities) =>
        RunAsync(Compilation(sources ?? [], severities), analyzer, texts, options);

    /// <summary>The project, without what is generated.</summary>
    public static CSharpCompilation Compilation(
        IEnumerable<(string Path, string Text)> sources, params (string Id, ReportDiagnostic Severity)[] severities) => Empty
            .AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, path: Folder + source.Path)))
            .WithOptions(Empty.Options.WithSyntaxTreeOptionsProvider(new Severities(severities)));

    /// <summary>What the analyzers report of a compilation.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(
        CSharpCompilation compilation, DiagnosticAnalyzer analyzer, IEnumerable<AdditionalText> texts, SpecOptions? options)
    {
        var found = await compilation
            .WithAnalyzers([analyzer], new AnalyzerOptions([.. texts], options ?? new SpecOptions(isServer: false)))
            .GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(one => one.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(one => one.Location.GetLineSpan().StartLinePosition)];
    }

    /// <summary>A finding on one line: file from the repository, place, severity, id, sentence.</summary>
    public static string Told(Diagnostic found)
    {
        var span = found.Location.GetLineSpan();
        var path = span.Path.Replace("/repo/specs/", "", StringComparison.Ordinal).Replace(Folder, "", StringComparison.Ordinal);
        var severity = found.Severity == DiagnosticSeverity.Error ? "error" : "warning";
        return FormattableString.Invariant(
            $"{path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {severity} {found.Id}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private sealed class Severities((string Id, ReportDiagnostic Severity)[] severities) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = default;
            return false;
        }

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = severities.FirstOrDefault(one => one.Id == diagnosticId).Severity;
            return severities.Any(one => one.Id == diagnosticId);
        }
    }
}
