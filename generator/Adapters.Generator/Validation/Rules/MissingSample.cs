namespace Adapters.Generator.Validation.Rules;

/// <summary>A call or a channel without a sample, where the samples can be seen: nothing shows that it is decoded.</summary>
internal sealed class MissingSample() : Lint(new(
    "ADP108", "No sample",
    "The {0} '{1}' has no sample; write what the venue documents into samples/{2}{1}.json", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        if (context.Samples is null) return;
        var known = new HashSet<string>(context.Samples.Select(path => path.Split('/').Last().Split('.')[0]), StringComparer.Ordinal);
        foreach (var endpoint in context.Model.Endpoints.Where(endpoint => !known.Contains(endpoint.Name)))
        {
            var place = context.Outline.At("endpoints", endpoint.Scope, endpoint.Name);
            context.Report(this, place, "endpoint", endpoint.Name, Folder(endpoint.Scope));
        }
        foreach (var socket in context.Model.Sockets)
        {
            foreach (var channel in socket.Channels.Where(channel => !known.Contains(channel.Name)))
            {
                var place = context.Outline.At("sockets", socket.Scope, socket.Name, "channels", channel.Name);
                context.Report(this, place, "channel", channel.Name, Folder(socket.Scope));
            }
        }
    }

    private static string Folder(string? scope) => scope is null ? "" : scope + "/";
}
