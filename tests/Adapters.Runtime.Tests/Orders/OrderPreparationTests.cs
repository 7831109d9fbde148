using System.Globalization;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;

namespace Adapters.Runtime.Tests.Orders;

public sealed class OrderPreparationTests
{
    internal static readonly OrderRules Rules = new()
    {
        Kinds =
        [
            new(OrderKind.Limit, [TimeInForce.GoodTillCancel, TimeInForce.ImmediateOrCancel], PostOnly: true),
            new(OrderKind.Market, [], QuoteQuantity: true),
            new(OrderKind.StopLimit, [TimeInForce.GoodTillCancel]),
            new(OrderKind.StopMarket, []),
        ],
        ClientIdCharacters = "a-z0-9-",
        ClientIdLength = 20,
        AmendsQuantity = true,
    };

    private readonly Symbol _symbol;
    private readonly OrderPreparation _preparation = new("test-spot", Rules, new ClientOrderIds(Rules));

    public OrderPreparationTests()
    {
        var symbols = new SymbolTable();
        _symbol = symbols.Get("BTCUSDT");
        symbols.Load(
        [
            new Market
            {
                Symbol = _symbol,
                Kind = MarketKind.Spot,
                Base = Asset.Of("BTC"),
                Quote = Asset.Of("USDT"),
                Status = MarketStatus.Trading,
                Tick = 0.10m,
                Step = 0.001m,
                MinPrice = 1m,
                MaxPrice = 1_000_000m,
                MinQuantity = 0.001m,
                MaxQuantity = 9m,
                MinNotional = 5m,
                MaxNotional = 400_000m,
                MinNotionalForMarket = true,
                MaxNotionalForMarket = true,
                QuoteDigits = 2,
                MarketStep = 0.002m,
                MarketMinQuantity = 0.004m,
                MarketMaxQuantity = 5m,
            },
        ]);
    }

    [Theory]
    [InlineData(Side.Buy, 50_000.19, 50_000.1)]
    [InlineData(Side.Sell, 50_000.11, 50_000.2)]
    [InlineData(Side.Buy, 50_000.10, 50_000.1)]
    public void Values_are_rounded_never_to_the_callers_disadvantage(Side side, double price, double rounded)
    {
        var prepared = _preparation.Prepare(OrderRequest.Limit(_symbol, side, 0.0019m, (decimal)price));

        Assert.Equal(((decimal)rounded, 0.001m), (prepared.Price!.Value, prepared.Quantity!.Value));
    }

    [Fact]
    public void What_is_left_out_is_filled_in()
    {
        var prepared = _preparation.Prepare(OrderRequest.Limit(_symbol, Side.Buy, 1m, 50_000m));

        Assert.Equal(TimeInForce.GoodTillCancel, prepared.TimeInForce);
        Assert.True(prepared.ClientId is { IsPresent: true });
    }

    [Fact]
    public void A_market_order_has_no_time_in_force_and_no_price()
    {
        var prepared = _preparation.Prepare(OrderRequest.Market(_symbol, Side.Buy, 1m));
        Assert.Null(prepared.TimeInForce);
        Assert.Null(prepared.Price);
    }

    // The market's average price, which the venue counts the value with, is not known here.
    [Theory]
    [InlineData(0.004)]
    [InlineData(5)]
    public void The_value_of_a_market_order_in_base_units_is_left_to_the_venue(double quantity) =>
        Assert.Equal((decimal)quantity, _preparation.Prepare(Market() with { Quantity = (decimal)quantity }).Quantity);

