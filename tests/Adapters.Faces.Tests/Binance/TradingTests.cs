using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Orders are placed, found, filled and cancelled over REST and over the WebSocket API.</summary>
public sealed class TradingTests
{
    private const string Limit = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";

    [Fact]
    public void An_order_rests_until_it_is_cancelled()
    {
        using var trader = new Trader();
        var placed = trader.Call("POST", "/api/v3/order", Limit + "&newClientOrderId=mine").Json;
        Assert.Equal("NEW", placed.GetProperty("status").GetString());
        Assert.Equal("0.00100000", placed.GetProperty("origQty").GetString());
        var id = placed.GetProperty("orderId").GetInt64();
        var open = Assert.Single(trader.Call("GET", "/api/v3/openOrders", "symbol=BTCUSDT").Json.EnumerateArray());
        Assert.Equal(id, open.GetProperty("orderId").GetInt64());
        Assert.True(open.GetProperty("isWorking").GetBoolean());
        Assert.Equal("50.00000000", Balance(trader, "USDT", "locked"));

        var ended = trader.Call("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine").Json;
        Assert.Equal("CANCELED", ended.GetProperty("status").GetString());
        Assert.Equal("mine", ended.GetProperty("origClientOrderId").GetString());
        Assert.NotEqual("mine", ended.GetProperty("clientOrderId").GetString());
        Assert.Equal("0.00000000", Balance(trader, "USDT", "locked"));
        Assert.Equal("CANCELED", trader.Call("GET", "/api/v3/order", $"symbol=BTCUSDT&orderId={id}")
            .Json.GetProperty("status").GetString());
        Assert.Single(trader.Call("GET", "/api/v3/allOrders", "symbol=BTCUSDT").Json.EnumerateArray());
    }

    [Fact]
    public void A_market_order_is_filled_and_tells_its_fills()
    {
        using var trader = new Trader();
        var placed = trader.Call("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001").Json;
        Assert.Equal("FILLED", placed.GetProperty("status").GetString());
        Assert.Equal("BTC", placed.GetProperty("fills")[0].GetProperty("commissionAsset").GetString());
        var trade = Assert.Single(trader.Call("GET", "/api/v3/myTrades", "symbol=BTCUSDT").Json.EnumerateArray());
        Assert.Equal(placed.GetProperty("orderId").GetInt64(), trade.GetProperty("orderId").GetInt64());
        Assert.Equal("1.00099900", Balance(trader, "BTC", "free"));
    }

    [Fact]
    public void All_orders_of_a_symbol_are_cancelled_at_once()
    {
        using var trader = new Trader();
        trader.Call("POST", "/api/v3/order", Limit);
        trader.Call("POST", "/api/v3/order", Limit + "&newOrderRespType=ACK");
        Assert.Equal(2, trader.Call("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT").Json.GetArrayLength());
        Assert.Equal(-2011, trader.Call("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT")
            .Json.GetProperty("code").GetInt32());
    }

    [Fact]
    public void A_test_places_nothing()
    {
        using var trader = new Trader();
        Assert.Equal("{}", trader.Call("POST", "/api/v3/order/test", Limit).Json.GetRawText());
        Assert.Empty(trader.Call("GET", "/api/v3/openOrders").Json.EnumerateArray());
        Assert.Equal("0.00100000", trader.Call("POST", "/api/v3/order/test", Limit + "&computeCommissionRates=true")
            .Json.GetProperty("standardCommissionForOrder").GetProperty("maker").GetString());
    }

    [Theory]
    [InlineData("POST", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=60000", -2010, "Account has insufficient balance for requested action.")]
    [InlineData("POST", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.00001&price=50000", -1013, "Filter failure: NOTIONAL")]
    [InlineData("POST", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000.001", -1013, "Filter failure: PRICE_FILTER")]
    [InlineData("POST", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.0000001&price=50000", -1013, "Filter failure: LOT_SIZE")]
    [InlineData("POST", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001&price=1", -1106, "Parameter 'price' sent when not required.")]
    [InlineData("POST", "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=0.001&price=50000", -1102, "Mandatory parameter 'timeInForce' was not sent, was empty/null, or malformed.")]
    [InlineData("POST", "symbol=BTCUSDT&side=HOLD&type=MARKET&quantity=0.001", -1117, "Invalid side.")]
    [InlineData("POST", "symbol=BTCUSDT&side=BUY&type=ODD&quantity=0.001", -1116, "Invalid orderType.")]
    [InlineData("GET", "symbol=BTCUSDT&orderId=1", -2013, "Order does not exist.")]
    [InlineData("DELETE", "symbol=BTCUSDT&orderId=1", -2011, "Unknown order sent.")]
    public void A_refusal_has_the_venues_words(string method, string query, int code, string text)
    {
        using var trader = new Trader();
        var (status, json) = trader.Call(method, "/api/v3/order", query);
        Assert.Equal(400, status);
        Assert.Equal(text, json.GetProperty("msg").GetString());
        Assert.Equal(code, json.GetProperty("code").GetInt32());
    }

    [Fact]
    public void What_happens_to_the_account_is_told_over_the_socket()
    {
        using var trader = new Trader();
        var client = FrameClient.Connect(trader.Venue, "/ws-api/v3");
        var signature = trader.Sign($"apiKey={trader.Key}&{Trader.Start}");
        Assert.Equal(0, client.Call("userDataStream.subscribe.signature",
            $$"""{"apiKey":"{{trader.Key}}","timestamp":1780315200000,"signature":"{{signature}}"}""")
            .GetProperty("result").GetProperty("subscriptionId").GetInt32());
        trader.Call("POST", "/api/v3/order", Limit + "&newClientOrderId=mine");
        trader.Call("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine");
        trader.Venue.Server.Exchange.Accounts[0].Deposit(Domain.Asset.Of("USDT"), 5m);
        trader.Venue.Server.Step();
        var frames = client.Take();
        Assert.All(frames, frame => Assert.StartsWith("""{"subscriptionId":0,"event":{"e":""", frame));
        string[] kinds = [.. frames.Select(frame => frame.Split('"')[7])];
        Assert.Equal(
            [
                "executionReport", "outboundAccountPosition", "executionReport", "outboundAccountPosition",
                "balanceUpdate", "outboundAccountPosition",
            ], kinds);
        Assert.Contains("\"x\":\"CANCELED\",\"X\":\"CANCELED\"", frames[2]);
        Assert.Contains("\"C\":\"mine\"", frames[2]);
        client.Send("""{"id":9,"method":"userDataStream.unsubscribe"}""");
        trader.Call("POST", "/api/v3/order", Limit);
        var last = client.Take();
        Assert.Equal(2, last.Count);
        Assert.StartsWith("""{"id":9,"status":200,"result":{},""", last[0], StringComparison.Ordinal);
        Assert.Equal("""{"subscriptionId":0,"event":{"e":"eventStreamTerminated","E":1780315200000}}""", last[1]);
    }

    private static string? Balance(Trader trader, string asset, string part) => trader.Call("GET", "/api/v3/account")
        .Json.GetProperty("balances").EnumerateArray()
        .Single(balance => balance.GetProperty("asset").GetString() == asset).GetProperty(part).GetString();
}
