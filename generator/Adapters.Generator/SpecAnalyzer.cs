using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;
using Adapters.Generator.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator;

/// <summary>
/// Reports what is suspicious in specifications. An analyzer, not the generator: so each rule can be turned up, down and
/// off in a <c>.globalconfig</c> (an <c>.editorconfig</c> does not reach YAML).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpecAnalyzer : DiagnosticAnalyzer
{
    // A host asks again after every keystroke in C#: the same texts were looked at already.
    private static readonly ConditionalWeakTable<SourceText, Looked> Known = new();

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
        var specs = SpecSources.Of(context.Options, context.CancellationToken);
        if (specs.Exchanges.Count == 0) return;
        var found = new Lazy<ILookup<string, SpecDiagnostic>>(() => specs.Exchanges
            .SelectMany(exchange => Look(exchange).Select(finding => (Place: exchange.PlaceOf(finding.Path), Finding: finding)))
            .ToLookup(pair => pair.Place, pair => pair.Finding));
        context.RegisterAdditionalFileAction(file =>
        {
            foreach (var finding in found.Value[file.AdditionalFile.Path])
            {
                file.ReportDiagnostic(SpecSources.ToDiagnostic(finding, file.AdditionalFile.Path));
            }
        });
    }

    private static EquatableArray<SpecDiagnostic> Look(SpecSource exchange)
    {
        var first = exchange.Files[0].Text;
        if (Known.TryGetValue(first, out var looked) && looked.IsOf(exchange)) return looked.Found;
        looked = new Looked(exchange);
        Known.Remove(first);
        Known.GetValue(first, _ => looked);
        return looked.Found;
    }

    private sealed class Looked
    {
        private readonly ImmutableArray<SourceText> _texts;
        private readonly EquatableArray<string> _samples;

        public Looked(SpecSource exchange)
        {
            _texts = exchange.Texts;
            _samples = exchange.Samples;
            var bound = SpecBinder.Bind([.. exchange.Files.Select(file => ReadFile.Of(file.Input.File))], out var outline);
            // what cannot be compiled is reported by the generator; suspicions would only follow from it
            Found = bound.Model is null || outline is null || bound.Diagnostics.Count > 0
                ? EquatableArray<SpecDiagnostic>.Empty
                : Lints.Check(bound.Model, outline, exchange.Samples.Count == 0 ? null : exchange.Samples);
        }

        public EquatableArray<SpecDiagnostic> Found { get; }

        public bool IsOf(SpecSource exchange) => exchange.Texts.SequenceEqual(_texts) && exchange.Samples == _samples;
    }
}
