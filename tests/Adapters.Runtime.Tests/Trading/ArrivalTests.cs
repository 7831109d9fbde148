using System.Net;
using System.Net.Sockets;
using System.Text;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>A server that breaks in every phase counts what arrives: no call about an order ever arrives twice.</summary>
public sealed class ArrivalTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly SocketsHttpHandler _handler = RestTransport.CreateHandler();
    private readonly List<string> _arrived = [];
    private readonly SemaphoreSlim _arrival = new(0);
    private readonly List<Socket> _sockets = [];
    private string _phase = "answer";

    public ArrivalTests() => _listener.Start();

    public static TheoryData<string, OutcomeKind> Phases => new()
    {
        { "answer", OutcomeKind.Acknowledged },
        { "close at once", OutcomeKind.Unknown },
        { "reset at once", OutcomeKind.Unknown },
        { "close after the request", OutcomeKind.Unknown },
        { "reset after the request", OutcomeKind.Unknown },
        { "half a status line", OutcomeKind.Unknown },
        { "half the headers", OutcomeKind.Unknown },
        { "half the body", OutcomeKind.Unknown },
        { "half a chunk", OutcomeKind.Unknown },
        { "no HTTP", OutcomeKind.Unknown },
        { "silence", OutcomeKind.Unknown },
        { "silence within the body", OutcomeKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task No_call_about_an_order_arrives_twice(string phase, OutcomeKind expected)
    {
        _ = ServeAsync();
        foreach (var isPooled in new[] { false, true })
        {
            foreach (var operation in Enum.GetValues<OrderOperation>())
            {
                var outcomes = await BreakAsync(phase, isPooled, async venue => [await Run(venue, operation)]);
                Check($"{operation}", phase, expected, outcomes);
                Assert.Equal(operation, outcomes[0].Operation);
            }

            Check("list", phase, expected, await BreakAsync(phase, isPooled, static async venue =>
                await venue.Desk.PlaceListAsync(new OrderListRequest { Others = [venue.Request, Named(venue, "other")] })));
            Check("replacement", phase, expected, await BreakAsync(phase, isPooled, static async venue =>
                await venue.Desk.ReplaceAsync(Ref(venue), Named(venue, "other")) is var both ? [both.Cancel, both.Place] : []));
        }
    }

    /// <summary>Does something while the server breaks in a phase.</summary>
    private async Task<IReadOnlyList<OrderOutcome>> BreakAsync(
        string phase, bool isPooled, Func<DeskVenue, Task<IReadOnlyList<OrderOutcome>>> act)
    {
        using var venue = Venue();
        await venue.GetMarketsAsync();
        if (isPooled)
        {
            _phase = "answer";
            await venue.Desk.GetOrderAsync(Ref(venue));
            await _arrival.WaitAsync();
        }

        _phase = phase;
        _arrived.Clear();
        var task = act(venue);
        if (phase.StartsWith("silence", StringComparison.Ordinal))
        {
            await _arrival.WaitAsync();
            while (!task.IsCompleted)
            {
                venue.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
        }

        return await task;
    }

    private void Check(string what, string phase, OutcomeKind expected, IReadOnlyList<OrderOutcome> outcomes)
    {
        // A transport that sends again would do so before it tells; what arrived is all that ever does.
        Assert.True(_arrived.Count <= 1, $"{what}: {_arrived.Count} arrived");
        foreach (var outcome in outcomes)
        {
            var isRefused = outcome.IsRejected && phase.EndsWith("at once", StringComparison.Ordinal); // before it was sent
            Assert.Equal((what, expected), (what, isRefused ? expected : outcome.Kind));
        }

        while (_arrival.Wait(0))
        {
            // What arrived is counted.
        }
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("silence within the body")]
    public async Task What_is_disposed_of_while_an_order_is_under_way_leaves_it_unknown(string phase)
    {
        _ = ServeAsync();
        _phase = phase;
        using var venue = Venue();
        await venue.GetMarketsAsync();
        var placing = venue.Desk.PlaceAsync(venue.Request).AsTask();
        await _arrival.WaitAsync();

        await venue.Kernel.DisposeAsync();
        _handler.Dispose();
        while (!placing.IsCompleted)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.True((await placing).IsUnknown);
    }

    [Fact]
    public async Task Without_a_server_nothing_is_unknown()
    {
        _listener.Stop();
        using var venue = Venue();
        await venue.GetMarketsAsync();

        var outcome = await venue.Desk.PlaceAsync(venue.Request);

        Assert.Equal((OutcomeKind.Rejected, false, ErrorClass.Unreachable), (outcome.Kind, outcome.WasSent, outcome.Error!.Class));
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _handler.Dispose();
        _sockets.ForEach(static socket => socket.Dispose());
        _stop.Dispose();
        _arrival.Dispose();
    }

    private static OrderRef Ref(DeskVenue venue) => OrderRef.Of(venue.Symbol, ClientOrderId.Parse("mine"));

    private static OrderRequest Named(DeskVenue venue, string id) =>
        venue.Request with { ClientId = ClientOrderId.Parse(id) };

    private DeskVenue Venue() => new(
        handler: _handler, host: $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}",
        change: options => options.Rest = new RestOptions { MaxAttempts = 1 });

    private static Task<OrderOutcome> Run(DeskVenue venue, OrderOperation operation) => (operation switch
    {
        OrderOperation.Place => venue.Desk.PlaceAsync(venue.Request),
        OrderOperation.Cancel => venue.Desk.CancelAsync(Ref(venue)),
        _ => venue.Desk.AmendAsync(new AmendRequest { Order = Ref(venue), Quantity = 0.5m }),
    }).AsTask();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                _sockets.Add(socket);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        var buffer = new byte[8_192];
        try
        {
            if (_phase.EndsWith("at once", StringComparison.Ordinal))
            {
                End(socket);
                return;
            }

            while (await ReadAsync(socket, buffer) is { } request)
            {
                _arrived.Add(request);
                _arrival.Release();
                if (!await AnswerAsync(socket))
                {
                    return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client hung up, or the test is over.
        }
    }

    /// <summary>A whole request; head and body may come apart.</summary>
    private async Task<string?> ReadAsync(Socket socket, byte[] buffer)
    {
        var text = "";
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer, SocketFlags.None, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            text += Encoding.ASCII.GetString(buffer, 0, read);
            var head = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var length = head < 0 ? 0 : text[..head].Split("\r\n").Where(static line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                .Select(static line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
            if (head >= 0 && text.Length >= head + 4 + length)
            {
                return text;
            }
        }
    }

    /// <returns>The connection goes on.</returns>
    private async Task<bool> AnswerAsync(Socket socket)
    {
        var body = DeskVenue.Open(1, quantity: "0.5");
        var whole = $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        var answer = _phase switch
        {
            "answer" => whole,
            "half a status line" => "HTTP/1.1 2",
            "half the headers" => "HTTP/1.1 200 OK\r\nContent-Le",
            "half the body" or "silence within the body" => whole[..^20],
            "half a chunk" => "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"id\":1",
            "no HTTP" => "\u0016\u0003\u0001 what?\r\n\r\n",
            _ => "",
        };
        if (answer.Length > 0)
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(answer), SocketFlags.None, _stop.Token);
        }

        if (_phase is "answer" or "silence" or "silence within the body")
        {
            return true;
        }

        End(socket);
        return false;
    }

    private void End(Socket socket)
    {
        if (_phase.StartsWith("reset", StringComparison.Ordinal))
        {
            socket.LingerState = new LingerOption(true, 0);
        }

        socket.Close();
    }
}
