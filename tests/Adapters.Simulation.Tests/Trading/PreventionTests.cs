using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>Scenarios after the venue's page about self-trade prevention, with other values:
/// https://github.com/binance/binance-spot-api-docs/blob/master/faqs/stp_faq.md.</summary>
public sealed class PreventionTests : IDisposable
{
    private readonly Bench _bench = new();

    private SimulatedAccount Alice => _bench.Alice;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Without_prevention_an_account_trades_with_itself()
    {
        var maker = Place(Side.Buy, 50m, 1m, SelfTradePrevention.None);
        var taker = Place(Side.Sell, 50m, 1m, SelfTradePrevention.None);
        Assert.Equal(OrderState.Filled, taker.Order!.State);
        Assert.Equal(OrderState.Filled, Now(maker).State);
        Assert.Equal(2, Alice.Fills(_bench.Market, default).Count);
        Assert.Equal((10_000m, 0m), _bench.Has(Alice, Bench.Usdt));
    }

    [Fact]
    public void Expire_maker_ends_what_rests_and_goes_on()
    {
        var makers = new[] { (52m, 1.2m), (51m, 1.3m), (50m, 8.1m) }
            .Select(m => Place(Side.Buy, m.Item1, m.Item2, SelfTradePrevention.None)).ToArray();
        var taker = Place(Side.Sell, 50m, 3m, SelfTradePrevention.ExpireMaker);
        Assert.All(makers, maker => Assert.Equal(OrderState.ExpiredInMatch, Now(maker).State));
        Assert.Equal([1.2m, 1.3m, 8.1m], makers.Select(maker => Now(maker).Prevented));
        Assert.Equal([0L, 1, 2], makers.Select(maker => Now(maker).PreventedMatchId!.Value));
        Assert.Equal((OrderState.New, 0m), (taker.Order!.State, taker.Order.Prevented));
        Assert.Equal([(0m, 1.2m), (0m, 1.3m), (0m, 8.1m)], taker.Prevented.Select(
            match => (match.TakerPrevented, match.MakerPrevented)));
        Assert.Equal((10_000m, 0m), _bench.Has(Alice, Bench.Usdt));
    }

    [Fact]
    public void Expire_taker_ends_what_came()
    {
        var maker = Place(Side.Buy, 52m, 1.2m, SelfTradePrevention.None);
        var taker = Place(Side.Sell, 50m, 3m, SelfTradePrevention.ExpireTaker);
        Assert.Equal(OrderState.New, Now(maker).State);
        Assert.Equal(
            (OrderState.ExpiredInMatch, 3m, ExpiryReason.SelfTrade),
            (taker.Order!.State, taker.Order.Prevented, taker.Order.ExpiryReason!.Value));
        Assert.Equal((3m, 0m), (taker.Prevented[0].TakerPrevented, taker.Prevented[0].MakerPrevented));
        Assert.Equal((100m, 0m), _bench.Has(Alice, Bench.Btc));
        Assert.EndsWith(
            "balances USDT, New New, TradePrevention ExpiredInMatch, balances BTC",
            _bench.Told(Alice),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Expire_both_ends_both()
    {
        var maker = Place(Side.Buy, 50m, 1m, SelfTradePrevention.None);
        var taker = Place(Side.Sell, 50m, 3m, SelfTradePrevention.ExpireBoth);
        Assert.Equal((OrderState.ExpiredInMatch, 1m), (Now(maker).State, Now(maker).Prevented));
        Assert.Equal((OrderState.ExpiredInMatch, 3m), (taker.Order!.State, taker.Order.Prevented));
        Assert.Empty(_bench.Market.Levels(Side.Buy));
        Assert.Empty(_bench.Market.Levels(Side.Sell));
    }

    [Fact]
    public void The_taker_s_choice_counts()
    {
        var maker = Place(Side.Buy, 50m, 1m, SelfTradePrevention.ExpireMaker);
        var taker = Place(Side.Sell, 50m, 1m, SelfTradePrevention.ExpireTaker);
        Assert.Equal(OrderState.New, Now(maker).State);
        Assert.Equal(OrderState.ExpiredInMatch, taker.Order!.State);
    }

    [Fact]
    public void A_market_order_that_ends_the_book_expires_for_want_of_orders()
    {
        var maker = Place(Side.Buy, 50m, 1m, SelfTradePrevention.None);
        var taker = Alice.Place(_bench.MarketOrder(Side.Sell, 1m) with
        {
            SelfTradePrevention = SelfTradePrevention.ExpireMaker,
        });
        _bench.Check();
        Assert.Equal(OrderState.ExpiredInMatch, Now(maker).State);
        Assert.Equal(
            (OrderState.Expired, ExpiryReason.InsufficientLiquidity),
            (taker.Order!.State, taker.Order.ExpiryReason!.Value));
    }

    [Theory]
    [InlineData(6, 2, OrderState.New, OrderState.ExpiredInMatch)]
    [InlineData(2, 6, OrderState.ExpiredInMatch, OrderState.New)]
    [InlineData(4, 4, OrderState.ExpiredInMatch, OrderState.ExpiredInMatch)]
    public void Decrement_takes_the_smaller_off_both(int ofMaker, int ofTaker, OrderState maker, OrderState taker)
    {
        var rested = Place(Side.Buy, 50m, ofMaker, SelfTradePrevention.None);
        var came = Place(Side.Sell, 50m, ofTaker, SelfTradePrevention.Decrement).Order!;
        var prevented = (decimal)Math.Min(ofMaker, ofTaker);
        Assert.Equal((maker, prevented), (Now(rested).State, Now(rested).Prevented));
        Assert.Equal((taker, prevented), (came.State, came.Prevented));
        Assert.Equal(0m, came.Filled);
    }

    [Fact]
    public void What_is_left_after_decrementing_can_be_filled()
    {
        Place(Side.Buy, 50m, 2m, SelfTradePrevention.None);
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 50m, 3m));
        var taker = Place(Side.Sell, 50m, 5m, SelfTradePrevention.Decrement);
        Assert.Equal((OrderState.Filled, 3m, 2m), (taker.Order!.State, taker.Order.Filled, taker.Order.Prevented));
    }

