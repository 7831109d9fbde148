using Adapters.Generator.Support;

namespace Adapters.Generator.Validation.Rules;

/// <summary>A name under <c>without</c> that means nothing.</summary>
internal sealed class UnknownLack() : Lint(new(
    "ADP113", "Environment without something unknown",
    "The environment '{0}' cannot be without '{1}': there is no such endpoint, socket or kind of auth{2}", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var environment in context.Model.Environments)
        {
            var known = new HashSet<string>(context.Model.Endpoints.Select(endpoint => endpoint.Name)
                .Concat(context.Model.Sockets.Select(socket => socket.Name))
                .Concat(context.Model.Auth.Select(kind => kind.Name)));
            foreach (var name in environment.Without.Where(name => !known.Contains(name)))
            {
                var place = context.Outline.ValueAt("environments", environment.Scope, environment.Name, "without", name);
                context.Report(this, place, environment.Name, name, Nearest.Hint(name, known));
            }
        }
    }
}
