using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class FilterTests
{
    private static readonly TradingRules Rules = new()
    {
        BuyBandAbove = 1.2m,
        BuyBandBelow = 0.5m,
        SellBandAbove = 3m,
        SellBandBelow = 0.8m,
        MaxIcebergParts = 4,
        MaxTriggerOrders = 2,
        MaxIcebergOrders = 1,
        MaxPosition = 130m,
        Trailing = new TrailingBounds(10, 200, 20, 400),
    };

    private static readonly Bench.MarketLimits Limits = new(0.01m, 0.1m, 20m, 5_000m, MaxNotionalForMarket: true);

    [Theory]
    [InlineData(Side.Buy, 0, 10, RejectReason.PriceTooLow)]
    [InlineData(Side.Buy, -1, 10, RejectReason.PriceTooLow)]
    [InlineData(Side.Buy, 0.5, 10, RejectReason.PriceTooLow)]
    [InlineData(Side.Sell, 1000.01, 1, RejectReason.PriceTooHigh)]
    [InlineData(Side.Buy, 99.005, 1, RejectReason.PriceOffTick)]
    [InlineData(Side.Buy, 99, 0, RejectReason.QuantityTooSmall)]
    [InlineData(Side.Buy, 99, -1, RejectReason.QuantityTooSmall)]
    [InlineData(Side.Buy, 99, 0.0005, RejectReason.QuantityTooSmall)]
    [InlineData(Side.Buy, 99, 1000.001, RejectReason.QuantityTooLarge)]
    [InlineData(Side.Buy, 99, 1.0005, RejectReason.QuantityOffStep)]
    [InlineData(Side.Buy, 99, 0.05, RejectReason.NotionalTooSmall)]
    [InlineData(Side.Buy, 99, 51, RejectReason.NotionalTooLarge)]
    [InlineData(Side.Buy, 120.01, 1, RejectReason.PriceAboveBand)]
    [InlineData(Side.Buy, 49.99, 1, RejectReason.PriceBelowBand)]
    [InlineData(Side.Sell, 300.01, 1, RejectReason.PriceAboveBand)]
    [InlineData(Side.Sell, 79.99, 1, RejectReason.PriceBelowBand)]
    public void Limit_orders_keep_the_market_s_rules(Side side, double price, double quantity, RejectReason reason)
    {
        using var bench = new Bench(Rules with { AverageWindow = TimeSpan.Zero }, limits: Limits);
        var refusal = bench.Refuse(bench.Alice, bench.Limit(side, (decimal)price, (decimal)quantity));
        Assert.Equal(reason, refusal.Reason);
        Assert.NotNull(refusal.Value);
        Assert.NotNull(refusal.Limit);
        Assert.Empty(bench.Events);
    }

    [Theory]
    [InlineData(0.09, RejectReason.MarketQuantityTooSmall)]
    [InlineData(20.01, RejectReason.MarketQuantityTooLarge)]
    [InlineData(0.105, RejectReason.MarketQuantityOffStep)]
    [InlineData(0.0005, RejectReason.QuantityTooSmall)]
    public void Market_orders_keep_their_own(double quantity, RejectReason reason)
    {
        using var bench = new Bench(Rules, limits: Limits);
        Assert.Equal(reason, bench.Refuse(bench.Alice, bench.MarketOrder(Side.Sell, (decimal)quantity)).Reason);
        var stop = bench.Triggered(OrderKind.StopMarket, Side.Sell, 90m, (decimal)quantity);
        Assert.Equal(reason, bench.Refuse(bench.Alice, stop).Reason);
    }

    [Fact]
    public void The_value_of_market_orders_is_counted_at_the_average_price()
    {
        using var bench = new Bench(limits: new Bench.MarketLimits(MaxNotional: 1_000m, MaxNotionalForMarket: true));
        bench.Place(bench.Bob, bench.Limit(Side.Buy, 10m, 90m));
        Assert.Equal(
            RejectReason.NotionalTooSmall, bench.Refuse(bench.Alice, bench.MarketOrder(Side.Sell, 0.04m)).Reason);
        Assert.Equal(
            RejectReason.NotionalTooLarge, bench.Refuse(bench.Alice, bench.MarketOrder(Side.Sell, 10.1m)).Reason);
        Assert.Equal(OrderState.Filled, bench.Place(bench.Alice, bench.MarketOrder(Side.Sell, 0.06m)).State);
    }

    [Fact]
    public void Market_orders_may_be_free_of_the_smallest_value()
    {
        using var bench = new Bench(limits: new Bench.MarketLimits(MinNotionalForMarket: false));
        bench.Place(bench.Bob, bench.Limit(Side.Buy, 99m, 1m));
        bench.Place(bench.Alice, bench.MarketOrder(Side.Sell, 0.001m));
    }

    [Fact]
    public void Quote_quantities_obey_the_rules_of_what_they_come_to()
    {
        using var bench = new Bench(Rules with { MaxPosition = null }, limits: Limits);
        bench.Place(bench.Bob, bench.Limit(Side.Buy, 99m, 50m));
        var request = bench.MarketOrder(Side.Sell, 0m) with { Quantity = null };
        Assert.Equal(
            RejectReason.NotionalTooSmall,
            bench.Refuse(bench.Alice, request with { QuoteQuantity = 0m }).Reason);
        Assert.Equal(
            RejectReason.MarketQuantityTooSmall,
            bench.Refuse(bench.Alice, request with { QuoteQuantity = 9m }).Reason);
        Assert.Equal(
            RejectReason.MarketQuantityTooLarge,
            bench.Refuse(bench.Alice, request with { QuoteQuantity = 2_000m }).Reason);
        Assert.Equal(0.2m, bench.Place(bench.Alice, request with { QuoteQuantity = 20m }).Filled);
    }

    [Fact]
    public void Trigger_prices_keep_tick_and_bounds()
    {
        using var bench = new Bench(Rules, limits: Limits);
        foreach (var (price, reason) in (ReadOnlySpan<(decimal, RejectReason)>)[
            (0.5m, RejectReason.PriceTooLow), (2_000m, RejectReason.PriceTooHigh),
            (90.001m, RejectReason.PriceOffTick)])
        {
            var stop = bench.Triggered(OrderKind.StopMarket, Side.Sell, price, 1m);
            Assert.Equal(reason, bench.Refuse(bench.Alice, stop).Reason);
        }
    }

    [Theory]
    [InlineData(OrderKind.StopMarket, Side.Buy, 9, 201)]
    [InlineData(OrderKind.TakeProfitMarket, Side.Sell, 9, 201)]
    [InlineData(OrderKind.StopMarket, Side.Sell, 19, 401)]
    [InlineData(OrderKind.TakeProfitMarket, Side.Buy, 19, 401)]
    public void Trailing_deltas_have_bounds_by_direction(OrderKind kind, Side side, int low, int high)
    {
        using var bench = new Bench(Rules, limits: Limits);
        var order = bench.Triggered(kind, side, null, 1m);
        foreach (var delta in (int[])[low, high])
        {
            var refusal = bench.Refuse(bench.Alice, order with { TrailingDelta = delta });
            Assert.Equal(RejectReason.TrailingDeltaOutOfRange, refusal.Reason);
        }

        bench.Place(bench.Alice, order with { TrailingDelta = low + 1 });
        bench.Place(bench.Alice, order with { TrailingDelta = high - 1 });
    }

    [Fact]
    public void Icebergs_have_few_parts()
    {
        using var bench = new Bench(Rules, limits: Limits);
        var order = bench.Limit(Side.Buy, 90m, 4m);
        Assert.Equal(RejectReason.VisibleExceedsQuantity, Refuse(5m));
        Assert.Equal(RejectReason.TooManyIcebergParts, Refuse(0.999m));
        Assert.Equal(RejectReason.QuantityOffStep, Refuse(1.0005m));
        bench.Place(bench.Alice, order with { VisibleQuantity = 1m });
        Assert.Equal(RejectReason.TooManyIcebergOrders, Refuse(1m));

        RejectReason Refuse(decimal visible) =>
            bench.Refuse(bench.Alice, order with { VisibleQuantity = visible }).Reason;
    }

    [Theory]
    [InlineData(79228162514264337593543950335.0, 0.001)]
    [InlineData(1, 79228162514264337593543950335.0)]
    [InlineData(99999999999999.0, 999999999999999.0)]
    public void Numbers_that_cannot_be_counted_exactly_are_refused(double price, double quantity)
    {
        using var bench = new Bench(unbounded: true);
        var (exactPrice, exactQuantity) = (Big(price), Big(quantity));
        var reason = bench.Refuse(bench.Alice, bench.Limit(Side.Buy, exactPrice, exactQuantity)).Reason;
        Assert.True(reason is RejectReason.QuantityTooLarge or RejectReason.NotionalTooLarge, $"{reason}");
        var refusal = bench.Refuse(bench.Alice, bench.MarketOrder(Side.Sell, decimal.MaxValue));
        Assert.Equal(RejectReason.QuantityTooLarge, refusal.Reason);
        var byValue = bench.MarketOrder(Side.Buy, 0m) with { Quantity = null, QuoteQuantity = decimal.MaxValue };
        bench.Place(bench.Bob, bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal(OrderState.Filled, bench.Place(bench.Alice, byValue).State);

        static decimal Big(double value) => value > 7.9e28 ? decimal.MaxValue : (decimal)value;
    }

    [Fact]
    public void What_a_market_does_not_take_is_refused_by_name()
    {
        using var bench = new Bench(new TradingRules
        {
            Kinds = [OrderKind.Limit, OrderKind.Market, OrderKind.StopLimit],
            Trailing = null,
            MaxIcebergParts = null,
            AllowsQuoteQuantity = false,
            AllowsRouting = false,
            MaxAmends = null,
            AllowsReplace = false,
            AllowsPairs = false,
            AllowedPreventions = [SelfTradePrevention.ExpireBoth],
            DefaultPrevention = SelfTradePrevention.ExpireBoth,
        });
        var limit = bench.Limit(Side.Buy, 90m, 1m);
        var stop = bench.Triggered(OrderKind.StopLimit, Side.Sell, 90m, 1m) with { Price = 90m };
        (OrderEntry Order, RejectReason Reason)[] refused =
        [
            (stop with { Kind = OrderKind.StopMarket, Price = null }, RejectReason.KindNotSupported),
            (limit with { Kind = OrderKind.TrailingStop }, RejectReason.KindNotSupported),
            (stop with { TrailingDelta = 100 }, RejectReason.TrailingNotSupported),
            (limit with { VisibleQuantity = 0.5m }, RejectReason.IcebergNotSupported),
            (limit with { IsRouted = true }, RejectReason.RoutingNotSupported),
            (limit with { SelfTradePrevention = SelfTradePrevention.None }, RejectReason.PreventionNotAllowed),
            (bench.MarketOrder(Side.Sell, 1m) with { QuoteQuantity = 5m }, RejectReason.QuoteQuantityNotSupported),
        ];
        Assert.All(refused, one => Assert.Equal(one.Reason, bench.Refuse(bench.Alice, one.Order).Reason));
        var order = bench.Place(bench.Alice, limit);
        Assert.Equal(SelfTradePrevention.ExpireBoth, order.SelfTradePrevention);
        var amend = new AmendEntry { Market = bench.Market, OrderId = order.Id, NewQuantity = 0.5m };
        Assert.Equal(RejectReason.AmendNotSupported, bench.Alice.Amend(amend).Rejection!.Reason);
        var replace = new ReplaceEntry
        {
            Cancel = new CancelEntry { Market = bench.Market, OrderId = order.Id },
            Order = limit,
        };
        Assert.Equal(RejectReason.ReplaceNotSupported, bench.Alice.Replace(replace).Rejection!.Reason);
        var list = new OrderListEntry { Market = bench.Market, Others = [stop, stop] };
        Assert.Equal(RejectReason.ListNotSupported, bench.Alice.PlaceList(list).Rejection!.Reason);
    }

    [Fact]
    public void Parts_that_do_not_go_together_are_refused()
    {
        using var bench = new Bench();
        var limit = bench.Limit(Side.Buy, 90m, 1m);
        var market = bench.MarketOrder(Side.Buy, 1m);
        var stop = bench.Triggered(OrderKind.StopMarket, Side.Sell, 90m, 1m);
        OrderEntry[] wrong =
        [
            limit with { Price = null }, limit with { Quantity = null }, limit with { Side = default },
            limit with { TriggerPrice = 90m }, limit with { TrailingDelta = 90 },
            limit with { TimeInForce = default }, limit with { TimeInForce = TimeInForce.GoodTillDate },
            limit with { ExpiresAt = bench.Exchange.Now + TimeSpan.FromDays(1) },
            limit with { PostOnly = true, TimeInForce = TimeInForce.FillOrKill },
            limit with { VisibleQuantity = 0.5m, TimeInForce = TimeInForce.ImmediateOrCancel },
            limit with { QuoteQuantity = 5m, Quantity = null }, limit with { IsRouted = true, PostOnly = true },
            market with { Price = 90m }, market with { QuoteQuantity = 5m }, market with { VisibleQuantity = 1m },
            market with { PostOnly = true },
            market with { IsRouted = true, Quantity = null, QuoteQuantity = 9m },
            stop with { TriggerPrice = null }, stop with { IsRouted = true },
            stop with { Price = 90m }, stop with { Kind = OrderKind.StopLimit }, stop with { PostOnly = true },
        ];
        foreach (var order in wrong)
        {
            var refusal = bench.Refuse(bench.Alice, order);
            Assert.True(refusal.Reason == RejectReason.UnsupportedCombination, $"{order}: {refusal}");
        }
    }

    [Fact]
    public void A_check_tells_the_same_and_places_nothing()
    {
        using var bench = new Bench();
        Assert.Null(bench.Alice.Check(bench.Limit(Side.Buy, 90m, 900m)));
        Assert.Equal(
            RejectReason.QuantityOffStep, bench.Alice.Check(bench.Limit(Side.Buy, 90m, 1.0001m))!.Reason);
        Assert.Empty(bench.Alice.OpenOrders());
        Assert.Empty(bench.Events);
    }

    [Fact]
    public void A_market_of_another_exchange_is_not_the_account_s()
    {
        using var one = new Bench();
        using var other = new Bench();
        Assert.Throws<ArgumentException>(() => one.Alice.Place(other.Limit(Side.Buy, 90m, 1m)));
    }
}
