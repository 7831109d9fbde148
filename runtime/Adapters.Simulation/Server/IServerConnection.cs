namespace Adapters.Simulation.Server;

/// <summary>The server's end of a WebSocket. No member waits or throws; after the end they do nothing.</summary>
public interface IServerConnection
{
    /// <summary>Sends a text frame. The memory does not change afterwards.</summary>
    void Send(ReadOnlyMemory<byte> utf8);

    /// <summary>Sends a ping, where the transport does not do so by itself.</summary>
    void Ping();

    /// <summary>Closes after what was sent.</summary>
    /// <param name="code">Status of RFC 6455, for example 1008.</param>
    /// <param name="reason">In words.</param>
    void Close(int code, string reason);

    /// <summary>Drops the connection.</summary>
    void Abort();
}
