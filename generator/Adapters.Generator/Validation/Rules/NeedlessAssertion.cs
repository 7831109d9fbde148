using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>An exclamation mark behind a path that cannot be absent.</summary>
internal sealed class NeedlessAssertion() : Lint(new(
    "ADP103", "Needless assertion",
    "'{0}' is never absent; leave the '!' away, or it will hide that this changes", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var conversion in context.Model.Conversions)
        {
            foreach (var member in conversion.Members)
            {
                var place = context.Outline.ValueAt(
                    "conversions", conversion.Scope, LintContext.NameOf(conversion), Names.Camel(member.Member.Name));
                var words = Texts.Words(place.Text).Select(word => word.Text).Where(word => word.EndsWith("!", StringComparison.Ordinal)).ToList();
                var paths = Expressions.Paths(member.Value).Where(path => path.IsAsserted).ToList();
                for (var i = 0; i < paths.Count; i++)
                {
                    if (paths[i].Steps.Any(step => step.IsOptional)) continue;
                    // paths stand in the order written; those of tables are keys, and the table's place stands for them
                    var written = words.Count == paths.Count ? words[i] : string.Join(".", paths[i].Steps.Select(step => Names.Camel(step.Property)));
                    context.Report(this, place.Word(written), written.TrimEnd('!'));
                }
            }
        }
    }
}
