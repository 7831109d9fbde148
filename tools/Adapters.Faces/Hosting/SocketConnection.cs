using System.Net.WebSockets;
using System.Threading.Channels;

namespace Adapters.Faces.Hosting;

/// <summary>A WebSocket of Kestrel as the server sees it. What goes out waits in a queue; a client that does not read
/// is dropped once the queue is full.</summary>
internal sealed class SocketConnection(WebSocket socket) : IServerConnection
{
    private const int MaxWaiting = 10_000;
    private const int MaxFrame = 1 << 20;

    private readonly Channel<ReadOnlyMemory<byte>> _outgoing = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private (WebSocketCloseStatus Status, string Reason) _end = (WebSocketCloseStatus.NormalClosure, "");

    public void Send(ReadOnlyMemory<byte> utf8)
    {
        if (!_outgoing.Writer.TryWrite(utf8) && !_outgoing.Reader.Completion.IsCompleted)
        {
            Abort();
        }
    }

    public void Ping()
    {
        // Kestrel pings by itself.
    }

    public void Close(int code, string reason)
    {
        _end = ((WebSocketCloseStatus)code, reason);
        _outgoing.Writer.TryComplete();
    }

    public void Abort()
    {
        _outgoing.Writer.TryComplete();
        socket.Abort();
    }

    /// <summary>Serves the connection until either side ends it.</summary>
    internal async Task RunAsync(
        VenueServer server, SocketPlan plan, string client, CancellationToken cancellationToken)
    {
        var session = server.Open(plan, this, client);
        var sending = SendAllAsync(cancellationToken);
        try
        {
            await ReceiveAllAsync(session, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (IsEnd(error))
        {
            // The client is gone, or the venue stops: either way the connection is over.
        }
        finally
        {
            session.OnClosed();
            _outgoing.Writer.TryComplete();
            await sending.ConfigureAwait(false);
        }
    }

    private static bool IsEnd(Exception error) =>
        error is WebSocketException or OperationCanceledException or ObjectDisposedException;

    private async Task ReceiveAllAsync(VenueSession session, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            length += part.Count;
            if (length > MaxFrame)
            {
                Close((int)WebSocketCloseStatus.MessageTooBig, "");
                return;
            }

            if (part.EndOfMessage)
            {
                session.OnFrame(buffer.AsMemory(0, length));
                length = 0;
            }
        }
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in _outgoing.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(TimeSpan.FromSeconds(1));
                await socket.CloseOutputAsync(_end.Status, _end.Reason, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (IsEnd(error))
        {
            socket.Abort(); // wakes the receiver, which ends the connection
        }
    }
}
