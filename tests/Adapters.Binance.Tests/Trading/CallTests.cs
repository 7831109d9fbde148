using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Rest;

namespace Adapters.Binance.Tests.Trading;

/// <summary>Orders are written as the venue's table wants them, and refused before they are sent where they break it.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#order-type"/></summary>
public sealed class CallTests
{
    private const string Limit = "symbol=BTCUSDT side=BUY type=LIMIT timeInForce=GTC quantity=1 price=2";

    [Theory]
    [InlineData(Limit)]
    [InlineData(Limit + " icebergQty=0.1")]
    [InlineData("symbol=BTCUSDT side=BUY type=LIMIT timeInForce=IOC quantity=1 pegPriceType=PRIMARY_PEG")]
    [InlineData("symbol=BTCUSDT side=BUY type=LIMIT_MAKER quantity=1 price=2")]
    [InlineData("symbol=BTCUSDT side=BUY type=MARKET quantity=1")]
    [InlineData("symbol=BTCUSDT side=BUY type=MARKET quoteOrderQty=1")]
    [InlineData("symbol=BTCUSDT side=BUY type=STOP_LOSS quantity=1 stopPrice=2")]
    [InlineData("symbol=BTCUSDT side=BUY type=TAKE_PROFIT quantity=1 trailingDelta=100 stopPrice=2")]
    [InlineData("symbol=BTCUSDT side=BUY type=STOP_LOSS_LIMIT timeInForce=FOK quantity=1 price=2 stopPrice=3")]
    [InlineData("symbol=BTCUSDT side=BUY type=TAKE_PROFIT_LIMIT timeInForce=GTC quantity=1 price=2 trailingDelta=100")]
    [InlineData("symbol=BTCUSDT side=BUY type=NEW_TYPE_OF_THE_VENUE anything=1")]
    public void Order_is_written(string parameters) => Assert.Equal(
        "https://api.binance.com/api/v3/order?" + parameters.Replace(' ', '&'),
        Address(BinanceSpotEndpoints.PlaceOrder, parameters));

