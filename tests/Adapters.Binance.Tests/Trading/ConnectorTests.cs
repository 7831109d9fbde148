using System.Net;
using System.Text;
using Adapters.Binance.Spot;
using Adapters.Capabilities;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Hosting;
using Adapters.Orders;
using Adapters.Security;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Binance.Tests.Trading;

/// <summary>Which call goes out for what is asked in the domain's words, and what its answer means.</summary>
public sealed class ConnectorTests : IAsyncDisposable
{
    private const string Reply = """
        {"symbol":"BTCUSDT","orderId":28,"orderListId":-1,"clientOrderId":"mine","transactTime":1795514430123,"price":"50000.10000000",
        "origQty":"0.01000000","executedQty":"0.00400000","origQuoteOrderQty":"0.00000000","cummulativeQuoteQty":"200.00040000",
        "status":"PARTIALLY_FILLED","timeInForce":"GTC","type":"LIMIT","side":"BUY","workingTime":1795514430123,
        "fills":[{"price":"50000.10000000","qty":"0.00400000","commission":"0.00000400","commissionAsset":"BTC","tradeId":56}],
        "selfTradePreventionMode":"NONE"}
        """;

    private readonly Recorder _venue = new();
    private readonly BinanceSpot _spot;
    private readonly Symbol _symbol;

