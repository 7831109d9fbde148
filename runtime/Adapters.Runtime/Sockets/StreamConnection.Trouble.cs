using System.Net.WebSockets;
using Adapters.Limits;

namespace Adapters.Sockets;

/// <content>Why it does not carry its topics, for whoever waits for them.</content>
internal sealed partial class StreamConnection
{
    private volatile bool _waitsForTurn;
    private volatile string? _lost; // why the last connection was lost, until the venue answers again
    private volatile Dropped? _dropped;

    /// <summary>It waits for its turn to be opened.</summary>
    public bool WaitsForTurn => _waitsForTurn;

    /// <summary>What is in its way and what helps, as far as is known; null where nothing is.</summary>
    public string? Trouble
    {
        get
        {
            if (!_waitsForTurn)
            {
                return _lost is { } reason ? "the last connection failed: " + reason : null;
            }

            return $"a new connection waits for the venue's limit ({_client.Limiter!.UsedUp(_client.ConnectCosts)}); subscribe later, "
                + $"or raise {nameof(StreamOptions)}.{nameof(StreamOptions.SubscribeTimeout)}, or "
                + $"{nameof(StreamOptions)}.{nameof(StreamOptions.TopicsPerConnection)} where it is set low";
        }
    }

    /// <summary>Drops the present connection; the next follows by itself.</summary>
    /// <param name="reason">Why; whoever waits is told.</param>
    public void Abort(string reason) => Drop(_socket, reason);

    private void Drop(IWebSocketConnection? socket, string reason)
    {
        if (socket is null)
        {
            return;
        }

        if (_dropped?.Socket != socket)
        {
            _dropped = new Dropped(socket, reason); // before it fails, so that whoever receives knows the cause
        }

        socket.Abort();
    }

    private string? DropReason(IWebSocketConnection? socket) =>
        _dropped is { } dropped && dropped.Socket == socket ? dropped.Reason : null;

    private static string Told(Exception error) =>
        error is WebSocketException or OperationCanceledException or IOException or RateLimitException ? error.Message : error.ToString();

    private sealed record Dropped(IWebSocketConnection Socket, string Reason);
}
