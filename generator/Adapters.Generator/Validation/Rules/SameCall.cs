using Adapters.Generator.Model;

namespace Adapters.Generator.Validation.Rules;

/// <summary>Two endpoints with one verb, path and set of constants.</summary>
internal sealed class SameCall() : Lint(new(
    "ADP111", "Same call twice",
    "'{0}' and '{1}' are the same call, {2}", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        var groups = context.Model.Endpoints.Where(endpoint => endpoint.Method is not null)
            .GroupBy(endpoint => (endpoint.Scope, endpoint.Method, endpoint.Path, Constants(endpoint)));
        foreach (var group in groups)
        {
            foreach (var endpoint in group.Skip(1))
            {
                var place = context.Outline.ValueAt("endpoints", endpoint.Scope, endpoint.Name, "call");
                context.Report(this, place, group.First().Name, endpoint.Name, $"{endpoint.Method} {endpoint.Path}");
            }
        }
    }

    // Venues with one path for several products tell them apart by a constant.
    private static string Constants(EndpointModel endpoint) => string.Join(
        "&", endpoint.Parameters.Where(parameter => parameter.Constant is not null).Select(parameter => parameter.WireName + "=" + parameter.Constant));
}
