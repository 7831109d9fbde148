using System.Text.Json;
using Adapters.Faces.Binance;
using Adapters.Faces.Tests.Harness;
using Adapters.Simulation;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Server;
using Adapters.Simulation.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Faces.Tests.Binance;

/// <summary>What happens to accounts is told to those who subscribed, each under its number.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-api.md"/></summary>
public sealed class UserStreamTests
{
    private const string Order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";
    private const string Subscribe = "userDataStream.subscribe.signature";

    [Fact]
    public void A_connection_is_told_an_account_once()
    {
        using var trader = new Trader();
        var client = FrameClient.Connect(trader.Venue, "/ws-api/v3");
        Assert.Equal(0, Number(trader.Call(client, Subscribe)));
        Refused(-2035, "User Data Stream subscription already active.", trader.Call(client, Subscribe));
        Refused(-2036, "User Data Stream subscription not active.", client.Call("userDataStream.unsubscribe", """{"subscriptionId":7}"""));
        Assert.Single(client.Call("session.subscriptions").GetProperty("result").EnumerateArray());
        Assert.True(client.Call("session.status").GetProperty("result").GetProperty("userDataStream").GetBoolean());
        client.Send("""{"id":1,"method":"userDataStream.unsubscribe","params":{"subscriptionId":0}}""");
        Assert.Equal(2, client.Take().Count);
        Assert.Equal(200, client.Call("userDataStream.unsubscribe").GetProperty("status").GetInt32());
        Assert.Equal(1, Number(trader.Call(client, Subscribe)));
    }

    [Fact]
    public void A_connection_is_told_several_accounts_each_under_its_number()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1780315200000));
        using var venue = new InMemoryVenue(new VenueServer(new BinanceSpotFace(), new VenueServerOptions
        {
            TimeProvider = clock,
            Symbols = ["BTCUSDT"],
            History = TimeSpan.FromMinutes(10),
            Accounts =
            [
                new AccountOptions { Id = "first", Deposits = SampleMarkets.Deposits },
                new AccountOptions { Id = "second", Deposits = SampleMarkets.Deposits },
            ],
            Keys = [VenueKey.OfSecret("key-1", "first", "secret"), VenueKey.OfSecret("key-2", "second", "secret")],
        }));
        var client = FrameClient.Connect(venue, "/ws-api/v3");
        Assert.Equal([0, 1], new[] { "key-1", "key-2" }.Select(key => Number(client.Call(Subscribe, Signed(key)))));
        foreach (var account in venue.Server.Exchange.Accounts.Reverse())
        {
            account.Deposit(Domain.Asset.Of("USDT"), 1m);
        }

        venue.Server.Step();
        Assert.Equal([1, 1, 0, 0], client.Take().Select(frame =>
            JsonDocument.Parse(frame).RootElement.GetProperty("subscriptionId").GetInt32()));
        client.Call("userDataStream.unsubscribe", """{"subscriptionId":9}""");
        client.Send("""{"id":1,"method":"userDataStream.unsubscribe"}""");
        Assert.Equal(3, client.Take().Count(frame => frame.Contains("eventStreamTerminated") || frame.Contains("\"id\":1")));
        venue.Server.Exchange.Accounts[0].Deposit(Domain.Asset.Of("USDT"), 1m);
        venue.Server.Step();
        Assert.Empty(client.Take());
    }

    [Fact]
    public void Lists_are_told_with_their_orders()
    {
        using var trader = new Trader();
        var client = FrameClient.Connect(trader.Venue, "/ws-api/v3");
        trader.Call(client, Subscribe);
        trader.Call("POST", "/api/v3/orderList/oco", "symbol=BTCUSDT&quantity=0.001&side=SELL&aboveType=LIMIT_MAKER"
            + "&abovePrice=70000&belowType=STOP_LOSS&belowStopPrice=60000&listClientOrderId=pair&aboveClientOrderId=target");
        trader.Call("PUT", "/api/v3/order/amend/keepPriority", "symbol=BTCUSDT&origClientOrderId=target&newQty=0.0005");
        trader.Call("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&listClientOrderId=pair");
        trader.Call("POST", "/api/v3/orderList/oco", "symbol=BTCUSDT&quantity=0.001&side=SELL&aboveType=LIMIT_MAKER"
            + "&abovePrice=60000&belowType=STOP_LOSS&belowStopPrice=59000");
        var events = client.Take().Select(frame => JsonDocument.Parse(frame).RootElement.GetProperty("event")).ToList();
        Assert.Equal(
            [
                "OCO EXEC_STARTED EXECUTING NONE", "OCO UPDATED EXECUTING NONE", "OCO ALL_DONE ALL_DONE NONE",
                "OCO RESPONSE REJECT OCO_BAD_PRICES",
            ],
            events.Where(told => Text(told, "e") == "listStatus")
                .Select(told => $"{Text(told, "c")} {Text(told, "l")} {Text(told, "L")} {Text(told, "r")}"));
        Assert.Equal(
            ["NEW", "NEW", "REPLACED", "REPLACED", "CANCELED", "CANCELED", "REJECTED", "REJECTED"],
            events.Where(told => Text(told, "e") == "executionReport").Select(told => Text(told, "x")));
        Assert.All(
            events.Where(told => Text(told, "e") == "executionReport").TakeLast(2),
            told => Assert.Equal("OCO_BAD_PRICES", Text(told, "r")));
    }

    [Fact]
    public void A_logout_ends_what_the_key_that_was_logged_on_subscribed()
    {
        using var ed = NSec.Cryptography.Key.Create(NSec.Cryptography.SignatureAlgorithm.Ed25519);
        using var trader = new Trader(new Dictionary<string, string>
        {
            ["ed-key"] = System.Text.Encoding.ASCII.GetString(ed.Export(NSec.Cryptography.KeyBlobFormat.PkixPublicKeyText)),
        });
        var client = FrameClient.Connect(trader.Venue, "/ws-api/v3");
        var signature = Convert.ToBase64String(NSec.Cryptography.SignatureAlgorithm.Ed25519.Sign(
            ed, System.Text.Encoding.UTF8.GetBytes("apiKey=ed-key&" + Trader.Start)));
        Refused(-1002, "You are not authorized to execute this request.", client.Call("userDataStream.subscribe"));
        client.Call("session.logon", $$"""{"apiKey":"ed-key","timestamp":1780315200000,"signature":"{{signature}}"}""");
        Assert.Equal(0, Number(client.Call("userDataStream.subscribe")));
        client.Send("""{"id":1,"method":"session.logout"}""");
        var frames = client.Take();
        Assert.Equal("""{"subscriptionId":0,"event":{"e":"eventStreamTerminated","E":1780315200000}}""", frames[1]);
        trader.Call("POST", "/api/v3/order", Order);
        Assert.Empty(client.Take());
    }

    private static string Signed(string key)
    {
        var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            "secret"u8, System.Text.Encoding.UTF8.GetBytes($"apiKey={key}&{Trader.Start}")));
        return $$"""{"apiKey":"{{key}}","timestamp":1780315200000,"signature":"{{signature}}"}""";
    }

    private static int Number(JsonElement answer) =>
        answer.GetProperty("result").GetProperty("subscriptionId").GetInt32();

    private static string? Text(JsonElement told, string name) => told.GetProperty(name).GetString();

    private static void Refused(int code, string text, JsonElement answer)
    {
        var error = answer.GetProperty("error");
        Assert.Equal((code, text), (error.GetProperty("code").GetInt32(), error.GetProperty("msg").GetString()));
    }
}