    public ConnectorTests()
    {
        _spot = BinanceSpot.Connect(new ConnectorOptions
        {
            HttpHandler = _venue,
            TimeProvider = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 10, 0, 30, TimeSpan.Zero)),
            Credentials = new Credentials("the-key", new HmacKey("the-secret")),
        });
        _venue.Answers["GET /api/v3/time"] = """{"serverTime":1795514430000}""";
        _venue.Answers["GET /api/v3/exchangeInfo"] = Encoding.UTF8.GetString(Conformance.Samples.Read("spot/GetExchangeInfo.json"));
        _symbol = _spot.MarketData.Symbols.Get("BTCUSDT");
    }

    [Fact]
    public async Task A_limit_order_is_prepared_sent_once_and_told_with_its_fills()
    {
        _venue.Answers["POST /api/v3/order"] = Reply;

        var outcome = await _spot.Trading.PlaceAsync(
            OrderRequest.Limit(_symbol, Side.Buy, 0.0100004m, 50_000.105m) with { ClientId = ClientOrderId.Parse("mine") });

        Assert.True(outcome.IsAcknowledged, outcome.ToString());
        var sent = _venue.Sent("POST /api/v3/order").Single();
        Assert.Equal(
            "newClientOrderId=mine newOrderRespType=FULL price=50000.1 quantity=0.01 side=BUY symbol=BTCUSDT timeInForce=GTC type=LIMIT",
            Own(sent));
        Assert.Matches("&recvWindow=5000&timestamp=1795514430000&signature=[0-9a-f]{64}$", sent);
        var order = outcome.Order.Value;
        Assert.Equal(
            (OrderId.FromInt64(28), OrderStatus.PartiallyFilled, 0.01m, 0.004m, 200.0004m),
            (order.Id, order.Status, order.Quantity!.Value, order.FilledQuantity, order.FilledValue!.Value));
        var fill = outcome.Fills.Single();
        Assert.Equal(
            (TradeId.FromInt64(56), 0.004m, 0.000004m, Asset.Of("BTC"), false),
            (fill.Id, fill.Quantity, fill.Fee!.Value, fill.FeeAsset!.Value, fill.Maker!.Value));
    }

    [Fact]
    public async Task Orders_are_written_as_their_kind_wants_it()
    {
        _venue.Answers["POST /api/v3/order"] = Reply;
        OrderRequest[] requests =
        [
            OrderRequest.Limit(_symbol, Side.Sell, 0.01m, 50_000m) with { PostOnly = true },
            OrderRequest.Market(_symbol, Side.Buy, 0.01m),
            new() { Symbol = _symbol, Side = Side.Buy, Kind = OrderKind.Market, QuoteQuantity = 100m },
            new() { Symbol = _symbol, Side = Side.Sell, Kind = OrderKind.StopLimit, Quantity = 0.01m, Price = 49_000m, TriggerPrice = 49_100m },
            new() { Symbol = _symbol, Side = Side.Sell, Kind = OrderKind.TakeProfitMarket, Quantity = 0.01m, TriggerPrice = 60_000m },
        ];
        foreach (var request in requests)
        {
            var outcome = await _spot.Trading.PlaceAsync(request with { ClientId = ClientOrderId.Parse("mine") });
            Assert.True(outcome.IsAcknowledged, outcome.ToString());
        }

        Assert.Equal(
            [
                "price=50000 quantity=0.01 side=SELL symbol=BTCUSDT type=LIMIT_MAKER",
                "quantity=0.01 side=BUY symbol=BTCUSDT type=MARKET",
                "quoteOrderQty=100 side=BUY symbol=BTCUSDT type=MARKET",
                "price=49000 quantity=0.01 side=SELL stopPrice=49100 symbol=BTCUSDT timeInForce=GTC type=STOP_LOSS_LIMIT",
                "quantity=0.01 side=SELL stopPrice=60000 symbol=BTCUSDT type=TAKE_PROFIT",
            ],
            _venue.Sent("POST /api/v3/order").Select(static body => Own(body)["newClientOrderId=mine newOrderRespType=FULL ".Length..]));
    }

    [Fact]
    public async Task Cancels_amendments_and_questions_name_the_order_by_either_id()
    {
        _venue.Answers["DELETE /api/v3/order"] = Reply.Replace("PARTIALLY_FILLED", "CANCELED", StringComparison.Ordinal)
            .Replace("\"orderId\"", "\"origClientOrderId\":\"first\",\"orderId\"", StringComparison.Ordinal);
        _venue.Answers["PUT /api/v3/order/amend/keepPriority"] =
            $$"""{"transactTime":1795514430123,"executionId":75,"amendedOrder":{{Reply.Replace("origQty", "qty", StringComparison.Ordinal)}}}""";
        _venue.Failures["GET /api/v3/order"] = """{"code":-2013,"msg":"Order does not exist."}""";
        var byClient = OrderRef.Of(_symbol, ClientOrderId.Parse("first"));
        var byVenue = OrderRef.Of(_symbol, OrderId.FromInt64(28));

        var canceled = await _spot.Trading.CancelAsync(byClient);
        var amended = await ((IOrderAmender)_spot.Trading).AmendAsync(new AmendRequest { Order = byVenue, Quantity = 0.01m });
        var none = await _spot.Trading.GetOrderAsync(byVenue);

        Assert.Equal((OrderStatus.Canceled, "first"), (canceled.Order!.Value.Status, canceled.Order.Value.ClientId.ToString()));
        Assert.Equal(0.01m, amended.Order!.Value.Quantity);
        Assert.Null(none);
        Assert.StartsWith("symbol=BTCUSDT&origClientOrderId=first&", _venue.Sent("DELETE /api/v3/order").Single(), StringComparison.Ordinal);
        Assert.StartsWith("symbol=BTCUSDT&orderId=28&newQty=0.01&", _venue.Sent("PUT /api/v3/order/amend/keepPriority").Single(), StringComparison.Ordinal);
        Assert.StartsWith("symbol=BTCUSDT&orderId=28&", _venue.Sent("GET /api/v3/order").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STOP_LOSS_LIMIT", ",\"workingTime\":1795514430123", OrderStatus.Open)]
    [InlineData("STOP_LOSS_LIMIT", ",\"workingTime\":-1", OrderStatus.Pending)]
    [InlineData("TAKE_PROFIT_LIMIT", "", OrderStatus.Pending)]
    [InlineData("LIMIT", "", OrderStatus.Open)]
    public async Task An_order_is_open_since_it_works(string type, string working, OrderStatus expected)
    {
        var reply = $$"""
            {"symbol":"BTCUSDT","orderId":28,"orderListId":-1,"origClientOrderId":"mine","clientOrderId":"new","price":"50000.10000000",
            "qty":"0.01000000","executedQty":"0.00000000","cumulativeQuoteQty":"0.00000000","status":"NEW","timeInForce":"GTC",
            "type":"{{type}}","side":"BUY"{{working}},"selfTradePreventionMode":"NONE"}
            """;
        _venue.Answers["PUT /api/v3/order/amend/keepPriority"] =
            $$"""{"transactTime":1795514430123,"executionId":75,"amendedOrder":{{reply}}}""";
        _venue.Answers["POST /api/v3/order"] = reply.Replace("qty", "origQty", StringComparison.Ordinal);

        var amended = await ((IOrderAmender)_spot.Trading).AmendAsync(
            new AmendRequest { Order = OrderRef.Of(_symbol, OrderId.FromInt64(28)), Quantity = 0.01m });
        var placed = await _spot.Trading.PlaceAsync(OrderRequest.Limit(_symbol, Side.Buy, 0.01m, 50_000m));

        Assert.Equal((expected, expected), (amended.Order!.Value.Status, placed.Order!.Value.Status));
    }

    [Fact]
    public async Task Nothing_to_cancel_is_no_error()
    {
        _venue.Failures["DELETE /api/v3/openOrders"] = """{"code":-2011,"msg":"Unknown order sent."}""";

        Assert.Empty(await ((ICancelAll)_spot.Trading).CancelAllAsync(_symbol));
    }

    [Fact]
    public async Task Cancelling_all_with_an_unreadable_answer_may_have_happened()
    {
        _venue.Answers["DELETE /api/v3/openOrders"] = """[{"symbol":"BTCUSDT","orde""";

        var error = await Assert.ThrowsAsync<ExchangeException>(() => ((ICancelAll)_spot.Trading).CancelAllAsync(_symbol).AsTask());

        Assert.Equal(ErrorClass.UnknownOutcome, error.Class);
    }

    [Theory]
    [InlineData(",\"data\":{\"cancelResult\":\"SUCCESS\"}")]
    [InlineData(",\"data\":[]")]
    [InlineData("")]
    public async Task A_replacement_that_failed_in_part_is_unknown_where_the_parts_cannot_be_read(string data)
    {
        _venue.Failures["POST /api/v3/order/cancelReplace"] =
            $$"""{"code":-2021,"msg":"Order cancel-replace partially failed."{{data}}}""";

        var outcome = await ((IOrderReplacer)_spot.Trading).ReplaceAsync(
            OrderRef.Of(_symbol, OrderId.FromInt64(28)), OrderRequest.Limit(_symbol, Side.Buy, 0.01m, 50_000m));

        Assert.Equal((OutcomeKind.Unknown, OutcomeKind.Unknown), (outcome.Cancel.Kind, outcome.Place.Kind));
        Assert.Equal("-2021", outcome.Cancel.Error!.Code);
    }

    [Fact]
    public async Task Refusals_are_told_apart()
    {
        _venue.Failures["POST /api/v3/order"] = """{"code":-2010,"msg":"Account has insufficient balance for requested action."}""";

        var outcome = await _spot.Trading.PlaceAsync(OrderRequest.Limit(_symbol, Side.Buy, 0.01m, 50_000m));

        Assert.Equal((OutcomeKind.Rejected, ErrorClass.InsufficientFunds, "-2010"), (outcome.Kind, outcome.Error!.Class, outcome.Error.Code));
    }

    [Fact]
    public async Task A_market_that_is_new_is_traded_once_the_markets_are_loaded_again()
    {
        _venue.Answers["POST /api/v3/order"] = Reply.Replace("BTCUSDT", "NEWUSDT", StringComparison.Ordinal);
        var request = OrderRequest.Limit(_spot.MarketData.Symbols.Get("NEWUSDT"), Side.Buy, 0.01m, 50_000m);

        var refused = await _spot.Trading.PlaceAsync(request);
        _venue.Answers["GET /api/v3/exchangeInfo"] =
            _venue.Answers["GET /api/v3/exchangeInfo"].Replace("\"BTCUSDT\"", "\"NEWUSDT\"", StringComparison.Ordinal);
        var again = await _spot.Trading.PlaceAsync(request);
        await _spot.MarketData.GetMarketsAsync();
        var placed = await _spot.Trading.PlaceAsync(request);

        Assert.All([refused, again], static outcome =>
        {
            Assert.Equal((ErrorClass.UnknownSymbol, false), (outcome.Error!.Class, outcome.WasSent));
            Assert.EndsWith("load them again with MarketData.GetMarketsAsync.", outcome.Error.Problem, StringComparison.Ordinal);
        });
        Assert.True(placed.IsAcknowledged, placed.ToString());
        Assert.Single(_venue.Sent("POST /api/v3/order"));
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData(null, 2)]
    public async Task Another_number_of_markets_than_was_asked_for_is_an_error_that_names_the_call(string? answer, int count)
    {
        _venue.Answers["GET /api/v3/ticker/bookTicker"] =
            answer ?? Encoding.UTF8.GetString(Conformance.Samples.Read("spot/GetBookTickers.json"));

        var error = await Assert.ThrowsAsync<DecodeException>(async () => await _spot.MarketData.GetQuoteAsync(_symbol));

        Assert.Equal(
            $"GET /api/v3/ticker/bookTicker: $: one market was asked for, and the venue answered with {count}. Ask for all of them.",
            error.Message);
    }

    public ValueTask DisposeAsync() => _spot.DisposeAsync();

    // What is not authentication, in an order that the specification does not decide.
    private static string Own(string parameters) => string.Join(
        ' ', parameters[..parameters.IndexOf("&recvWindow", StringComparison.Ordinal)].Split('&').Order(StringComparer.Ordinal));
}
