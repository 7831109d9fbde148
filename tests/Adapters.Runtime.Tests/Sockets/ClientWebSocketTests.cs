using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Sockets;

public sealed class ClientWebSocketTests
{
    [Fact]
    public async Task A_stream_runs_over_a_real_connection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = ServeAsync(listener);
        var heard = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var gap = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var streams = new Streams(
            new StreamOptions { StaleAfter = null, FirstReconnectDelay = TimeSpan.FromSeconds(20) },
            factory: new ClientWebSocketFactory(), host: $"ws://127.0.0.1:{port}", clock: TimeProvider.System);

        var subscription = await streams.Client.SubscribeAsync(
            Streams.Ticks, "a", (in TickRecord tick) => heard.TrySetResult(tick.Number),
            change =>
            {
                if (change.Kind == SubscriptionEventKind.Gap)
                {
                    gap.TrySetResult();
                }
            });

        Assert.Equal(5, await heard.Task);
        await gap.Task; // the server has closed
        await serving;
        Assert.Equal(SubscriptionState.Lost, subscription.State);
        await streams.Client.DisposeAsync();
    }

    [Fact]
    public async Task A_receive_ends_with_its_token()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = AcceptAsync();
        var address = new Uri($"ws://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/stream");
        await using var connection = await new ClientWebSocketFactory().ConnectAsync(address, CancellationToken.None);
        using var accepted = await accepting;
        using var stop = new CancellationTokenSource();

        var receiving = connection.ReceiveAsync(new byte[100], stop.Token).AsTask();
        Assert.False(receiving.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => receiving);
        await Assert.ThrowsAnyAsync<Exception>(async () => await connection.ReceiveAsync(new byte[100], stop.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await connection.ReceiveAsync(new byte[100], new CancellationToken(canceled: true)));

        async Task<TcpClient> AcceptAsync()
        {
            var client = await listener.AcceptTcpClientAsync();
            await AnswerAsync(client.GetStream(), await ReadHeadAsync(client.GetStream()));
            return client;
        }
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var request = await ReadHeadAsync(stream);
        Assert.StartsWith("GET /stream ", request, StringComparison.Ordinal);
        await AnswerAsync(stream, request);
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
        var buffer = new byte[1_024];
        var frame = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        Assert.Equal("""{"method":"SUBSCRIBE","params":["a"],"id":1}""", Encoding.UTF8.GetString(buffer, 0, frame.Count));
        await SendAsync("""{"result":null,"id":1}""");
        await SendAsync("""{"stream":"a","data":{"n":5}}""");
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        while ((await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
        }

        async Task SendAsync(string text) => await socket.SendAsync(
            Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, CancellationToken.None);
    }

    private static async Task AnswerAsync(NetworkStream stream, string request)
    {
        var key = request.Split("Sec-WebSocket-Key: ")[1].Split("\r\n")[0];
#pragma warning disable CA5350 // the protocol's own choice
        var accept = Convert.ToBase64String(
            SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Accept: {accept}\r\n\r\n"));
    }

    private static async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.Equal(1, await stream.ReadAsync(one));
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
