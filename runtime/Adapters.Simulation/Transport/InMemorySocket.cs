using System.Net.WebSockets;
using Adapters.Sockets;

namespace Adapters.Simulation.Transport;

/// <summary>The server's end of a connection in memory.</summary>
public sealed class InMemorySocket
{
    private bool _isOpen = true;

    internal InMemorySocket(Uri address)
    {
        Address = address;
        Client = new InMemoryClientEnd(this);
    }

    /// <summary>Raised inline with each frame that the client sends; the memory is valid during the call.</summary>
    public event Action<ReadOnlyMemory<byte>>? Received;

    /// <summary>Raised once, when either side has closed or dropped the connection.</summary>
    public event Action? Closed;

    /// <summary>What the client connected to.</summary>
    public Uri Address { get; }

    /// <summary>Neither side has closed yet.</summary>
    public bool IsOpen => Volatile.Read(ref _isOpen);

    internal InMemoryClientEnd Client { get; }

    /// <summary>Sends a text frame; a client that waits takes it before this returns. After the end it does nothing.</summary>
    public void Send(ReadOnlyMemory<byte> utf8) => Deliver(FrameKind.Data, utf8.Span, isEnd: true);

    /// <summary>Sends a message in parts.</summary>
    /// <param name="utf8">The whole message.</param>
    /// <param name="partLength">Bytes per part.</param>
    public void SendFragmented(ReadOnlyMemory<byte> utf8, int partLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partLength, 1);
        var rest = utf8;
        while (rest.Length > partLength)
        {
            Deliver(FrameKind.Data, rest.Span[..partLength], isEnd: false);
            rest = rest[partLength..];
        }

        Deliver(FrameKind.Data, rest.Span, isEnd: true);
    }

    /// <summary>Sends a ping.</summary>
    public void Ping() => Deliver(FrameKind.Ping, [], isEnd: true);

    /// <summary>Closes; the client still gets what was sent before.</summary>
    public void Close()
    {
        if (End())
        {
            Client.Deliver(FrameKind.Close, [], isEnd: true);
            Closed?.Invoke();
        }
    }

    /// <summary>Drops the connection: the client's receive fails, and what it has not taken is lost.</summary>
    public void Abort()
    {
        if (End())
        {
            Client.Break(new WebSocketException("The other side dropped the connection."));
            Closed?.Invoke();
        }
    }

    internal void OnSent(ReadOnlyMemory<byte> frame) => Received?.Invoke(frame);

    internal void OnClientGone()
    {
        if (End())
        {
            Closed?.Invoke();
        }
    }

    private void Deliver(FrameKind kind, ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (IsOpen)
        {
            Client.Deliver(kind, bytes, isEnd);
        }
    }

    private bool End() => Interlocked.Exchange(ref _isOpen, false);
}
