using Adapters.Binance;
using Adapters.Domain;
using Adapters.Faces.Tests.Harness;
using Adapters.Hosting;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Security;

namespace Adapters.Faces.Tests.Binance;

/// <summary>What counts against the limit of orders.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/faqs/order_count_decrement.md"/></summary>
public sealed class OrderCountTests
{
    private const string Order = "/api/v3/order";
    private const string Resting = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";
    private const string TooMuch = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=5&price=50000";
    private const string Replacing = Resting + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId=1";

    [Fact]
    public void Orders_that_are_taken_count_and_those_refused_do_not()
    {
        using var trader = new Trader();
        Assert.Equal(200, trader.Call("POST", Order, Resting).Status);
        Assert.Equal(400, trader.Call("POST", Order, TooMuch).Status);
        Assert.Equal(400, trader.Call("POST", Order, Resting + "&icebergQty=no").Status);
        Assert.Equal(400, trader.Send("POST", $"{Order}?{Resting}&{Trader.Start}&signature=0", trader.Key).Status);
        Assert.Equal((1, 1), Counts(trader));
    }

    [Fact]
    public void A_replacement_counts_even_where_nothing_was_placed()
    {
        using var trader = new Trader();
        Assert.Equal(400, trader.Call("POST", "/api/v3/order/cancelReplace", Replacing).Status);
        Assert.Equal((1, 1), Counts(trader));
    }

    [Fact]
    public void Orders_beyond_the_limit_are_refused_and_do_not_count()
    {
        using var trader = new Trader();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(200, trader.Call("POST", Order, Resting).Status);
        }

        var (status, json) = trader.Call("POST", Order, Resting);
        Assert.Equal((429, -1015), (status, json.GetProperty("code").GetInt32()));
        Assert.Equal((50, 50), Counts(trader));
    }

    [Fact]
    public void An_order_that_is_filled_no_longer_counts()
    {
        using var trader = new Trader();
        trader.Call("POST", Order, Resting);
        Assert.Equal("FILLED", trader.Call("POST", Order, "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001")
            .Json.GetProperty("status").GetString());
        Assert.Equal((1, 1), Counts(trader));
    }

    // Whether a refused order counted is not told, so that the adapter takes it for counted until the venue tells its count.
    [Fact]
    public async Task The_adapter_counts_refused_orders_until_the_venue_tells_its_count()
    {
        using var trader = new Trader();
        await using var adapter = BinanceSpot.Connect(new ConnectorOptions
        {
            HttpHandler = trader.Venue.Handler,
            TimeProvider = trader.Clock,
            Credentials = new Credentials(trader.Key, new HmacKey(trader.Secret)),
        });
        var symbol = adapter.MarketData.Symbols.Get("BTCUSDT");
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await adapter.Trading.PlaceAsync(OrderRequest.Limit(symbol, Side.Buy, 5m, 50_000m))).IsRejected);
        }

        Assert.Equal([3, 3], Used(adapter));
        Assert.True((await adapter.Trading.PlaceAsync(OrderRequest.Limit(symbol, Side.Buy, 0.001m, 50_000m))).IsAcknowledged);
        Assert.Equal([1, 1], Used(adapter));
        Assert.Equal((1, 1), Counts(trader));
    }

    private static long[] Used(BinanceSpot adapter) => [
        .. ((RestClient)adapter.Rest.Client).Limiter.Read().Where(static use => use.Limit == "orders").Select(static use => use.Used)];

    private static (int Seconds, int Day) Counts(Trader trader)
    {
        var limits = trader.Call("GET", "/api/v3/rateLimit/order").Json;
        return (limits[0].GetProperty("count").GetInt32(), limits[1].GetProperty("count").GetInt32());
    }
}
