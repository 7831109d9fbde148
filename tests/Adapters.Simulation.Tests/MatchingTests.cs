using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Tests;

public sealed class MatchingTests
{
    private static readonly Timestamp Now = Timestamp.FromSeconds(1_790_000_000);

    private readonly MatchingEngine _engine = new(firstUpdateId: 100, firstTradeId: 10, firstOrderId: 1);

    [Fact]
    public void Better_prices_first_then_older_orders()
    {
        Place("late", Side.Sell, 101m, 2m);
        Place("first", Side.Sell, 100m, 1m);
        Place("second", Side.Sell, 100m, 1m);
        var placed = Place("taker", Side.Buy, 101m, 3m);
        Assert.Equal(new PlacedOrder(4, OrderStatus.Filled, 3m, 301m), placed);
        Assert.Equal(["first", "second", "late"], _engine.Trades.Select(t => t.MakerOwner));
        Assert.Equal([10L, 11, 12], _engine.Trades.Select(t => t.Id));
        Assert.Equal([10L, 10, 11], _engine.Trades.Select(t => t.AggregateId));
        Assert.Equal([100m, 100m, 101m], _engine.Trades.Select(t => t.Price));
        Assert.Equal(
            [new(103, Side.Sell, 100m, 0m, 0), new LevelChange(104, Side.Sell, 101m, 1m, 1)], _engine.Changes);
    }

    [Fact]
    public void What_is_left_rests_after_the_levels_it_took()
    {
        Place("maker", Side.Buy, 99m, 1m);
        var placed = Place("taker", Side.Sell, 98m, 3m);
        Assert.Equal(new PlacedOrder(2, OrderStatus.PartiallyFilled, 1m, 99m), placed);
        Assert.Equal(
            [new(101, Side.Buy, 99m, 0m, 0), new LevelChange(102, Side.Sell, 98m, 2m, 1)], _engine.Changes);
        Assert.Equal((null, new BookLevel(98m, 2m, 1)), (_engine.Top.Bid, _engine.Top.Ask));
    }

    [Theory]
    [InlineData(TimeInForce.ImmediateOrCancel, 1)]
    [InlineData(TimeInForce.FillOrKill, 0)]
    public void Impatient_orders_do_not_rest(TimeInForce terms, int filled)
    {
        Place("maker", Side.Sell, 100m, 1m);
        var placed = Place("taker", Side.Buy, 100m, 2m, terms);
        Assert.Equal((OrderStatus.Expired, (decimal)filled), (placed.Status, placed.Filled));
        Assert.Null(_engine.Top.Bid);
        Assert.Equal(filled, _engine.Trades.Count);
    }

    [Fact]
    public void Fill_or_kill_takes_over_several_levels()
    {
        Place("maker", Side.Sell, 100m, 1m);
        Place("maker", Side.Sell, 101m, 1m);
        Assert.Equal(OrderStatus.Expired, Place("t", Side.Buy, 100m, 2m, TimeInForce.FillOrKill).Status);
        Assert.Equal(OrderStatus.Filled, Place("t", Side.Buy, 101m, 2m, TimeInForce.FillOrKill).Status);
    }

    [Fact]
    public void An_order_without_price_takes_any_and_never_rests()
    {
        Place("maker", Side.Buy, 50m, 1m);
        var placed = Place("taker", Side.Sell, null, 4m);
        Assert.Equal(new PlacedOrder(2, OrderStatus.Expired, 1m, 50m), placed);
        Assert.Equal(Side.Sell, _engine.Trades.Single().Taker);
        Assert.Null(_engine.Top.Ask);
    }

    [Fact]
    public void Post_only_is_rejected_where_it_would_take()
    {
        Place("maker", Side.Sell, 100m, 1m);
        var order = New("poster", Side.Buy, 100m, 1m) with { PostOnly = true };
        Assert.Equal(OrderStatus.Rejected, _engine.Place(order, Now).Status);
        Assert.Empty(_engine.Changes);
        Assert.Equal(OrderStatus.Open, _engine.Place(order with { Price = 99m }, Now).Status);
    }

    [Fact]
    public void A_reduced_order_keeps_its_place()
    {
        var id = Place("first", Side.Sell, 100m, 3m).Id;
        Place("second", Side.Sell, 100m, 1m);
        Assert.True(_engine.TryFind(id, out var first));
        _engine.Reduce(first, 2m);
        Assert.Equal(new LevelChange(102, Side.Sell, 100m, 2m, 2), _engine.Changes.Single());
        Place("taker", Side.Buy, 100m, 1m);
        Assert.Equal("first", _engine.Trades.Single().MakerOwner);
        Assert.False(_engine.TryFind(id, out _));
    }

