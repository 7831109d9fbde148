using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Adapters.Binance.Tests.Signing;

/// <summary>A server on 127.0.0.1 that speaks just enough HTTP and WebSocket. It refuses every order with a text that
/// holds all that was sent, as a careless venue might, and listens to nothing that could be listened to.</summary>
internal sealed class LoopbackVenue : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();

    public LoopbackVenue()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Everything that arrived.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Arrived { get; } = new();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        try
        {
            while (await ReadRequestAsync(stream) is { } request)
            {
                Arrived.Enqueue(request);
                if (request.Contains("Sec-WebSocket-Key", StringComparison.OrdinalIgnoreCase))
                {
                    await UpgradeAsync(stream, request);
                    return;
                }

                var line = request.Split("\r\n")[0];
                var (status, body) = line.Contains("/time", StringComparison.Ordinal)
                    ? ("200 OK", "{\"serverTime\":1781222400000}")
                    : ("400 Bad Request", JsonSerializer.Serialize(new { code = -2010, msg = request }));
                await stream.WriteAsync(Encoding.UTF8.GetBytes(
                    $"HTTP/1.1 {status}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"), _stop.Token);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is gone, or the test is over.
        }
    }

    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4_096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
            var all = text.ToString();
            var head = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (head < 0)
            {
                continue;
            }

            var length = all[..head].Split("\r\n").Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                .Select(static line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            if (all.Length >= head + 4 + length)
            {
                return all;
            }
        }
    }

    private async Task UpgradeAsync(NetworkStream stream, string request)
    {
        var key = request.Split("\r\n").First(static line => line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase))[18..].Trim();
#pragma warning disable CA5350 // the handshake of WebSockets is defined by SHA-1 (RFC 6455)
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"), _stop.Token);
        while (await ReadFrameAsync(stream) is { } frame)
        {
            Arrived.Enqueue(frame);
            using var json = JsonDocument.Parse(frame);
            var answer = $$"""{"id":{{json.RootElement.GetProperty("id")}},"status":400,"error":{{JsonSerializer.Serialize(new { code = -2010, msg = frame })}}}""";
            await WriteFrameAsync(stream, Encoding.UTF8.GetBytes(answer));
        }
    }

    private async Task<string?> ReadFrameAsync(NetworkStream stream)
    {
        while (true)
        {
            var head = new byte[2];
            await stream.ReadExactlyAsync(head, _stop.Token);
            var length = head[1] & 0x7f;
            if (length == 126)
            {
                var longer = new byte[2];
                await stream.ReadExactlyAsync(longer, _stop.Token);
                length = BinaryPrimitives.ReadUInt16BigEndian(longer);
            }

            var mask = new byte[4];
            await stream.ReadExactlyAsync(mask, _stop.Token);
            var payload = new byte[length];
            await stream.ReadExactlyAsync(payload, _stop.Token);
            for (var i = 0; i < length; i++)
            {
                payload[i] ^= mask[i % 4];
            }

            switch (head[0] & 0x0f)
            {
                case 1:
                    return Encoding.UTF8.GetString(payload);
                case 8:
                    return null;
                default:
                    continue;
            }
        }
    }

    private async Task WriteFrameAsync(NetworkStream stream, byte[] payload)
    {
        var head = new byte[] { 0x81, 126, 0, 0 };
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)payload.Length);
        await stream.WriteAsync((byte[])[.. head, .. payload], _stop.Token);
    }
}
