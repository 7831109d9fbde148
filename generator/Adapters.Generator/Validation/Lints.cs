using System.Collections.Immutable;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Validation.Rules;

namespace Adapters.Generator.Validation;

/// <summary>All lints.</summary>
internal static class Lints
{
    /// <summary>In order of their ids.</summary>
    public static ImmutableArray<Lint> All { get; } =
    [
        new UnreadField(), new UnfilledMember(), new AccidentalName(), new NeedlessAssertion(), new DeadAlternative(),
        new UnusedDeclaration(), new MissingDocs(), new DocsWithoutBase(), new MissingSample(), new FreeCall(),
        new UnverifiedNothing(), new SameCall(), new MissingHost(), new UnknownLack(), new PlainHost(), new NumericId(),
        new NumericTime(), new TimeUnitMismatch(), new ShortSilence(), new ContestedCode(), new ShadowedText(),
        new UncheckedGap(), new SignatureWithoutSigner(), new OptionalInPath(), new WeightOfNothing(),
    ];

    /// <summary>Looks at a model without errors.</summary>
    /// <param name="samples">Paths below the exchange's folder of samples; null where they cannot be seen.</param>
    public static EquatableArray<SpecDiagnostic> Check(ExchangeModel model, SpecOutline outline, IReadOnlyCollection<string>? samples)
    {
        var diagnostics = new DiagnosticBag();
        var context = new LintContext(model, outline, samples, diagnostics);
        foreach (var lint in All) lint.Check(context);
        return diagnostics.ToEquatableArray();
    }
}
