using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

public sealed class TriggerTests : IDisposable
{
    private readonly Bench _bench = new();

    private SimulatedAccount Alice => _bench.Alice;

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(OrderKind.StopLimit, Side.Sell, 95, 95.01, 95)]
    [InlineData(OrderKind.StopLimit, Side.Buy, 105, 104.99, 105)]
    [InlineData(OrderKind.TakeProfitLimit, Side.Sell, 105, 104.99, 106)]
    [InlineData(OrderKind.TakeProfitLimit, Side.Buy, 95, 95.01, 94)]
    public void An_order_waits_until_a_trade_reaches_its_trigger(
        OrderKind kind, Side side, double trigger, double before, double reached)
    {
        var order = _bench.Place(
            Alice, _bench.Triggered(kind, side, (decimal)trigger, 2m) with { Price = (decimal)trigger });
        Assert.Equal((OrderState.New, false), (order.State, order.IsWorking));
        Assert.Equal(_bench.Exchange.Now, order.UpdatedAt);
        var asset = side == Side.Buy ? Bench.Usdt : Bench.Btc;
        var locked = _bench.Has(Alice, asset);
        Assert.Equal(side == Side.Buy ? 2m * (decimal)trigger : 2m, locked.Locked);
        _bench.Trade((decimal)before);
        Assert.False(_bench.Now(order, Alice).IsWorking);
        _bench.Trade((decimal)reached);
        order = _bench.Now(order, Alice);
        Assert.Equal((OrderState.New, true), (order.State, order.IsWorking));
        Assert.Equal(locked, _bench.Has(Alice, asset));
        Assert.Equal((decimal)trigger, Assert.Single(_bench.Market.Levels(side)).Price);
        Assert.Equal($"New New, balances {asset}, New New", _bench.Told(Alice));
    }

    [Fact]
    public void A_market_stop_sells_what_it_locked()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 90m, 1.5m));
        var order = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Sell, 95m, 2m));
        Assert.Equal((98m, 2m), _bench.Has(Alice, Bench.Btc));
        _bench.Trade(94m);
        order = _bench.Now(order, Alice);
        Assert.Equal((OrderState.Expired, 1.5m), (order.State, order.Filled));
        Assert.Equal(ExpiryReason.InsufficientLiquidity, order.ExpiryReason);
        Assert.Equal((98.5m, 0m), _bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void A_market_stop_that_buys_pays_when_it_works()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 107m, 90m));
        var order = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Buy, 105m, 2m));
        var tooMuch = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Buy, 105m, 93m));
        Assert.Equal((10_000m, 0m), _bench.Has(Alice, Bench.Usdt));
        _bench.Trade(105m);
        Assert.Equal(OrderState.Filled, _bench.Now(order, Alice).State);
        tooMuch = _bench.Now(tooMuch, Alice);
        Assert.Equal(ExpiryReason.InsufficientLiquidity, tooMuch.ExpiryReason);
        Assert.Equal(88m, tooMuch.Filled);
    }

    [Fact]
    public void What_cannot_be_paid_when_it_works_expires()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 107m, 95m));
        var order = _bench.Place(Alice, _bench.Triggered(OrderKind.TakeProfitMarket, Side.Buy, 95m, 95m));
        _bench.Trade(95m);
        order = _bench.Now(order, Alice);
        Assert.Equal((OrderState.Expired, ExpiryReason.Refused), (order.State, order.ExpiryReason));
        var told = _bench.Events.Select(e => e.Happened).OfType<OrderEvent>().Last();
        Assert.Equal(RejectReason.InsufficientBalance, told.Rejection!.Reason);
    }

    [Theory]
    [InlineData(OrderKind.StopMarket, Side.Sell, 100)]
    [InlineData(OrderKind.StopMarket, Side.Buy, 100)]
    [InlineData(OrderKind.TakeProfitMarket, Side.Sell, 99.99)]
    [InlineData(OrderKind.TakeProfitMarket, Side.Buy, 100.01)]
    public void An_order_whose_trigger_has_passed_is_refused(OrderKind kind, Side side, double trigger)
    {
        var refusal = _bench.Refuse(Alice, _bench.Triggered(kind, side, (decimal)trigger, 1m));
        Assert.Equal(RejectReason.WouldTriggerImmediately, refusal.Reason);
        Assert.Equal("Rejected Rejected", _bench.Told(Alice));
    }

    [Fact]
    public void One_trigger_can_cause_the_next()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 94m, 1m));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 90m, 2m));
        var first = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Sell, 95m, 1m));
        var second = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Sell, 94m, 1m));
        var third = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Sell, 89m, 1m));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 94.5m, 1m));
        Alice.Place(_bench.MarketOrder(Side.Sell, 1m));
        _bench.Check();
        Assert.Equal(94m, _bench.Now(first, Alice).FilledQuote);
        Assert.Equal(90m, _bench.Now(second, Alice).FilledQuote);
        Assert.Equal(OrderState.New, _bench.Now(third, Alice).State);
    }

    [Fact]
    public void The_answer_to_an_order_comes_before_what_it_triggers()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 95m, 1m));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 94m, 1m));
        var stop = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Sell, 95m, 1m));
        var taker = Alice.Place(_bench.Limit(Side.Sell, 94m, 2m));
        _bench.Check();
        Assert.Equal(OrderState.Filled, taker.Order!.State);
        Assert.Equal((OrderState.Expired, 0m), (_bench.Now(stop, Alice).State, _bench.Now(stop, Alice).Filled));
    }

    /// <summary>The scenarios of the venue's page, prices divided by 400:
    /// https://github.com/binance/binance-spot-api-docs/blob/master/faqs/trailing-stop-faq.md.</summary>
    [Theory]
    [InlineData(OrderKind.StopLimit, Side.Buy, 110, 500, new[] { 92.5, 110, 112.5, 115, 105 }, 110.25)]
    [InlineData(OrderKind.StopLimit, Side.Sell, 97.5, 1000, new[] { 103.75, 97.5, 92.5, 102.5 }, 92.25)]
    [InlineData(OrderKind.TakeProfitLimit, Side.Buy, 95, 850, new[] { 105, 95, 92.5, 97.5, 95 }, 100.37)]
    [InlineData(OrderKind.TakeProfitLimit, Side.Sell, 105, 750, new[] { 103.75, 97.5, 112.5, 110, 116.25 }, 107.53)]
    [InlineData(OrderKind.StopLimit, Side.Sell, 0, 700, new[] { 105, 98.75, 113.75 }, 105.78)]
    public void A_trailing_order_follows_the_market(
        OrderKind kind, Side side, double trigger, int delta, double[] waits, double works)
    {
        decimal? triggerPrice = trigger == 0 ? null : (decimal)trigger;
        var order = _bench.Place(Alice, _bench.Triggered(kind, side, triggerPrice, 1m) with
        {
            TrailingDelta = delta,
            Price = side == Side.Buy ? 90m : 120m,
        });
        Assert.Equal(trigger == 0, order.TrailingSince is not null);
        foreach (var price in waits)
        {
            _bench.Trade((decimal)price);
            Assert.False(_bench.Now(order, Alice).IsWorking, $"works at {price}");
        }

        Assert.NotNull(_bench.Now(order, Alice).TrailingSince);
        var tick = side == Side.Buy ? -0.01m : 0.01m;
        _bench.Trade((decimal)works + tick);
        Assert.False(_bench.Now(order, Alice).IsWorking, "works a tick too early");
        _bench.Trade((decimal)works);
        Assert.True(_bench.Now(order, Alice).IsWorking);
    }

    [Fact]
    public void A_waiting_order_can_be_cancelled()
    {
        var order = _bench.Place(Alice, _bench.Triggered(OrderKind.StopMarket, Side.Sell, 95m, 1m));
        Assert.True(Alice.Cancel(new CancelEntry { Market = _bench.Market, OrderId = order.Id }).IsAccepted);
        _bench.Trade(90m);
        Assert.Equal(OrderState.Canceled, _bench.Now(order, Alice).State);
        Assert.Equal((100m, 0m), _bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void The_crowd_s_trades_trigger_too()
    {
        var scenario = new Scenario(71, markets: 1);
        using var checker = new InvariantChecker(scenario.Exchange);
        var account = scenario.Exchange.OpenAccount(new AccountOptions
        {
            Id = "guest",
            Deposits = [new Funds(Bench.Btc, 10m), new Funds(Bench.Usdt, 1_000_000m)],
        });
        var last = scenario.Bitcoin.LastPrice;
        foreach (var (side, price) in (ReadOnlySpan<(Side, decimal)>)[(Side.Buy, last + 1m), (Side.Sell, last - 1m)])
        {
            var outcome = account.Place(new OrderEntry
            {
                Market = scenario.Bitcoin,
                Side = side,
                Kind = OrderKind.StopMarket,
                TriggerPrice = price,
                Quantity = 0.1m,
            });
            Assert.True(outcome.IsAccepted, outcome.Rejection?.Text);
        }

        scenario.Run(200, after: _ => checker.Check(deep: false));
        Assert.Empty(account.OpenOrders());
        Assert.All(
            account.Orders(scenario.Bitcoin, default), order => Assert.Equal(OrderState.Filled, order.State));
    }
}
