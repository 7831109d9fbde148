using Adapters.Generator.Diagnostics;

namespace Adapters.Generator.Validation;

/// <summary>
/// Looks for something that compiles and is most likely a mistake. One file per lint, its rule beside it; only models
/// without errors are looked at.
/// </summary>
/// <param name="rule">What is reported.</param>
internal abstract class Lint(DiagnosticRule rule)
{
    /// <summary>What is reported.</summary>
    public DiagnosticRule Rule => rule;

    /// <summary>Looks, and reports.</summary>
    public abstract void Check(LintContext context);
}
