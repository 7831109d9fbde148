using Adapters.Generator.Model;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A text of an error rule that an earlier text of the same codes hides.</summary>
internal sealed class ShadowedText() : Lint(new(
    "ADP120", "Text that is never reached",
    "Every message with '{0}' holds '{1}' too, which stands before it: {2} is never taken", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        var rules = context.Model.Errors.Where(rule => rule.Contains is not null);
        foreach (var group in rules.GroupBy(rule => (rule.Scope, rule.Socket, rule.Code, rule.CodeFrom, rule.CodeTo)))
        {
            var seen = new List<ErrorRuleModel>();
            foreach (var rule in group)
            {
                var hiding = seen.FirstOrDefault(earlier => earlier.Class != rule.Class
                    && rule.Contains!.IndexOf(earlier.Contains!, StringComparison.OrdinalIgnoreCase) >= 0);
                if (hiding is not null) context.Report(this, Place(context, rule), rule.Contains!, hiding.Contains!, rule.Class);
                seen.Add(rule);
            }
        }
    }

    private static OutlinePlace Place(LintContext context, ErrorRuleModel rule)
    {
        for (var i = 0; context.Outline.Has("errors", rule.Scope, "texts", $"#{i}"); i++)
        {
            string[] path = ["texts", $"#{i}", "contains", rule.Contains!];
            if (context.Outline.Has("errors", rule.Scope, path)) return context.Outline.At("errors", rule.Scope, path);
        }
        return context.Outline.At("errors", rule.Scope, "texts");
    }
}
