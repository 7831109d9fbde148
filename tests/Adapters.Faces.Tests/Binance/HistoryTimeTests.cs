using System.Text.Json;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Histories are cut by the times that the venue tells: both ends belong to them.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md"/></summary>
public sealed class HistoryTimeTests
{
    private const string Resting =
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";

    private const string Taking = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001";

    private const string Pair = "symbol=BTCUSDT&side=SELL&quantity=0.001&aboveType=LIMIT_MAKER&abovePrice=90000"
        + "&belowType=STOP_LOSS&belowStopPrice=40000";

    [Theory]
    [InlineData("/api/v3/order", Resting, "/api/v3/allOrders", "symbol=BTCUSDT", "time")]
    [InlineData("/api/v3/order", Taking, "/api/v3/myTrades", "symbol=BTCUSDT", "time")]
    [InlineData("/api/v3/sor/order", Taking, "/api/v3/myAllocations", "symbol=BTCUSDT", "time")]
    [InlineData("/api/v3/orderList/oco", Pair, "/api/v3/allOrderList", "", "transactionTime")]
    public void What_happened_within_the_last_millisecond_asked_for_is_told(
        string path, string order, string history, string of, string time)
    {
        using var trader = new Trader();
        trader.Clock.Advance(TimeSpan.FromMicroseconds(456));
        Assert.Equal(200, trader.Call("POST", path, order).Status);
        trader.Clock.Advance(TimeSpan.FromSeconds(1));
        var told = Last(trader.Call("GET", history, of).Json, time);
        var query = of.Length == 0 ? "" : of + "&";
        Assert.Equal(told, Last(trader.Call("GET", history, $"{query}endTime={told}").Json, time));
        Assert.Equal(told, Last(trader.Call("GET", history, $"{query}startTime={told}&endTime={told}").Json, time));
        Assert.Empty(trader.Call("GET", history, $"{query}endTime={told - 1}").Json.EnumerateArray());
        Assert.Empty(trader.Call("GET", history, $"{query}endTime={told}000").Json.EnumerateArray());
        Assert.Equal(told, Last(trader.Call("GET", history, $"{query}endTime={told}456").Json, time));
    }

    [Fact]
    public void A_trade_within_the_last_millisecond_asked_for_is_told()
    {
        using var trader = new Trader();
        trader.Clock.Advance(TimeSpan.FromMicroseconds(456));
        var filled = trader.Call("POST", "/api/v3/order", Taking).Json;
        var (trade, time) = (filled.GetProperty("fills")[0].GetProperty("tradeId").GetInt64(),
            filled.GetProperty("transactTime").GetInt64());
        trader.Clock.Advance(TimeSpan.FromSeconds(1));
        var target = $"/api/v3/aggTrades?symbol=BTCUSDT&startTime={time}&endTime={time}";
        var found = Assert.Single(trader.Send("GET", target, key: null).Json.EnumerateArray());
        Assert.Equal((trade, time), (found.GetProperty("f").GetInt64(), found.GetProperty("T").GetInt64()));
    }

    private static long Last(JsonElement entries, string time) =>
        Assert.Single(entries.EnumerateArray()).GetProperty(time).GetInt64();
}
