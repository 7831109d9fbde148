using Adapters.Generator.Binding;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Syntax;
using Adapters.Generator.Template;
using Adapters.Generator.Validation;

namespace Adapters.Generator;

/// <summary>Everything there is to say about a specification, without a build: what is wrong, else what is suspicious.</summary>
public static class SpecCheck
{
    /// <summary>All rules of specifications, in order of their ids.</summary>
    public static IReadOnlyList<DiagnosticRule> Rules { get; } = [.. DiagnosticRules.All, .. Lints.All.Select(lint => lint.Rule)];

    /// <summary>The same, and those of the template, which need a build.</summary>
    public static IReadOnlyList<DiagnosticRule> AllRules { get; } = [.. Rules, .. TemplateRules.All];

    /// <summary>Checks the files of one exchange.</summary>
    /// <param name="samples">Paths below the exchange's folder of samples, such as <c>spot/GetDepth.json</c>; null where
    /// they cannot be seen.</param>
    /// <param name="everything">Say also what is off unless asked for.</param>
    public static IReadOnlyList<SpecDiagnostic> Check(
        IEnumerable<SpecFile> files, IReadOnlyCollection<string>? samples = null, bool everything = false)
    {
        IReadOnlyList<ReadFile> read = [.. files.Select(ReadFile.Of)];
        var bound = SpecBinder.Bind(read, out var outline);
        if (bound.Diagnostics.Count > 0 || bound.Model is null || outline is null) return bound.Diagnostics;
        return [.. Lints.Check(bound.Model, outline, samples).Where(found => everything || !found.Rule.IsOff)];
    }
}
