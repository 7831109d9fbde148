using Adapters.Sockets;

namespace Adapters.Cli.Requests;

/// <summary>Opens nothing: a request that is only shown must not leave this machine.</summary>
internal sealed class RefusingSockets : IWebSocketFactory
{
    public ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This command sends nothing.");
}
