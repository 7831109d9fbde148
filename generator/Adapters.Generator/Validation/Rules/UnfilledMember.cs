using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A member of the domain that no conversion of a product fills. Often the venue does not tell it: off unless asked for.</summary>
internal sealed class UnfilledMember() : Lint(new(
    "ADP101", "Member that nothing fills",
    "Nothing fills {0}.{1}{2}", IsError: false, IsOff: true))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var group in context.Model.Conversions.GroupBy(conversion => (conversion.Scope, conversion.Target)))
        {
            var first = group.First();
            var place = context.Outline.At("conversions", first.Scope, LintContext.NameOf(first));
            foreach (var member in DomainCatalogue.Types[first.Target].Members)
            {
                if (group.Any(conversion => conversion.Members.Any(filled => filled.Member == member))) continue;
                context.Report(this, place, first.Target, member.Key, first.Scope is null ? "" : $" of {first.Scope}");
            }
        }
    }
}