    [Theory]
    [InlineData("100.5", false, "100.5")]
    [InlineData("100.509", false, "100.5")]
    [InlineData("100.50000000000", false, "100.5")]
    [InlineData("100.50000000000", true, "100.5")]
    [InlineData("33.333333333333333333333333333", false, "33.33")]
    public void A_quantity_in_quote_units_keeps_the_digits_that_the_market_takes(string given, bool isExact, string expected)
    {
        var quote = decimal.Parse(given, CultureInfo.InvariantCulture);
        var prepared = _preparation.Prepare(Market() with { Quantity = null, QuoteQuantity = quote, IsExact = isExact });
        Assert.Null(prepared.Quantity);
        Assert.Equal(expected, prepared.QuoteQuantity!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_trigger_goes_to_the_nearest_tick() => Assert.Equal(
        49_000.2m,
        _preparation.Prepare(Limit() with { Kind = OrderKind.StopLimit, TriggerPrice = 49_000.16m }).TriggerPrice);

    public static TheoryData<string, ErrorClass> Refused => new()
    {
        { "no quantity", ErrorClass.InvalidQuantity },
        { "too many digits to spend", ErrorClass.InvalidQuantity },
        { "too little to spend in its digits", ErrorClass.InvalidQuantity },
        { "both quantities", ErrorClass.InvalidQuantity },
        { "quote quantity with limit", ErrorClass.Unsupported },
        { "zero quantity", ErrorClass.InvalidQuantity },
        { "negative quantity", ErrorClass.InvalidQuantity },
        { "below the step", ErrorClass.InvalidQuantity },
        { "too large", ErrorClass.InvalidQuantity },
        { "off the step, exact", ErrorClass.InvalidQuantity },
        { "no price", ErrorClass.InvalidRequest },
        { "price with market", ErrorClass.InvalidRequest },
        { "negative price", ErrorClass.InvalidPrice },
        { "price too high", ErrorClass.InvalidPrice },
        { "off the tick, exact", ErrorClass.InvalidPrice },
        { "too little value", ErrorClass.InvalidNotional },
        { "too much value", ErrorClass.InvalidNotional },
        { "too little to spend", ErrorClass.InvalidNotional },
        { "too much to spend", ErrorClass.InvalidNotional },
        { "too small for the market", ErrorClass.InvalidQuantity },
        { "too large for the market", ErrorClass.InvalidQuantity },
        { "too large for the market once triggered", ErrorClass.InvalidQuantity },
        { "off the market's step, exact", ErrorClass.InvalidQuantity },
        { "no trigger", ErrorClass.InvalidRequest },
        { "trigger with limit", ErrorClass.InvalidRequest },
        { "trigger off the tick, exact", ErrorClass.InvalidPrice },
        { "kind", ErrorClass.Unsupported },
        { "time in force", ErrorClass.Unsupported },
        { "time in force with market", ErrorClass.Unsupported },
        { "post-only with market", ErrorClass.Unsupported },
        { "post-only at once", ErrorClass.InvalidRequest },
        { "reduce-only", ErrorClass.Unsupported },
        { "client id", ErrorClass.InvalidRequest },
        { "unknown symbol", ErrorClass.UnknownSymbol },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_breaks_a_rule_is_refused_before_it_is_sent(string what, ErrorClass expected)
    {
        var request = what switch
        {
            "no quantity" => Limit() with { Quantity = null },
            "both quantities" => Market() with { QuoteQuantity = 5m },
            "quote quantity with limit" => Limit() with { Quantity = null, QuoteQuantity = 10m },
            "zero quantity" => Limit() with { Quantity = 0m },
            "negative quantity" => Limit() with { Quantity = -1m },
            "below the step" => Limit() with { Quantity = 0.0009m },
            "too large" => Market() with { Quantity = 10m },
            "off the step, exact" => Limit() with { Quantity = 0.0015m, IsExact = true },
            "no price" => Limit() with { Price = null },
            "price with market" => Market() with { Price = 1m },
            "negative price" => Limit() with { Price = -1m },
            "price too high" => Limit() with { Price = 2_000_000m },
            "off the tick, exact" => Limit() with { Price = 50_000.05m, IsExact = true },
            "too little value" => Limit() with { Quantity = 0.001m, Price = 4_000m },
            "too much value" => Limit() with { Quantity = 8.001m },
            "too little to spend" => Market() with { Quantity = null, QuoteQuantity = 4.99m },
            "too many digits to spend" => Market() with { Quantity = null, QuoteQuantity = 100.501m, IsExact = true },
            "too little to spend in its digits" => Market() with { Quantity = null, QuoteQuantity = 0.009m },
            "too much to spend" => Market() with { Quantity = null, QuoteQuantity = 400_000.01m },
            "too small for the market" => Market() with { Quantity = 0.0039m },
            "too large for the market" => Market() with { Quantity = 5.002m },
            "too large for the market once triggered" =>
                Market() with { Kind = OrderKind.StopMarket, TriggerPrice = 49_000m, Quantity = 5.002m },
            "off the market's step, exact" => Market() with { Quantity = 0.005m, IsExact = true },
            "no trigger" => Limit() with { Kind = OrderKind.StopLimit },
            "trigger with limit" => Limit() with { TriggerPrice = 49_000m },
            "trigger off the tick, exact" => Limit() with { Kind = OrderKind.StopLimit, TriggerPrice = 0.05m, IsExact = true },
            "kind" => Limit() with { Kind = OrderKind.TrailingStop },
            "time in force" => Limit() with { TimeInForce = TimeInForce.FillOrKill },
            "time in force with market" => Market() with { TimeInForce = TimeInForce.GoodTillCancel },
            "post-only with market" => Market() with { PostOnly = true },
            "post-only at once" => Limit() with { PostOnly = true, TimeInForce = TimeInForce.ImmediateOrCancel },
            "reduce-only" => Limit() with { ReduceOnly = true },
            "client id" => Limit() with { ClientId = ClientOrderId.Parse("UPPER") },
            _ => Limit() with { Symbol = new SymbolTable().Get("NOWHERE") },
        };

        var error = Assert.Throws<ExchangeException>(() => _preparation.Prepare(request));

        Assert.Equal(expected, error.Class);
        Assert.StartsWith("It was not sent: ", error.Problem, StringComparison.Ordinal);
        Assert.Equal(expected == ErrorClass.UnknownSymbol, error.Problem.Contains("load them again with MarketData.GetMarketsAsync", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exact_order_is_sent_as_it_is()
    {
        var prepared = _preparation.Prepare(Limit() with { IsExact = true, Price = 50_000.10m, Quantity = 0.0010m });
        Assert.Equal((50_000.10m, 0.0010m), (prepared.Price!.Value, prepared.Quantity!.Value));
    }

    [Fact]
    public void An_amendment_is_rounded_and_checked()
    {
        var order = OrderRef.Of(_symbol, OrderId.FromInt64(7));

        Assert.Equal(0.5m, _preparation.Prepare(new AmendRequest { Order = order, Quantity = 0.5009m }).Quantity);
        Assert.Equal(ErrorClass.InvalidRequest, Refusal(new AmendRequest { Order = order }));
        Assert.Equal(ErrorClass.Unsupported, Refusal(new AmendRequest { Order = order, Price = 1m }));
        Assert.Equal(ErrorClass.InvalidQuantity, Refusal(new AmendRequest { Order = order, Quantity = 0m }));
        Assert.Equal(ErrorClass.InvalidQuantity, Refusal(new AmendRequest { Order = order, Quantity = 0.0004m }));
        Assert.Equal(ErrorClass.InvalidQuantity, Refusal(new AmendRequest { Order = order, Quantity = 0.0015m, IsExact = true }));

        ErrorClass Refusal(AmendRequest request) => Assert.Throws<ExchangeException>(() => _preparation.Prepare(request)).Class;
    }

    [Fact]
    public void An_amendment_of_price_and_quantity_has_a_value()
    {
        var rules = new OrderRules
        {
            Kinds = Rules.Kinds,
            ClientIdCharacters = Rules.ClientIdCharacters,
            ClientIdLength = Rules.ClientIdLength,
            AmendsQuantity = true,
            AmendsPrice = true,
        };
        var preparation = new OrderPreparation("test-spot", rules, new ClientOrderIds(rules));
        var change = new AmendRequest { Order = OrderRef.Of(_symbol, OrderId.FromInt64(7)), Quantity = 0.001m, Price = 5_000m };

        Assert.Equal((0.001m, 5_000m), (preparation.Prepare(change).Quantity, preparation.Prepare(change).Price));
        Assert.Equal(ErrorClass.InvalidNotional, Refusal(change with { Price = 4_999.9m }));
        Assert.Equal(ErrorClass.InvalidNotional, Refusal(change with { Price = 500_000m, Quantity = 1m }));
        Assert.Equal(4_999.9m, preparation.Prepare(change with { Price = 4_999.9m, Quantity = null }).Price);

        ErrorClass Refusal(AmendRequest request) => Assert.Throws<ExchangeException>(() => preparation.Prepare(request)).Class;
    }

    private OrderRequest Limit() => OrderRequest.Limit(_symbol, Side.Buy, 1m, 50_000m);

    private OrderRequest Market() => OrderRequest.Market(_symbol, Side.Buy, 1m);
}
