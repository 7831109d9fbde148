using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>Alternatives behind one that is always present.</summary>
internal sealed class DeadAlternative() : Lint(new(
    "ADP104", "Alternative that is never taken",
    "What stands before it is never absent: nothing behind the first '|' in '{0}' is ever taken", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var conversion in context.Model.Conversions)
        {
            foreach (var member in conversion.Members)
            {
                if (member.Value is not FirstExpression first) continue;
                if (first.Items.Take(first.Items.Count - 1).All(Expressions.MayBeAbsent)) continue;
                var place = context.Outline.ValueAt(
                    "conversions", conversion.Scope, LintContext.NameOf(conversion), Names.Camel(member.Member.Name));
                context.Report(this, place, place.Text);
            }
        }
    }
}
