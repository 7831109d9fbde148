namespace Adapters.Cli.Requests;

/// <summary>The transport of a command that must send nothing.</summary>
internal sealed class RefusingHandler : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This command sends nothing.");
}
