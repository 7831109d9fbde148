namespace Adapters.Generator.Validation.Rules;

/// <summary>A path parameter that a caller may leave out.</summary>
internal sealed class OptionalInPath() : Lint(new(
    "ADP123", "Optional parameter in a path",
    "'{0}' stands in the path of '{1}' and may be absent: the path would have a hole", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var endpoint in context.Model.Endpoints)
        {
            foreach (var parameter in endpoint.Parameters.Where(parameter => parameter.InPath && parameter.IsOptional))
            {
                var place = context.Outline.ValueAt("endpoints", endpoint.Scope, endpoint.Name, "call");
                context.Report(this, place.Word("{" + parameter.WireName + "}"), parameter.WireName, endpoint.Name);
            }
        }
    }
}