    [Theory]
    [InlineData("symbol=BTCUSDT side=BUY type=LIMIT quantity=1 price=2", "timeInForce")]
    [InlineData("symbol=BTCUSDT side=BUY type=LIMIT timeInForce=GTC price=2", "quantity")]
    [InlineData("symbol=BTCUSDT side=BUY type=LIMIT timeInForce=GTC quantity=1", "price")]
    [InlineData(Limit + " stopPrice=3", "stopPrice")]
    [InlineData(Limit + " quoteOrderQty=3", "quoteOrderQty")]
    [InlineData(Limit + " pegOffsetValue=3", "pegOffsetValue")]
    [InlineData("symbol=BTCUSDT side=BUY type=LIMIT_MAKER quantity=1 price=2 timeInForce=GTC", "timeInForce")]
    [InlineData("symbol=BTCUSDT side=BUY type=MARKET quantity=1 timeInForce=GTC", "timeInForce")]
    [InlineData("symbol=BTCUSDT side=BUY type=MARKET quantity=1 price=2", "price")]
    [InlineData("symbol=BTCUSDT side=BUY type=MARKET quantity=1 quoteOrderQty=2", "quoteOrderQty")]
    [InlineData("symbol=BTCUSDT side=BUY type=MARKET", "quantity")]
    [InlineData("symbol=BTCUSDT side=BUY type=STOP_LOSS quantity=1", "stopPrice")]
    [InlineData("symbol=BTCUSDT side=BUY type=TAKE_PROFIT quantity=1 stopPrice=2 price=3", "price")]
    [InlineData("symbol=BTCUSDT side=BUY type=STOP_LOSS_LIMIT timeInForce=GTC quantity=1 price=2", "stopPrice")]
    [InlineData("symbol=BTCUSDT type=MARKET quantity=1", "side")]
    public void Order_that_breaks_the_table_is_refused_by_name(string parameters, string named)
    {
        var error = Assert.Throws<RequestException>(() => Address(BinanceSpotEndpoints.PlaceOrder, parameters));

        Assert.Contains(named, error.Parameters);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbol=BTCUSDT side=BUY type=STOP_LOSS quantity=1", "type")]
    [InlineData("symbol=BTCUSDT side=BUY type=LIMIT quantity=1 price=2", "timeInForce")]
    public void Smart_routing_takes_limit_and_market_orders_only(string parameters, string named)
    {
        var error = Assert.Throws<RequestException>(() => Address(BinanceSpotEndpoints.PlaceSorOrder, parameters));
        Assert.Contains(named, error.Parameters);
    }

    [Theory]
    [InlineData(
        "symbol=BTCUSDT side=SELL quantity=1 aboveType=LIMIT_MAKER abovePrice=3 belowType=STOP_LOSS belowStopPrice=2", null)]
    [InlineData(
        "symbol=BTCUSDT side=SELL quantity=1 aboveType=LIMIT_MAKER belowType=STOP_LOSS belowStopPrice=2", "abovePrice")]
    [InlineData(
        "symbol=BTCUSDT side=SELL quantity=1 aboveType=LIMIT abovePrice=3 belowType=STOP_LOSS belowStopPrice=2", "aboveType")]
    [InlineData(
        "symbol=BTCUSDT side=SELL quantity=1 aboveType=LIMIT_MAKER abovePrice=3 belowType=STOP_LOSS belowStopPrice=2 belowPrice=1",
        "belowPrice")]
    [InlineData("symbol=BTCUSDT side=SELL quantity=1 aboveType=LIMIT_MAKER abovePrice=3", "belowType")]
    public void Legs_of_a_list_have_the_table_under_their_names(string parameters, string? refused)
    {
        if (refused is null)
        {
            Assert.EndsWith(parameters.Replace(' ', '&'), Address(BinanceSpotEndpoints.PlaceOco, parameters), StringComparison.Ordinal);
            return;
        }

        var error = Assert.Throws<RequestException>(() => Address(BinanceSpotEndpoints.PlaceOco, parameters));
        Assert.Contains(refused, error.Parameters);
    }

    [Theory]
    [InlineData("symbol=BTCUSDT orderId=5", 1)]
    [InlineData("symbol=BTCUSDT origClientOrderId=mine-1", 1)]
    [InlineData("symbol=BTCUSDT", 0)]
    public void An_order_is_cancelled_by_one_of_its_ids(string parameters, int isSent)
    {
        if (isSent == 1)
        {
            Assert.EndsWith(parameters.Replace(' ', '&'), Address(BinanceSpotEndpoints.CancelOrder, parameters), StringComparison.Ordinal);
        }
        else
        {
            Assert.Throws<RequestException>(() => Address(BinanceSpotEndpoints.CancelOrder, parameters));
        }
    }

    [Theory]
    [InlineData("PlaceOrder", 1, 1)]
    [InlineData("TestOrder", 1, 0)]
    [InlineData("PlaceOco", 1, 2)]
    [InlineData("PlaceOto", 1, 2)]
    [InlineData("PlaceOtoco", 1, 3)]
    [InlineData("PlaceOpo", 1, 2)]
    [InlineData("PlaceOpoco", 1, 3)]
    [InlineData("PlaceOldOco", 1, 2)]
    [InlineData("PlaceSorOrder", 1, 1)]
    [InlineData("ReplaceOrder", 1, 1)]
    [InlineData("AmendOrder", 4, 0)]
    [InlineData("CancelOrder", 1, 0)]
    [InlineData("CancelAllOrders", 1, 0)]
    [InlineData("GetAccount", 20, 0)]
    [InlineData("GetOrderCounts", 40, 0)]
    public void Orders_and_weight_are_counted(string name, int weight, int orders)
    {
        var endpoint = BinanceSpotEndpoints.All.Single(item => item.Name == name);

        Assert.Equal(weight, endpoint.Weight.Weigh(new Given([])));
        Assert.Equal(orders, endpoint.Counts.SingleOrDefault(count => count.Key == "orders").Value);
    }

    [Theory]
    [InlineData("GetOpenOrders", "", 80)]
    [InlineData("GetOpenOrders", "symbol", 6)]
    [InlineData("GetMyTrades", "symbol", 20)]
    [InlineData("GetMyTrades", "symbol orderId", 5)]
    [InlineData("GetPreventedMatches", "symbol orderId", 20)]
    [InlineData("GetPreventedMatches", "symbol preventedMatchId", 2)]
    [InlineData("TestOrder", "symbol", 1)]
    [InlineData("TestOrder", "symbol computeCommissionRates=true", 20)]
    [InlineData("TestOrder", "symbol computeCommissionRates=false", 1)]
    public void Weight_depends_on_arguments(string name, string given, int weight)
    {
        var endpoint = BinanceSpotEndpoints.All.Single(item => item.Name == name);
        var arguments = given.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(argument => argument.Split('='))
            .ToDictionary(pair => pair[0], pair => pair.Length > 1 ? pair[1] : "1");

        Assert.Equal(weight, endpoint.Weight.Weigh(new Given(arguments)));
    }

    // Nothing is sent: what would be is written and checked.
    private static string Address(EndpointInfo endpoint, string parameters)
    {
        using var client = new RestClient(
            BinanceSpotCatalogue.Instance, BinanceSpotCatalogue.Instance.Environment("live"), new RestOptions(), new NoTransport(),
            TimeProvider.System, null, new Adapters.Limits.RateLimiter(BinanceSpotCatalogue.Instance.Limits, TimeProvider.System),
            new SymbolTable());
        var request = client.Create(endpoint);
        foreach (var pair in parameters.Split(' '))
        {
            var cut = pair.IndexOf('=', StringComparison.Ordinal);
            request.AddRaw(pair[..cut], pair[(cut + 1)..]);
        }

        var preview = client.Preview(request);
        return preview.Body.Length == 0 ? preview.Url : $"{preview.Url}?{preview.Body}";
    }

    private sealed class Given(IReadOnlyDictionary<string, string> values) : IGivenParameters
    {
        public Given(IEnumerable<string> names)
            : this(names.ToDictionary(name => name, _ => "1"))
        {
        }

        public bool TryGet(string name, out string? text, out int count)
        {
            count = values.TryGetValue(name, out text) ? 1 : 0;
            return count > 0;
        }
    }

    private sealed class NoTransport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing is sent here.");
    }
}
