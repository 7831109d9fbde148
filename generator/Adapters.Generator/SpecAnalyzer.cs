using System.Collections.Immutable;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Adapters.Generator;

/// <summary>
/// Reports what is suspicious in specifications. An analyzer, not the generator: so each rule can be turned up, down and
/// off in a <c>.globalconfig</c> (an <c>.editorconfig</c> does not reach YAML).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Lints.All.Select(lint => Descriptors.Of(lint.Rule))];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        // the exchange's own project says it once; simulated exchanges use the same files
        if (Settings.Of(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).IsServer) return;
        var specs = SpecSources.Of(context.Options, context.CancellationToken);
        if (specs.Exchanges.Count == 0) return;
        var found = new Lazy<ILookup<string, SpecDiagnostic>>(() => specs.Exchanges
            .SelectMany(exchange => SpecLook.At(exchange).Found.Select(finding => (Place: exchange.PlaceOf(finding.Path), Finding: finding)))
            .ToLookup(pair => pair.Place, pair => pair.Finding));
        context.RegisterAdditionalFileAction(file =>
        {
            foreach (var finding in found.Value[file.AdditionalFile.Path])
            {
                file.ReportDiagnostic(SpecSources.ToDiagnostic(finding, file.AdditionalFile.Path));
            }
        });
    }
}
