namespace Adapters.Generator.Validation.Rules;

/// <summary>An environment that lacks a host of a socket or of the REST calls, and does not say that it lacks them.</summary>
internal sealed class MissingHost() : Lint(new(
    "ADP112", "Environment without a host",
    "The environment '{0}' has no host '{1}', which {2} needs; give it, or say 'without: [{3}]'", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var environment in context.Model.Environments)
        {
            var place = context.Outline.At("environments", environment.Scope, environment.Name);
            var lacks = new HashSet<string>(environment.Without);
            var hosts = new HashSet<string>(environment.Hosts.Select(host => host.Name));
            foreach (var socket in context.Model.Sockets.Where(socket => LintContext.Sees(socket.Scope, environment.Scope)))
            {
                foreach (var host in Hosts(socket.Url).Where(host => !hosts.Contains(host) && !lacks.Contains(socket.Name)))
                {
                    context.Report(this, place, environment.Name, host, $"the socket '{socket.Name}'", socket.Name);
                }
            }
            var call = context.Model.Endpoints.FirstOrDefault(endpoint => endpoint.Method is not null
                && LintContext.Sees(endpoint.Scope, environment.Scope) && !lacks.Contains(endpoint.Name)
                && (endpoint.Auth is null || !lacks.Contains(endpoint.Auth)));
            if (call is not null && !hosts.Contains("rest")) context.Report(this, place, environment.Name, "rest", $"the endpoint '{call.Name}'", call.Name);
        }
    }

    private static IEnumerable<string> Hosts(string url)
    {
        for (var open = url.IndexOf('{'); open >= 0; open = url.IndexOf('{', open + 1))
        {
            var close = url.IndexOf('}', open);
            if (close > open) yield return url.Substring(open + 1, close - open - 1);
        }
    }
}
