using Adapters.Binance;
using Adapters.Binance.Spot;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>The adapter places routed orders and reads what self-trade prevention, limits and filters tell.</summary>
public sealed class RoutedAndPreventedTests
{
    public static TheoryData<bool> OverSocket => [false, true];

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task A_routed_order_is_filled_by_allocations(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        NewSorOrder Order(decimal? price) => new()
        {
            Symbol = trader.Btc,
            Side = OrderSide.Buy,
            Type = price is null ? OrderType.Market : OrderType.Limit,
            TimeInForce = price is null ? null : OrderTimeInForce.Gtc,
            Price = price,
            Quantity = 0.001m,
        };
        var rates = await trader.Calls.TestSorOrderAsync(Order(null), new() { ComputeCommissionRates = true });
        Assert.Equal(0.001m, rates.Standard!.Value.Taker);
        var filled = await trader.Calls.PlaceSorOrderAsync(Order(null));
        Assert.Equal((WorkingFloor.Sor, true), (filled.WorkingFloor, filled.UsedSor));
        Assert.All(filled.Fills!, fill => Assert.Equal(Adapters.Binance.Spot.MatchType.OnePartyTradeReport, fill.MatchType));
        Assert.All(filled.Fills!, fill => Assert.True(fill is { TradeId: null, AllocationId: not null }));
        var allocation = (await trader.Calls.GetAllocationsAsync(trader.Btc))[0];
        Assert.Equal((filled.Id, AllocationType.Sor), (allocation.OrderId, allocation.AllocationType));
        Assert.Equal(filled.ToFills()[0].Id, allocation.ToFill().Id);
        var resting = await trader.Calls.PlaceSorOrderAsync(Order(50_000m));
        Assert.Equal(WorkingFloor.Exchange, resting.WorkingFloor);
        Assert.Empty(resting.Fills!);
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task A_match_with_oneself_is_prevented_and_told(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var own = await trader.Trading.PlaceAsync(trader.Buy(trader.FindRoom()) with { PostOnly = true });
        var taker = await trader.Calls.PlaceOrderAsync(new NewOrder
        {
            Symbol = trader.Btc,
            Side = OrderSide.Sell,
            Type = OrderType.Market,
            Quantity = 0.001m,
            SelfTradePreventionMode = StpMode.ExpireTaker,
        });
        Assert.Equal(OrderState.ExpiredInMatch, taker.Status);
        Assert.Equal(0.001m, (decimal?)taker.PreventedQuantity);
        Assert.Equal(OrderTimeInForce.Gtc, taker.TimeInForce); // so the venue says of market orders
        var inside = Assert.Single(taker.PreventedMatches!);
        var match = Assert.Single(await trader.Calls.GetPreventedMatchesAsync(trader.Btc, new() { OrderId = taker.Id }));
        Assert.Equal((inside.Id, StpMode.ExpireTaker, own.Order!.Value.Id), (
            match.Id, match.SelfTradePreventionMode, OrderId.FromInt64(match.MakerOrderId)));
        Assert.Single(await trader.Calls.GetPreventedMatchesAsync(trader.Btc, new() { PreventedMatchId = match.Id }));
        Assert.Empty(await trader.Calls.GetPreventedMatchesAsync(trader.Btc, new() { PreventedMatchId = match.Id + 1 }));
        Assert.Single(trader.Account.OpenOrders());
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task Orders_are_counted_and_filters_told(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        await trader.RestAsync();
        await trader.Lists.PlaceListAsync(trader.Pair());
        var counts = await trader.Calls.GetOrderCountsAsync();
        Assert.Equal([(10, 3L), (1, 3L)], counts.Select(count => (count.Per!.Value, count.Used!.Value)));
        var filters = await trader.Calls.GetMyFiltersAsync(trader.Btc);
        var rules = trader.Market.Rules;
        Assert.Equal(
            (rules.MaxTriggerOrders, rules.MaxOrderLists, rules.MaxAmends, rules.MaxIcebergParts), (
                filters.SymbolFilters.MaxNumAlgoOrders!.Value.Limit, filters.SymbolFilters.MaxNumOrderLists!.Value.Limit,
                filters.SymbolFilters.MaxNumOrderAmends!.Value.Limit, filters.SymbolFilters.IcebergParts!.Value.Limit));
        Assert.Equal(trader.Market.Instrument.MarketMaxQuantity, filters.SymbolFilters.MarketLotSize!.Value.MaxQuantity);
        Assert.Equal(rules.BuyBandAbove, filters.SymbolFilters.PercentPriceBySide!.Value.BidMultiplierUp);
        Assert.Null(filters.SymbolFilters.MaxPosition);
    }

    [Fact]
    public async Task Instruments_tell_what_the_venue_takes()
    {
        await using var trader = await AdapterTrader.StartAsync();
        var info = (await trader.Adapter.Rest.GetExchangeInfoAsync()).Symbols.Single();
        var rules = trader.Market.Rules;
        Assert.Equal(
            (rules.AllowsPairs, rules.AllowsTriggeredLists, rules.AllowsPaidLists, rules.Trailing is not null),
            (info.OcoAllowed, info.OtoAllowed, info.OpoAllowed, info.TrailingAllowed));
        Assert.Equal((true, true, false), (info.ReplaceAllowed, info.AmendAllowed, info.PegInstructionsAllowed));
        Assert.Equal(
            rules.AllowedPreventions.Select(mode => mode.ToString().ToUpperInvariant()),
            info.AllowedSelfTradePreventionModes!.Select(mode => mode.ToString().Replace("_", "", StringComparison.Ordinal)));

        var pegged = await Assert.ThrowsAsync<ExchangeException>(async () => await trader.Adapter.Rest.PlaceOrderAsync(new NewOrder
        {
            Symbol = trader.Btc,
            Side = OrderSide.Buy,
            Type = OrderType.Limit,
            TimeInForce = OrderTimeInForce.Gtc,
            Quantity = 0.001m,
            PegPriceType = PegPriceType.PrimaryPeg,
        }));
        Assert.Equal(("-1013", "Pegged orders are not supported for this symbol."), (pegged.Code, pegged.Problem));
    }
}
