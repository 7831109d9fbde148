using Adapters.Generator.Model;

namespace Adapters.Generator.Validation.Rules;

/// <summary>An id declared decimal: it would lose its leading zeros, and nothing about it is an amount.</summary>
internal sealed class NumericId() : Lint(new(
    "ADP115", "Id declared as an amount",
    "'{0}' is an id, and ids are not calculated with: 'long' or 'text' keeps it as the venue writes it", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var (field, place) in FieldWalk.Of(context))
        {
            if (field.Type is not ({ Kind: TypeKind.Decimal } or { Kind: TypeKind.List, Element.Kind: TypeKind.Decimal })) continue;
            var name = field.Name!;
            if (name == "id" || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal))
            {
                context.Report(this, place.Word("decimal"), name);
            }
        }
    }
}
