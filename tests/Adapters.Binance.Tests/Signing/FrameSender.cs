using System.Globalization;
using System.Text;
using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Calls;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Binance.Tests.Signing;

/// <summary>Sends a vector's call over a socket that hangs up, and gives the parameters it carried.</summary>
internal static class FrameSender
{
    public static async Task<JsonElement> SendAsync(Vector vector, string method)
    {
        var spot = BinanceSpotCatalogue.Instance;
        var sockets = new OneFrame();
        var clock = new FakeTimeProvider(vector.Time.ToDateTimeOffset());
        var window = vector.Signed.Single(pair => pair.Key == "recvWindow").Value;
        await using var client = new CallClient(
            spot, spot.Sockets.Single(socket => socket.Call is not null), spot.Environments[0],
            new RestOptions { ReceiveWindow = TimeSpan.FromMilliseconds(int.Parse(window, CultureInfo.InvariantCulture)), MaxAttempts = 1 },
            new StreamOptions(), sockets, clock, null, new RateLimiter(spot.Limits, clock), new SymbolTable(), vector.Credentials(),
            new BinanceSigner());
        var request = client.Create(spot.Endpoints.Single(endpoint => endpoint.SocketMethod == method));
        foreach (var (name, value) in vector.Signed.Where(pair => pair.Key is not ("apiKey" or "recvWindow" or "timestamp")))
        {
            request.AddRaw(name, value);
        }

        _ = client.SendNothingAsync(request).AsTask();
        return await sockets.Parameters.Task;
    }

    // A key that can log on does so first; that is answered, so that what follows carries no signature. A refusal makes it
    // sign each call.
    private sealed class OneFrame : IWebSocketFactory, IWebSocketConnection
    {
        private readonly TaskCompletionSource<byte[]> _answer = new();

        public TaskCompletionSource<JsonElement> Parameters { get; } = new();

        public bool SeesPings => false;

        public ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken) => new(this);

        public async ValueTask<ReceivedFrame> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            var answer = await _answer.Task.WaitAsync(cancellationToken);
            if (Parameters.Task.IsCompleted)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            answer.CopyTo(buffer);
            return new ReceivedFrame(FrameKind.Data, answer.Length, IsEnd: true);
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken)
        {
            var frame = JsonDocument.Parse(utf8.ToArray()).RootElement;
            if (frame.GetProperty("method").GetString() == "session.logon")
            {
                _answer.TrySetResult(Encoding.UTF8.GetBytes(
                    $$$"""{"id":{{{frame.GetProperty("id")}}},"status":401,"error":{"code":-2015,"msg":"no"}}"""));
            }
            else
            {
                Parameters.TrySetResult(frame.GetProperty("params"));
            }

            return ValueTask.CompletedTask;
        }

        public void Abort()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
