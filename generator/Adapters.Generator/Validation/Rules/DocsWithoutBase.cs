namespace Adapters.Generator.Validation.Rules;

/// <summary>A part of a link in a file that does not say what it is a part of.</summary>
internal sealed class DocsWithoutBase() : Lint(new(
    "ADP107", "Link without a base",
    "'{0}' is no link by itself; say the page's address in 'docs:' at the top of the file", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var endpoint in context.Model.Endpoints) Check(context, endpoint.Docs, "endpoints", endpoint.Scope, endpoint.Name, "docs");
        foreach (var socket in context.Model.Sockets)
        {
            Check(context, socket.Docs, "sockets", socket.Scope, socket.Name, "docs");
            foreach (var channel in socket.Channels)
            {
                Check(context, channel.Docs, "sockets", socket.Scope, socket.Name, "channels", channel.Name, "docs");
            }
        }
    }

    private void Check(LintContext context, string? docs, string section, string? scope, params string[] path)
    {
        if (docs is not null && !docs.Contains("://")) context.Report(this, context.Outline.ValueAt(section, scope, path), docs);
    }
}
