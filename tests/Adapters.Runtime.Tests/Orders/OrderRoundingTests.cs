using System.Globalization;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;

namespace Adapters.Runtime.Tests.Orders;

/// <summary>Prices and quantities are rounded, up to the ends of what can be rounded and counted, in markets without
/// bounds.</summary>
public sealed class OrderRoundingTests
{
    private readonly OrderPreparation _preparation =
        new("test-spot", OrderPreparationTests.Rules, new ClientOrderIds(OrderPreparationTests.Rules));

    [Theory]
    [InlineData(OrderKind.Market, 0.006)]
    [InlineData(OrderKind.StopMarket, 0.006)]
    [InlineData(OrderKind.Limit, 0.007)]
    [InlineData(OrderKind.StopLimit, 0.007)]
    public void A_quantity_goes_to_the_grid_of_its_kind(OrderKind kind, double expected)
    {
        var request = OrderRequest.Market(Unbounded(tick: 0.1m, step: 0.001m, marketStep: 0.002m), Side.Sell, 0.0075m) with
        {
            Kind = kind,
            Price = kind is OrderKind.Limit or OrderKind.StopLimit ? 50_000m : null,
            TriggerPrice = kind is OrderKind.StopMarket or OrderKind.StopLimit ? 50_000m : null,
        };

        Assert.Equal((decimal)expected, _preparation.Prepare(request).Quantity);
    }

    [Fact]
    public void What_is_rounded_to_zero_is_refused()
    {
        var symbol = Unbounded(tick: 1m, step: 1m);
        var stop = OrderRequest.Market(symbol, Side.Sell, 1m) with { Kind = OrderKind.StopMarket, TriggerPrice = 0.4m };

        Assert.Equal(ErrorClass.InvalidQuantity, Refusal(OrderRequest.Market(symbol, Side.Buy, 0.9m)).Class);
        Assert.Equal(ErrorClass.InvalidQuantity, Refusal(OrderRequest.Limit(symbol, Side.Buy, 0.9m, 1m)).Class);
        Assert.Equal(ErrorClass.InvalidPrice, Refusal(OrderRequest.Limit(symbol, Side.Buy, 1m, 0.9m)).Class);
        Assert.Equal(ErrorClass.InvalidPrice, Refusal(stop).Class);
    }

    [Fact]
    public void What_cannot_be_rounded_is_refused()
    {
        var symbol = Unbounded(tick: 1.1m, step: 1.1m);

        Assert.Equal(ErrorClass.InvalidQuantity, Refusal(OrderRequest.Market(symbol, Side.Buy, decimal.MaxValue)).Class);
        Assert.Equal(ErrorClass.InvalidPrice, Refusal(OrderRequest.Limit(symbol, Side.Buy, 1.1m, decimal.MaxValue)).Class);
    }

    [Theory]
    [InlineData("9999999999999999999999999999", "9")]
    [InlineData("9", "9999999999999999999999999999")]
    public void Beyond_what_can_be_computed_it_is_refused(string price, string quantity)
    {
        var symbol = Unbounded(tick: 0.00000001m, step: 0.00000001m, minNotional: 5m);

        var error = Refusal(OrderRequest.Limit(symbol, Side.Sell, Decimal(quantity), Decimal(price)));

        Assert.StartsWith("It was not sent: ", error.Problem, StringComparison.Ordinal);

        static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
    }

    private static Symbol Unbounded(decimal tick, decimal step, decimal? minNotional = null, decimal? marketStep = null)
    {
        var symbols = new SymbolTable();
        var symbol = symbols.Get("ANYANY");
        symbols.Load(
        [
            new Market
            {
                Symbol = symbol,
                Kind = MarketKind.Spot,
                Base = Asset.Of("ANY"),
                Quote = Asset.Of("OTHER"),
                Status = MarketStatus.Trading,
                Tick = tick,
                Step = step,
                MinNotional = minNotional,
                MarketStep = marketStep,
            },
        ]);
        return symbol;
    }

    private ExchangeException Refusal(OrderRequest request) =>
        Assert.Throws<ExchangeException>(() => _preparation.Prepare(request));
}
