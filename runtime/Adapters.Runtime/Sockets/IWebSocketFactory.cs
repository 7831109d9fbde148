namespace Adapters.Sockets;

/// <summary>Opens WebSocket connections: the seam at which tests and simulated exchanges stand in for the network.</summary>
public interface IWebSocketFactory
{
    /// <summary>Opens a connection.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">It could not be opened.</exception>
    ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken);
}

/// <summary>An open connection. One receive and one send may run at a time.</summary>
public interface IWebSocketConnection : IAsyncDisposable
{
    /// <summary>Pings of the other side are seen as <see cref="FrameKind.Ping"/>; otherwise the transport itself
    /// finds out that the other side is gone.</summary>
    bool SeesPings { get; }

    /// <summary>Receives a frame, or a part of one.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection broke.</exception>
    ValueTask<ReceivedFrame> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends a text frame.</summary>
    /// <exception cref="System.Net.WebSockets.WebSocketException">The connection broke.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken);

    /// <summary>Drops the connection at once; a pending receive fails.</summary>
    void Abort();
}

/// <summary>Kinds of frame.</summary>
public enum FrameKind
{
    /// <summary>Text or binary data.</summary>
    Data = 1,

    /// <summary>A ping, already answered.</summary>
    Ping,

    /// <summary>The other side closed.</summary>
    Close,
}

/// <summary>What a receive gave.</summary>
/// <param name="Kind">Kind of frame.</param>
/// <param name="Count">Bytes written into the buffer.</param>
/// <param name="IsEnd">The message ends here.</param>
public readonly record struct ReceivedFrame(FrameKind Kind, int Count, bool IsEnd);
