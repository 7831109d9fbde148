namespace Adapters.Generator.Validation.Rules;

/// <summary>A call or a channel without a page of the venue: nobody can check what it says.</summary>
internal sealed class MissingDocs() : Lint(new(
    "ADP106", "No link to the venue",
    "The {0} '{1}' has no link to the venue's page; write 'docs:' here or at the top of the file", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var endpoint in context.Model.Endpoints.Where(endpoint => endpoint.Docs is null))
        {
            context.Report(this, context.Outline.At("endpoints", endpoint.Scope, endpoint.Name), "endpoint", endpoint.Name);
        }
        foreach (var socket in context.Model.Sockets)
        {
            foreach (var channel in socket.Channels.Where(channel => channel.Docs is null))
            {
                var place = context.Outline.At("sockets", socket.Scope, socket.Name, "channels", channel.Name);
                context.Report(this, place, "channel", channel.Name);
            }
        }
    }
}
