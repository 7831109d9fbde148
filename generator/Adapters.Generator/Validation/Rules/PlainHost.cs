namespace Adapters.Generator.Validation.Rules;

/// <summary>A host that is reached without TLS, on another machine than this one.</summary>
internal sealed class PlainHost() : Lint(new(
    "ADP114", "Host without encryption",
    "'{0}' is not encrypted: keys, signatures and orders would travel in the open; write {1}", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var environment in context.Model.Environments)
        {
            foreach (var host in environment.Hosts)
            {
                var secure = host.Value.StartsWith("http://", StringComparison.Ordinal) ? "https://"
                    : host.Value.StartsWith("ws://", StringComparison.Ordinal) ? "wss://" : null;
                if (secure is null || IsLocal(host.Value)) continue;
                var place = context.Outline.ValueAt("environments", environment.Scope, environment.Name, host.Name);
                context.Report(this, place, host.Value, secure);
            }
        }
    }

    private static bool IsLocal(string url)
    {
        var host = url.Substring(url.IndexOf("://", StringComparison.Ordinal) + 3);
        return host.StartsWith("localhost", StringComparison.Ordinal) || host.StartsWith("127.", StringComparison.Ordinal)
            || host.StartsWith("[::1]", StringComparison.Ordinal);
    }
}
