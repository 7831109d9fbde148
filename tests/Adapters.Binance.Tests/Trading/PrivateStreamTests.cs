using System.Net;
using System.Text;
using System.Text.Json;
using Adapters.Capabilities;
using Adapters.Hosting;
using Adapters.Security;
using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Binance.Tests.Trading;

/// <summary>The private stream over the WebSocket API: opened by a signature or by logging on, and every event of the venue
/// told in the domain's words.</summary>
public sealed class PrivateStreamTests : IAsyncDisposable
{
    private static readonly string[] Events =
    [
        "executionReport.stop", "executionReport.trade", "executionReport.canceled", "executionReport.rejected", "outboundAccountPosition",
        "balanceUpdate", "listStatus", "externalLockUpdate", "eventStreamTerminated",
    ];

    private readonly InMemoryWebSockets _sockets;
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 6, 12, 0, 0, 0, TimeSpan.Zero));
    private readonly List<string> _methods = [];
    private readonly List<string> _heard = [];
    private BinanceSpot? _spot;
    private int _subscription = -1;

    public PrivateStreamTests() =>
        _sockets = new InMemoryWebSockets(socket => socket.Received += frame => OnFrame(socket, frame));

    [Fact]
    public async Task A_signature_opens_it_and_what_the_venue_says_is_told()
    {
        await using var account = await OpenAsync(new HmacKey("the-secret"));

        foreach (var name in Events)
        {
            Say(Encoding.UTF8.GetString(Conformance.Samples.Read($"spot/user.{name}.json"))
                .Replace("\"subscriptionId\":0", $"\"subscriptionId\":{_subscription}", StringComparison.Ordinal));
        }

        Assert.Equal(["userDataStream.subscribe.signature", "userDataStream.subscribe.signature"], _methods);
        Assert.Contains(_heard, heard => heard.StartsWith("fill ", StringComparison.Ordinal));
        Assert.Contains(_heard, heard => heard.EndsWith(":Pending", StringComparison.Ordinal));
        Assert.Contains(_heard, heard => heard.EndsWith(":Canceled", StringComparison.Ordinal));
        Assert.Contains("BTC=1.25000000+0.02000000", _heard);
        Assert.Equal(["Connected", "Gap", "Resumed"], _heard.Where(static heard => heard is "Connected" or "Gap" or "Resumed"));
        Assert.Equal("Resumed", _heard[^1]);
    }

    [Fact]
    public async Task What_nobody_knows_puts_the_account_in_doubt_once()
    {
        await using var account = await OpenAsync(new HmacKey("the-secret"));
        var unknown = $$$"""{"subscriptionId":{{{_subscription}}},"event":{"e":"brandNew","E":1781222400000,"a":"BTC"}}""";

        Say(unknown);
        Assert.Equal(AccountState.Stale, account.State);
        for (var i = 0; i < 40; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        Assert.Equal(AccountState.Live, account.State);
        Say(unknown);
        Assert.Equal(AccountState.Live, account.State);
        Assert.Equal(["Connected"], _heard);
    }

    [Fact]
    public async Task An_Ed25519_key_logs_on()
    {
        await using var account = await OpenAsync(new Ed25519Key(new byte[32]));

        Assert.Equal(["session.logon", "userDataStream.subscribe"], _methods);
    }

    public async ValueTask DisposeAsync()
    {
        if (_spot is { } spot)
        {
            await spot.DisposeAsync();
        }
    }

    private ValueTask<ILiveAccount> OpenAsync(SigningKey key)
    {
        SynchronizationContext.SetSynchronizationContext(null); // under xunit's nothing would go on at once
        _spot = BinanceSpot.Connect(new ConnectorOptions
        {
            HttpHandler = new Answers(),
            WebSockets = _sockets,
            TimeProvider = _clock,
            Credentials = new Credentials("the-key", key),
            Streams = new StreamOptions { Continuations = TaskCreationOptions.None },
        });
        return _spot.PrivateStream.OpenAccountAsync(new AccountHandlers
        {
            Orders = (in order) => _heard.Add($"order {order.Id}:{order.Status}"),
            Fills = (in fill) => _heard.Add($"fill {fill.Id}"),
            Balances = (in balance) => _heard.Add(FormattableString.Invariant($"{balance.Asset}={balance.Free}+{balance.Locked}")),
            Changed = change => _heard.Add($"{change.Kind}"),
        });
    }

    private void Say(string json) => _sockets.Connections[^1].Send(Encoding.UTF8.GetBytes(json));

    private void OnFrame(InMemorySocket socket, ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        var method = json.RootElement.GetProperty("method").GetString()!;
        _methods.Add(method);
        var result = method == "session.logon"
            ? """{"apiKey":"the-key","authorizedSince":1,"connectedSince":1,"returnRateLimits":true,"serverTime":1,"userDataStream":false}"""
            : $$"""{"subscriptionId":{{++_subscription}}}""";
        socket.Send(Encoding.UTF8.GetBytes(
            $$"""
            {"id":{{json.RootElement.GetProperty("id")}},"status":200,"result":{{result}},
            "rateLimits":[{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000,"count":4}]}
            """));
    }

    private sealed class Answers : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.RequestUri!.AbsolutePath switch
            {
                "/api/v3/time" => """{"serverTime":1781222400000}""",
                "/api/v3/account" => """
                    {"makerCommission":0,"takerCommission":0,"buyerCommission":0,"sellerCommission":0,"canTrade":true,"canWithdraw":true,
                    "canDeposit":true,"updateTime":1781222400000,"accountType":"SPOT","balances":[]}
                    """,
                "/api/v3/order" => """{"code":-2013,"msg":"Order does not exist."}""",
                _ => "[]",
            };
            var status = body.Contains("-2013", StringComparison.Ordinal) ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
        }
    }
}
