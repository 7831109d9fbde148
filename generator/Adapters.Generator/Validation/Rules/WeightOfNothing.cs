using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A weight by a text that the parameter cannot have.</summary>
internal sealed class WeightOfNothing() : Lint(new(
    "ADP124", "Weight of a value that does not exist",
    "'{0}' has no value '{1}'{2}; this weight is never taken", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var endpoint in context.Model.Endpoints)
        {
            foreach (var choice in endpoint.Weight.Choices)
            {
                var type = endpoint.Parameters.First(parameter => parameter.WireName == choice.Parameter).Type;
                if (Values(context, type) is not { } known) continue;
                foreach (var exact in choice.Exact.Where(exact => !known.Contains(exact.Value)))
                {
                    var place = context.Outline.At("endpoints", endpoint.Scope, endpoint.Name, "weight", choice.Parameter, exact.Value);
                    context.Report(this, place, choice.Parameter, exact.Value, Nearest.Hint(exact.Value, known));
                }
            }
        }
    }

    private static IReadOnlyList<string>? Values(LintContext context, TypeRef type) => type.Kind switch
    {
        TypeKind.Bool => ["true", "false"],
        TypeKind.Enum => [.. context.EnumOf(type)!.Values.Select(value => value.Wire)],
        TypeKind.Int or TypeKind.Long or TypeKind.Decimal or TypeKind.List => [],
        _ => null,
    };
}
