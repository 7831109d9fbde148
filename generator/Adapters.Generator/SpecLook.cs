using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;
using Adapters.Generator.Validation;
using Microsoft.CodeAnalysis.Text;

namespace Adapters.Generator;

/// <summary>
/// What analyzers know of one exchange. A host asks again after every keystroke in C#: as long as the texts are the same,
/// nothing is read again.
/// </summary>
internal sealed class SpecLook
{
    private static readonly ConditionalWeakTable<SourceText, SpecLook> Known = new();

    private readonly ImmutableArray<SourceText> _texts;
    private readonly EquatableArray<string> _samples;
    private readonly Lazy<EquatableArray<SpecDiagnostic>> _found;

    private SpecLook(SpecSource exchange)
    {
        _texts = exchange.Texts;
        _samples = exchange.Samples;
        var bound = SpecBinder.Bind([.. exchange.Files.Select(file => ReadFile.Of(file.Input.File))], out var outline);
        Model = bound.Model;
        Outline = outline;
        // what cannot be compiled is reported by the generator; suspicions would only follow from it
        _found = new(() => Model is null || Outline is null || bound.Diagnostics.Count > 0
            ? EquatableArray<SpecDiagnostic>.Empty
            : Lints.Check(Model, Outline, _samples.Count == 0 ? null : _samples));
    }

    /// <summary>What the specification means; null where nothing of it can be used.</summary>
    public ExchangeModel? Model { get; }

    /// <summary>Where it says so.</summary>
    public SpecOutline? Outline { get; }

    /// <summary>What is suspicious.</summary>
    public EquatableArray<SpecDiagnostic> Found => _found.Value;

    /// <summary>Looks at an exchange, once.</summary>
    public static SpecLook At(SpecSource exchange)
    {
        var first = exchange.Files[0].Text;
        if (Known.TryGetValue(first, out var look) && look.IsOf(exchange)) return look;
        look = new SpecLook(exchange);
        Known.Remove(first);
        Known.GetValue(first, _ => look);
        return look;
    }

    private bool IsOf(SpecSource exchange) => exchange.Texts.SequenceEqual(_texts) && exchange.Samples == _samples;
}
