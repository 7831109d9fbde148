using System.Globalization;
using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Every call of the specification that is signed is answered over both interfaces, and the adapter reads all
/// of it.</summary>
public sealed class SignedCompletenessTests
{
    private const string Order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.001&price=50000";

    private const string Working = "symbol=BTCUSDT&workingType=LIMIT&workingSide=BUY&workingQuantity=0.001"
        + "&workingPrice=50000&workingTimeInForce=GTC&";

    private const string Sell = "pendingType=LIMIT&pendingSide=SELL&pendingPrice=70000&pendingTimeInForce=GTC";

    private const string SellPair = "pendingSide=SELL&pendingAboveType=LIMIT_MAKER&pendingAbovePrice=70000"
        + "&pendingBelowType=STOP_LOSS&pendingBelowStopPrice=60000";

    private const string Pair = "symbol=BTCUSDT&side=SELL&quantity=0.001&aboveType=LIMIT_MAKER&abovePrice=70000"
        + "&belowType=STOP_LOSS_LIMIT&belowStopPrice=60000&belowPrice=59900&belowTimeInForce=GTC";

    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    private static readonly Dictionary<string, string> Queries = new()
    {
        ["PlaceOrder"] = Order,
        ["TestOrder"] = Order + "&computeCommissionRates=true",
        ["PlaceSorOrder"] = Order.Replace("50000", "70000", StringComparison.Ordinal),
        ["TestSorOrder"] = Order + "&computeCommissionRates=true",
        ["CancelOrder"] = "symbol=BTCUSDT&origClientOrderId=mine",
        ["CancelAllOrders"] = "symbol=BTCUSDT",
        ["ReplaceOrder"] = Order + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrigClientOrderId=mine",
        ["AmendOrder"] = "symbol=BTCUSDT&origClientOrderId=mine&newQty=0.0005",
        ["GetAmendments"] = "symbol=BTCUSDT&orderId={amended}",
        ["GetOrder"] = "symbol=BTCUSDT&origClientOrderId=mine",
        ["GetOpenOrders"] = "symbol=BTCUSDT",
        ["GetAllOrders"] = "symbol=BTCUSDT",
        ["PlaceOco"] = Pair,
        ["PlaceOto"] = Working + Sell + "&pendingQuantity=0.001",
        ["PlaceOtoco"] = Working + SellPair + "&pendingQuantity=0.001",
        ["PlaceOpo"] = Working + Sell,
        ["PlaceOpoco"] = Working + SellPair,
        ["PlaceOldOco"] = "symbol=BTCUSDT&side=SELL&quantity=0.001&price=70000&stopPrice=60000&stopLimitPrice=59900"
            + "&stopLimitTimeInForce=GTC",
        ["CancelOrderList"] = "symbol=BTCUSDT&listClientOrderId=pair",
        ["GetOrderList"] = "origClientOrderId=pair",
        ["GetAllOrderLists"] = "",
        ["GetOpenOrderLists"] = "",
        ["GetAccount"] = "",
        ["GetCommission"] = "symbol=BTCUSDT",
        ["GetOrderCounts"] = "",
        ["GetMyTrades"] = "symbol=BTCUSDT",
        ["GetPreventedMatches"] = "symbol=BTCUSDT&orderId={taker}",
        ["GetAllocations"] = "symbol=BTCUSDT",
        ["GetMyFilters"] = "symbol=BTCUSDT",
    };

    public static TheoryData<string> Endpoints => [.. Catalogue.Endpoints
        .Where(endpoint => endpoint is { Auth: not null, Path: not null }).Select(endpoint => endpoint.Name)];

    [Fact]
    public void Nothing_of_the_specification_is_left_out()
    {
        using var trader = new Trader();
        Assert.Equal(
            Catalogue.Endpoints.Select(endpoint => endpoint.Name),
            trader.Venue.Server.Face.Endpoints.Answered.Select(endpoint => endpoint.Name));
        Assert.Equal(
            Catalogue.Channels.Where(channel => channel.Socket == "market").Select(channel => channel.Name),
            trader.Venue.Server.Face.Channels.Published.Select(channel => channel.Name));
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void A_signed_call_is_answered_over_both_interfaces(string name)
    {
        var endpoint = Catalogue.Endpoints.Single(item => item.Name == name);
        using var first = new Trader();
        var (status, json) = first.Call(endpoint.Method!, endpoint.Path!, Prepare(first, name));
        Assert.True(status == 200, json.GetRawText());
        CompletenessTests.Check(endpoint.Decode, endpoint.ToDomain, json.GetRawText(), isEmptyFine: false);

        using var second = new Trader();
        var query = Prepare(second, name);
        var answer = second.Call(FrameClient.Connect(second.Venue, "/ws-api/v3"), endpoint.SocketMethod!, query);
        Assert.True(answer.GetProperty("status").GetInt32() == 200, answer.GetRawText());
        Assert.Equal(json.GetRawText(), answer.GetProperty("result").GetRawText());
    }

    /// <summary>Gives the account an order, an amended one, a list, fills, an allocation and a prevented match.</summary>
    private static string Prepare(Trader trader, string name)
    {
        trader.Venue.Server.Step();
        trader.Call("POST", "/api/v3/order", Order + "&newClientOrderId=mine");
        trader.Call("POST", "/api/v3/order", Order + "&newClientOrderId=less");
        var amended = trader.Call(
            "PUT", "/api/v3/order/amend/keepPriority", "symbol=BTCUSDT&origClientOrderId=less&newQty=0.0005").Json;
        trader.Call("POST", "/api/v3/orderList/oco", Pair + "&listClientOrderId=pair");
        trader.Call("POST", "/api/v3/sor/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.002");
        trader.Call("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.002");
        var best = trader.Send("GET", "/api/v3/ticker/bookTicker?symbol=BTCUSDT", null).Json.GetProperty("bidPrice");
        var price = decimal.Parse(best.GetString()!, CultureInfo.InvariantCulture) + 0.01m;
        trader.Call("POST", "/api/v3/order", FormattableString.Invariant(
            $"symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=0.001&price={price}"));
        var taker = trader.Call("POST", "/api/v3/order", "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=0.001").Json;
        return Queries[name].Replace("{amended}", Id(amended.GetProperty("amendedOrder")), StringComparison.Ordinal)
            .Replace("{taker}", Id(taker), StringComparison.Ordinal);
    }

    private static string Id(JsonElement order) => order.GetProperty("orderId").GetRawText();
}