    [Fact]
    public void Transfer_moves_between_accounts_of_one_group()
    {
        var (one, two) = (Member("one"), Member("two"));
        var maker = _bench.Place(one, _bench.Limit(Side.Buy, 50m, 0.6m) with
        {
            SelfTradePrevention = SelfTradePrevention.Transfer,
        });
        var taker = two.Place(_bench.Limit(Side.Sell, 50m, 0.2m) with
        {
            SelfTradePrevention = SelfTradePrevention.Transfer,
        });
        _bench.Check();
        Assert.Equal((OrderState.ExpiredInMatch, 0.2m), (taker.Order!.State, taker.Order.Prevented));
        Assert.Equal(
            (OrderState.New, 0.2m), (_bench.Now(maker, one).State, _bench.Now(maker, one).Prevented));
        Assert.Equal((9_970m, 20m), _bench.Has(one, Bench.Usdt));
        Assert.Equal((100.2m, 0m), _bench.Has(one, Bench.Btc));
        Assert.Equal((10_010m, 0m), _bench.Has(two, Bench.Usdt));
        Assert.Equal((99.8m, 0m), _bench.Has(two, Bench.Btc));
        Assert.Equal(SelfTradePrevention.Transfer, Assert.Single(one.PreventedMatches(_bench.Market, default)).Mode);
        Assert.Empty(one.Fills(_bench.Market, default));
    }

    [Fact]
    public void A_market_order_pays_for_what_is_transferred()
    {
        var (one, two) = (Member("one"), Member("two"));
        _bench.Place(one, _bench.Limit(Side.Sell, 100m, 1m) with
        {
            SelfTradePrevention = SelfTradePrevention.Transfer,
        });
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 101m, 1m));
        var order = _bench.MarketOrder(Side.Buy, 3m) with { SelfTradePrevention = SelfTradePrevention.Transfer };
        var taker = _bench.Place(two, order);
        Assert.Equal((OrderState.Expired, 1m, 1m), (taker.State, taker.Filled, taker.Prevented));
        Assert.Equal((9_799m, 0m), _bench.Has(two, Bench.Usdt));
        Assert.Equal((102m, 0m), _bench.Has(two, Bench.Btc));
        Assert.Equal((10_100m, 0m), _bench.Has(one, Bench.Usdt));
    }

    [Fact]
    public void Transfer_needs_both_to_say_so()
    {
        var (one, two) = (Member("one"), Member("two"));
        _bench.Place(one, _bench.Limit(Side.Buy, 50m, 0.6m));
        var taker = two.Place(_bench.Limit(Side.Sell, 50m, 0.2m) with
        {
            SelfTradePrevention = SelfTradePrevention.Transfer,
        });
        _bench.Check();
        Assert.Equal(SelfTradePrevention.Decrement, taker.Prevented[0].Mode);
        Assert.Equal((100m, 0m), _bench.Has(one, Bench.Btc));
    }

    [Fact]
    public void A_fill_or_kill_order_counts_only_what_it_may_take()
    {
        Place(Side.Sell, 100m, 1m, SelfTradePrevention.None);
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        var order = _bench.Limit(Side.Buy, 100m, 1m) with { TimeInForce = TimeInForce.FillOrKill };
        foreach (var (mode, state) in (ReadOnlySpan<(SelfTradePrevention, OrderState)>)[
            (SelfTradePrevention.ExpireTaker, OrderState.Expired), (SelfTradePrevention.Decrement, OrderState.Expired),
            (SelfTradePrevention.ExpireMaker, OrderState.Filled)])
        {
            Assert.Equal(state, _bench.Place(Alice, order with { SelfTradePrevention = mode }).State);
        }
    }

    [Fact]
    public void Prevented_matches_are_found_by_order_and_id()
    {
        var maker = Place(Side.Buy, 50m, 1m, SelfTradePrevention.None);
        var taker = Place(Side.Sell, 50m, 1m, SelfTradePrevention.ExpireMaker);
        Place(Side.Sell, 50m, 1m, SelfTradePrevention.ExpireMaker);
        Place(Side.Buy, 50m, 1m, SelfTradePrevention.ExpireTaker);
        Assert.Equal(2, Alice.PreventedMatches(_bench.Market, default).Count);
        foreach (var id in (long[])[maker.Order!.Id, taker.Order!.Id])
        {
            Assert.Contains(
                Alice.PreventedMatches(_bench.Market, new HistoryQuery { OrderId = id }),
                match => match is { Id: 0, Quantity: 1m, Price: 50m });
        }

        Assert.Equal(1, Assert.Single(Alice.PreventedMatches(_bench.Market, new HistoryQuery { FromId = 1 })).Id);
    }

    private SimulatedAccount Member(string id) => _bench.Open(id, options => options with { TradeGroup = 7 });

    private OrderOutcome Place(Side side, decimal price, decimal quantity, SelfTradePrevention prevention)
    {
        var outcome = Alice.Place(_bench.Limit(side, price, quantity) with { SelfTradePrevention = prevention });
        _bench.Check();
        Assert.True(outcome.IsAccepted, outcome.Rejection?.Text);
        return outcome;
    }

    private OrderSnapshot Now(OrderOutcome outcome) => _bench.Now(outcome.Order!, Alice);
}
