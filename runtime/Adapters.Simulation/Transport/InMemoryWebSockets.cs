using System.Net.WebSockets;
using Adapters.Sockets;

namespace Adapters.Simulation.Transport;

/// <summary>
/// Connections without a network, served by a simulated exchange. Everything runs inline on the calling thread, so that
/// a run with a simulated clock is the same every time.
/// </summary>
/// <param name="accept">Called with the server's end of each new connection.</param>
/// <param name="refuse">Why a connection to an address is refused; null where it is not.</param>
public sealed class InMemoryWebSockets(Action<InMemorySocket> accept, Func<Uri, string?>? refuse = null)
    : IWebSocketFactory
{
    private readonly Lock _gate = new();
    private readonly List<InMemorySocket> _connections = [];

    /// <summary>Whether attempts to connect fail.</summary>
    public bool RefusesConnections { get; set; }

    /// <summary>What the next attempt to connect fails with, once.</summary>
    public Exception? FailNext { get; set; }

    /// <summary>How often somebody tried to connect.</summary>
    public int Attempts { get; private set; }

    /// <summary>All connections so far, closed ones too, in the order they were opened.</summary>
    public IReadOnlyList<InMemorySocket> Connections
    {
        get
        {
            lock (_gate)
            {
                return [.. _connections];
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<IWebSocketConnection>(cancellationToken);
        }

        InMemorySocket socket;
        lock (_gate)
        {
            Attempts++;
            var error = FailNext ?? (RefusesConnections ? new WebSocketException("The connection was refused.") : null);
            FailNext = null;
            if (error is not null)
            {
                return ValueTask.FromException<IWebSocketConnection>(error);
            }

            if (refuse?.Invoke(address) is { } reason)
            {
                return ValueTask.FromException<IWebSocketConnection>(new WebSocketException(reason));
            }

            socket = new InMemorySocket(address);
            _connections.Add(socket);
        }

        accept(socket);
        return ValueTask.FromResult<IWebSocketConnection>(socket.Client);
    }
}
