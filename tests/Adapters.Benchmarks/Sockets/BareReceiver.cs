using System.Buffers.Text;
using System.Net.WebSockets;

namespace Adapters.Benchmarks.Sockets;

/// <summary>The least that can be done: a ClientWebSocket's receive loop that looks at nothing.</summary>
internal sealed class BareReceiver : IReceiver
{
    internal static readonly TimeSpan KeepAlive = TimeSpan.FromMinutes(5);

    public string Name => "bare ClientWebSocket loop, nothing decoded";

    public async Task ReceiveAsync(string address, Tally tally)
    {
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = KeepAlive;
        socket.Options.KeepAliveTimeout = KeepAlive;
        await socket.ConnectAsync(new Uri($"{address}/stream"), default);
        await socket.SendAsync(
            """{"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":1}"""u8.ToArray(), WebSocketMessageType.Text, true, default);
        var buffer = new byte[64 * 1024];
        await socket.ReceiveAsync(buffer.AsMemory(), default); // the acknowledgement
        var used = 0;
        while (!tally.IsFull)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(used), default);
            used += result.Count;
            if (result.EndOfMessage)
            {
                tally.Add(tally.IsPaced ? Due(buffer.AsSpan(0, used)) : used);
                used = 0;
            }
        }

        socket.Abort();
    }

    private static long Due(ReadOnlySpan<byte> frame)
    {
        var start = frame.IndexOf("\"t\":"u8) + 4;
        return Utf8Parser.TryParse(frame[start..], out long due, out _)
            ? due
            : throw new FormatException("The frame has no trade id.");
    }
}
