using Adapters.Domain;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>While a market is halted nothing is placed, changed or cancelled there.</summary>
public sealed class HaltedMarketTests
{
    private const string Pair = "symbol=BTCUSDT&side=SELL&quantity=0.001&aboveType=LIMIT_MAKER&abovePrice=90000"
        + "&belowType=STOP_LOSS&belowStopPrice=40000&listClientOrderId=pair";

    [Theory]
    [InlineData("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT", -2011)]
    [InlineData("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine", -2011)]
    [InlineData("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&listClientOrderId=pair", -2011)]
    [InlineData("PUT", "/api/v3/order/amend/keepPriority", "symbol=BTCUSDT&origClientOrderId=mine&newQty=0.0005", -2038)]
    public void Nothing_changes_while_a_market_is_halted(string method, string path, string query, int code)
    {
        using var trader = new Trader();
        const string Order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";
        trader.Call("POST", "/api/v3/order", Order + "&newClientOrderId=mine");
        trader.Call("POST", "/api/v3/orderList/oco", Pair);
        trader.Venue.Server.Exchange.Markets[0].Status = MarketStatus.Halted;
        var (status, json) = trader.Call(method, path, query);
        Assert.Equal((400, code, "Market is closed."), (
            status, json.GetProperty("code").GetInt32(), json.GetProperty("msg").GetString()));
        Assert.Equal(3, trader.Venue.Server.Exchange.Accounts[0].OpenOrders().Count);
    }
}
