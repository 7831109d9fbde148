using System.Net.WebSockets;
using Adapters.Sockets;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Opens connections to a venue over a network on which things go wrong.</summary>
internal sealed class FaultySockets(Network network, IWebSocketFactory venue) : IWebSocketFactory
{
    private readonly List<FaultySocket> _opened = [];

    public async ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        await Task.Delay(network.Latency(), network.Clock, cancellationToken).ConfigureAwait(false);
        if (!network.IsCalm && network.Chance(0.1))
        {
            network.Count(WireFault.Refused);
            network.Log.Add("  socket: refused");
            throw new WebSocketException("The connection was refused.");
        }

        var connection = await venue.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
        network.Log.Add("  socket: connected");
        network.OnConnected();
        var socket = new FaultySocket(network, connection);
        _opened.Add(socket);
        return socket;
    }

    /// <summary>Breaks every connection.</summary>
    public void Cut()
    {
        foreach (var socket in _opened.ToArray()) // the next is opened at once
        {
            socket.Cut();
        }
    }
}
