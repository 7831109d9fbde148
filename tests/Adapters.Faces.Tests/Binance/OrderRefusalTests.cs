using System.Text.Json;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>What is wrong with orders, changes and lists is told in the venue's codes and texts.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md"/></summary>
public sealed class OrderRefusalTests
{
    private const string Order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";
    private const string Pair = "symbol=BTCUSDT&quantity=0.001&";
    private const string Amend = "/api/v3/order/amend/keepPriority";
    private const string Replace = "/api/v3/order/cancelReplace";

    [Theory]
    [InlineData("POST", "/api/v3/order", Order + "&icebergQty=0.002", -1013, "IcebergQty exceeds QTY.")]
    [InlineData("POST", "/api/v3/order", Order + "&icebergQty=0.00005", -1013, "Filter failure: ICEBERG_PARTS")]
    [InlineData("POST", "/api/v3/order", Order + "&strategyType=999999", -1134, "strategyType was less than 1000000.")]
    [InlineData("POST", "/api/v3/order", Order + "&selfTradePreventionMode=TRANSFERS", -1130, "Data sent for parameter 'selfTradePreventionMode' is not valid.")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001000000&price=50000", -1111, "Parameter 'quantity' has too much precision.")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=900000", -1013, "Filter failure: PERCENT_PRICE_BY_SIDE")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&pegPriceType=PRIMARY_PEG", -1013, "Pegged orders are not supported for this symbol.")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000&pegOffsetValue=1", -1128, "Combination of optional parameters invalid.")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=SELL&type=STOP_LOSS&quantity=0.001&trailingDelta=5000", -1013, "Filter failure: TRAILING_DELTA")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=SELL&type=STOP_LOSS&quantity=0.001&stopPrice=70000", -2010, "Order would trigger immediately.")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.001&price=70000", -2010, "Order would immediately match and take.")]
    [InlineData("POST", "/api/v3/order", Order + "&newClientOrderId=mine", -2010, "Duplicate order sent.")]
    [InlineData("POST", "/api/v3/order", Order + "&newClientOrderId=a%20b", -1100, "Illegal characters found in parameter 'newClientOrderId'; legal range is '^[\\.A-Z\\:/a-z0-9_-]{1,36}$'.")]
    [InlineData("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=a%23b", -1100, "Illegal characters found in parameter 'origClientOrderId'; legal range is '^[\\.A-Z\\:/a-z0-9_-]{1,36}$'.")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=100000", -1013, "Filter failure: LOT_SIZE")]
    [InlineData("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1000", -1013, "Filter failure: MARKET_LOT_SIZE")]
    [InlineData("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine&cancelRestrictions=ONLY_PARTIALLY_FILLED", -2011, "Order was not canceled due to cancel restrictions.")]
    [InlineData("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine&cancelRestrictions=ONLY_OLD", -1145, "Invalid cancelRestrictions")]
    [InlineData("DELETE", "/api/v3/order", "symbol=BTCUSDT&orderId={mine}&origClientOrderId=other", -2011, "Cancel order is invalid. Check origClOrdId and orderId.")]
    [InlineData("DELETE", "/api/v3/order", "symbol=BTCUSDT", -1102, "Param 'orderId' or 'origClientOrderId' must be sent, but both were empty/null!")]
    [InlineData("DELETE", "/api/v3/orderList", "symbol=BTCUSDT&orderListId=99", -2011, "Unknown order sent.")]
    [InlineData("GET", "/api/v3/orderList", "orderListId=99", -2013, "Order does not exist.")]
    [InlineData("GET", "/api/v3/order", "symbol=BTCUSDT&orderId={mine}&origClientOrderId=other", -2039, "Client order ID is not correct for this order ID.")]
    [InlineData("GET", "/api/v3/allOrders", "symbol=BTCUSDT&startTime=1780000000000&endTime=1780086400001", -1127, "More than 24 hours between startTime and endTime.")]
    [InlineData("PUT", Amend, "symbol=BTCUSDT&origClientOrderId=mine&newQty=0.002", -2038, "Order amend (quantity increase) is not supported.")]
    [InlineData("PUT", Amend, "symbol=BTCUSDT&origClientOrderId=mine&newQty=0.001", -2038, "The requested action would change no state; rejecting")]
    [InlineData("PUT", Amend, "symbol=BTCUSDT&origClientOrderId=mine&newQty=0.00005", -1013, "Filter failure: NOTIONAL")]
    [InlineData("PUT", Amend, "symbol=BTCUSDT&origClientOrderId=none&newQty=0.0005", -2038, "Unknown order sent.")]
    [InlineData("POST", Replace, Order + "&cancelOrderId=1&cancelReplaceMode=STOP", -1130, "Data sent for parameter 'cancelReplaceMode' is not valid.")]
    [InlineData("POST", Replace, Order + "1&cancelOrderId=1&cancelReplaceMode=ALLOW_FAILURE&icebergQty=0.1", -1013, "IcebergQty exceeds QTY.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=LIMIT_MAKER&abovePrice=70000&belowType=MARKET", -1158, "Order type not supported in OCO.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=LIMIT_MAKER&abovePrice=70000&belowType=LIMIT_MAKER&belowPrice=60000", -1168, "At least one OCO order must be contingent.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=BUY&aboveType=LIMIT_MAKER&abovePrice=70000&belowType=TAKE_PROFIT&belowStopPrice=60000", -1165, "A limit order in a buy OCO must be below.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=TAKE_PROFIT&aboveStopPrice=70000&belowType=LIMIT_MAKER&belowPrice=60000", -1166, "A limit order in a sell OCO must be above.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=BUY&aboveType=STOP_LOSS&aboveStopPrice=70000&belowType=STOP_LOSS&belowStopPrice=60000", -1196, "A stop loss order in a buy OCO must be above.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=STOP_LOSS&aboveStopPrice=70000&belowType=STOP_LOSS&belowStopPrice=60000", -1197, "A stop loss order in a sell OCO must be below.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=BUY&aboveType=TAKE_PROFIT&aboveStopPrice=70000&belowType=TAKE_PROFIT&belowStopPrice=60000", -1198, "A take profit order in a buy OCO must be below.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=TAKE_PROFIT&aboveStopPrice=70000&belowType=TAKE_PROFIT&belowStopPrice=60000", -1199, "A take profit order in a sell OCO must be above.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=LIMIT_MAKER&abovePrice=60000&belowType=STOP_LOSS&belowStopPrice=59000", -2010, "The relationship of the prices for the orders is not correct.")]
    [InlineData("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=LIMIT_MAKER&abovePrice=70000&belowType=STOP_LOSS&belowStopPrice=60000&listClientOrderId=pair", -2010, "Duplicate order sent.")]
    public void A_refusal_has_the_venues_words(string method, string path, string query, int code, string text)
    {
        using var trader = new Trader();
        var mine = trader.Call("POST", "/api/v3/order", Order + "&newClientOrderId=mine").Json.GetProperty("orderId");
        trader.Call("POST", "/api/v3/orderList/oco", Pair + "side=SELL&aboveType=LIMIT_MAKER&abovePrice=71000"
            + "&belowType=STOP_LOSS&belowStopPrice=59000&listClientOrderId=pair");
        query = query.Replace("{mine}", mine.GetRawText(), StringComparison.Ordinal);
        var (status, json) = trader.Call(method, path, query);
        Assert.Equal((400, code, text), (status, Code(json), json.GetProperty("msg").GetString()));
        Assert.Equal(2, json.EnumerateObject().Count());
        Assert.Equal(3, trader.Venue.Server.Exchange.Accounts[0].OpenOrders().Count);
    }

    [Theory]
    [InlineData("STOP_ON_FAILURE", "1", "49000", 400, -2022, "FAILURE", "NOT_ATTEMPTED", -2011, 0)]
    [InlineData("ALLOW_FAILURE", "1", "49000", 409, -2021, "FAILURE", "SUCCESS", -2011, 1)]
    [InlineData("ALLOW_FAILURE", "1", "70000", 400, -2022, "FAILURE", "FAILURE", -2011, -2010)]
    [InlineData("STOP_ON_FAILURE", "{mine}", "70000", 409, -2021, "SUCCESS", "FAILURE", 1, -2010)]
    [InlineData("ALLOW_FAILURE", "{mine}", "70000", 409, -2021, "SUCCESS", "FAILURE", 1, -2010)]
    public void A_replacement_that_fails_tells_both_parts(
        string mode, string old, string price, int status, int code, string canceled, string placed, int cancelCode,
        int placeCode)
    {
        using var trader = new Trader();
        var mine = trader.Call("POST", "/api/v3/order", Order + "&newClientOrderId=mine").Json.GetProperty("orderId");
        var query = $"symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.001&price={price}&cancelReplaceMode={mode}"
            + "&cancelOrderId=" + old.Replace("{mine}", mine.GetRawText(), StringComparison.Ordinal);
        var (found, json) = trader.Call("POST", Replace, query);
        var text = code == -2021 ? "Order cancel-replace partially failed." : "Order cancel-replace failed.";
        Assert.Equal((status, code, text), (found, Code(json), json.GetProperty("msg").GetString()));
        var data = json.GetProperty("data");
        Assert.Equal(
            ["cancelResult", "newOrderResult", "cancelResponse", "newOrderResponse"],
            data.EnumerateObject().Select(member => member.Name));
        Assert.Equal((canceled, placed), (
            data.GetProperty("cancelResult").GetString(), data.GetProperty("newOrderResult").GetString()));
        Check(data.GetProperty("cancelResponse"), cancelCode);
        Check(data.GetProperty("newOrderResponse"), placeCode);
    }

    [Theory]
    [InlineData("", "{mine}", 429, -1015, null, null)]
    [InlineData("&orderRateLimitExceededMode=CANCEL_ONLY", "{mine}", 429, -2021, "SUCCESS", "FAILURE")]
    [InlineData("&orderRateLimitExceededMode=CANCEL_ONLY", "1", 429, -2022, "FAILURE", "NOT_ATTEMPTED")]
    public void Beyond_the_limit_of_orders_one_can_be_cancelled_all_the_same(
        string mode, string old, int status, int code, string? canceled, string? placed)
    {
        using var trader = new Trader();
        var mine = trader.Call("POST", "/api/v3/order", Order).Json.GetProperty("orderId").GetRawText();
        for (var i = 1; i < 50; i++)
        {
            Assert.Equal(200, trader.Call("POST", "/api/v3/order", Order).Status);
        }

        Assert.Equal(50, trader.Call("GET", "/api/v3/rateLimit/order").Json[0].GetProperty("count").GetInt32());
        var (found, json) = trader.Call("POST", Replace, Order + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrderId="
            + old.Replace("{mine}", mine, StringComparison.Ordinal) + mode);
        Assert.Equal((status, code), (found, Code(json)));
        Assert.Equal(canceled is not null, json.TryGetProperty("data", out var data));
        if (canceled is not null)
        {
            Assert.Equal((canceled, placed), (
                data.GetProperty("cancelResult").GetString(), data.GetProperty("newOrderResult").GetString()));
            Check(data.GetProperty("newOrderResponse"), placed == "FAILURE" ? -1015 : 0);
        }

        Assert.Equal(canceled == "SUCCESS" ? 49 : 50, trader.Venue.Server.Exchange.Accounts[0].OpenOrders().Count);
    }

    [Fact]
    public void An_order_that_ended_unfilled_long_ago_is_archived()
    {
        using var trader = new Trader();
        trader.Call("POST", "/api/v3/order", Order + "&newClientOrderId=mine");
        trader.Call("DELETE", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine");
        trader.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(200, trader.Call("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine").Status);
        trader.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var (status, json) = trader.Call("GET", "/api/v3/order", "symbol=BTCUSDT&origClientOrderId=mine");
        Assert.Equal((400, -2026), (status, Code(json)));
        Assert.Equal(
            "Order was canceled or expired with no executed qty over 90 days ago and has been archived.",
            json.GetProperty("msg").GetString());
    }

    private static int Code(JsonElement json) => json.GetProperty("code").GetInt32();

    /// <summary>A part is an order where nothing is expected but that, null where it was not tried.</summary>
    private static void Check(JsonElement part, int expected)
    {
        if (expected < 0)
        {
            Assert.Equal(expected, Code(part));
        }
        else if (expected == 0)
        {
            Assert.Equal(JsonValueKind.Null, part.ValueKind);
        }
        else
        {
            Assert.True(part.GetProperty("orderId").GetInt64() > 0);
        }
    }
}
