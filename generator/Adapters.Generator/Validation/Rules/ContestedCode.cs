using Adapters.Generator.Model;

namespace Adapters.Generator.Validation.Rules;

/// <summary>An error code that two classes claim.</summary>
internal sealed class ContestedCode() : Lint(new(
    "ADP119", "Code of two classes",
    "{0} is {1} already; the first class is taken, and {2} never", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        var rules = context.Model.Errors.Where(rule => rule.Contains is null && rule.Http is null);
        foreach (var table in rules.GroupBy(rule => (rule.Scope, rule.Socket)))
        {
            var seen = new List<ErrorRuleModel>();
            foreach (var rule in table)
            {
                if (seen.FirstOrDefault(earlier => Clash(earlier, rule)) is { } earlier && earlier.Class != rule.Class)
                {
                    context.Report(this, Place(context, rule), Told(rule), earlier.Class, rule.Class);
                }
                seen.Add(rule);
            }
        }
    }

    // A range around a code is fine: the narrower one is meant. Two of one size, or that overlap in part, are not.
    private static bool Clash(ErrorRuleModel a, ErrorRuleModel b)
    {
        if (a.Code is not null || b.Code is not null) return a.Code == b.Code;
        if (a.CodeFrom > b.CodeTo || b.CodeFrom > a.CodeTo) return false;
        var isInside = (a.CodeFrom <= b.CodeFrom && b.CodeTo <= a.CodeTo) || (b.CodeFrom <= a.CodeFrom && a.CodeTo <= b.CodeTo);
        return !isInside || (a.CodeFrom == b.CodeFrom && a.CodeTo == b.CodeTo);
    }

    private static string Told(ErrorRuleModel rule) =>
        rule.Code ?? (rule.CodeFrom == rule.CodeTo ? $"{rule.CodeFrom}" : $"{rule.CodeFrom}..{rule.CodeTo}");

    private static OutlinePlace Place(LintContext context, ErrorRuleModel rule)
    {
        string[] table = rule.Socket is null ? ["codes"] : [rule.Socket, "errors"];
        var section = rule.Socket is null ? "errors" : "sockets";
        return context.Outline.At(section, rule.Scope, [.. table, rule.Class, Told(rule)]);
    }
}