    [Fact]
    public void Orders_of_a_guest_show_in_book_trades_and_queries()
    {
        var scenario = new Scenario(41, markets: 1);
        using var checker = new InvariantChecker(scenario.Exchange);
        var market = scenario.Bitcoin;
        var ask = market.Top.Ask!.Value;
        var taken = market.Place(New("guest", Side.Buy, ask.Price, ask.Quantity), scenario.Exchange.Now);
        Assert.Equal((OrderStatus.Filled, ask.Quantity), (taken.Status, taken.Filled));
        Assert.Equal("guest", market.LastTrade.TakerOwner);

        var low = market.Instrument.RoundPrice(ask.Price / 2m, Rounding.Down);
        var resting = market.Place(New("guest", Side.Buy, low, 0.5m) with { Tag = "mine" }, scenario.Exchange.Now);
        var open = Assert.Single(market.OpenOrders("guest"));
        Assert.Equal((resting.Id, "mine", 0.5m), (open.Id, open.Tag, open.Remaining));
        Assert.True(market.Reduce(open.Id, 0.2m, scenario.Exchange.Now));
        Assert.Equal(0.3m, market.FindOrder(open.Id)!.Value.Remaining);
        Assert.Throws<ArgumentOutOfRangeException>(() => market.Reduce(open.Id, 0.3m, scenario.Exchange.Now));
        Assert.True(market.Cancel(open.Id, scenario.Exchange.Now));
        Assert.False(market.Cancel(open.Id, scenario.Exchange.Now));
        checker.Check(deep: true);
    }

    [Fact]
    public void A_swept_book_fills_again()
    {
        var scenario = new Scenario(42, markets: 1);
        using var checker = new InvariantChecker(scenario.Exchange);
        var all = scenario.Bitcoin.Levels(Side.Sell).Sum(level => level.Quantity);
        scenario.Bitcoin.Place(New("whale", Side.Buy, null, all), scenario.Exchange.Now);
        Assert.Null(scenario.Bitcoin.Top.Ask);
        scenario.Run(200, after: _ => checker.Check(deep: false));
        Assert.True(scenario.Bitcoin.Levels(Side.Sell).Count > 20);
    }

    [Fact]
    public void Impossible_orders_are_refused()
    {
        var market = new Scenario(43, markets: 1).Bitcoin;
        Assert.Throws<ArgumentException>(() => market.Place(New("x", Side.Buy, 100.001m, 1m), Now));
        Assert.Throws<ArgumentException>(() => market.Place(New("x", Side.Buy, 100m, 0m), Now));
        Assert.Throws<ArgumentException>(() => market.Place(New("x", Side.Buy, 100m, 0.000001m), Now));
        Assert.Throws<ArgumentException>(() => market.Place(New("", Side.Buy, 100m, 1m), Now));
        Assert.Throws<ArgumentException>(() => market.Place(New("x", default, 100m, 1m), Now));
        Assert.Throws<ArgumentException>(
            () => market.Place(New("x", Side.Buy, 100m, 1m) with { TimeInForce = default }, Now));
    }

    [Fact]
    public void An_observer_cannot_trade_while_it_is_told()
    {
        var scenario = new Scenario(44, markets: 1);
        using var trader = scenario.Exchange.Subscribe(new Hasty());
        Assert.Throws<InvalidOperationException>(() => scenario.Run(10));
    }

    private static NewOrder New(string owner, Side side, decimal? price, decimal quantity) => new()
    {
        Owner = owner,
        Side = side,
        Price = price,
        Quantity = quantity,
        TimeInForce = TimeInForce.GoodTillCancel,
    };

    private PlacedOrder Place(
        string owner,
        Side side,
        decimal? price,
        decimal quantity,
        TimeInForce terms = TimeInForce.GoodTillCancel) =>
        _engine.Place(New(owner, side, price, quantity) with { TimeInForce = terms }, Now);

    private sealed class Hasty : IMarketObserver
    {
        public void OnLevels(SimulatedMarket market, ReadOnlySpan<LevelChange> changes) =>
            market.Place(New("hasty", Side.Buy, 1m, 1m), market.Now);
    }
}
