namespace Adapters.Generator.Validation.Rules;

/// <summary>A call with a weight of zero that no other limit counts either.</summary>
internal sealed class FreeCall() : Lint(new(
    "ADP109", "Call that costs nothing",
    "'{0}' weighs nothing and counts nothing: no limit would ever hold it back", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var endpoint in context.Model.Endpoints.Where(endpoint => endpoint.Counts.Count == 0))
        {
            if (endpoint.Weight.Else > 0 || endpoint.Weight.Choices.Any(choice => choice.Amount > 0)) continue;
            context.Report(this, context.Outline.ValueAt("endpoints", endpoint.Scope, endpoint.Name, "weight"), endpoint.Name);
        }
    }
}
