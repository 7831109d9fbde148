using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

public sealed class PlacingTests : IDisposable
{
    private readonly Bench _bench = new();

    private SimulatedAccount Alice => _bench.Alice;

    private SimulatedAccount Bob => _bench.Bob;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_resting_order_locks_what_it_may_spend()
    {
        var bid = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 2m));
        var ask = _bench.Place(Alice, _bench.Limit(Side.Sell, 101m, 3m));
        Assert.Equal((OrderState.New, true, 0m), (bid.State, bid.IsWorking, bid.Filled));
        Assert.Equal((9_802m, 198m), _bench.Has(Alice, Bench.Usdt));
        Assert.Equal((97m, 3m), _bench.Has(Alice, Bench.Btc));
        Assert.Equal([bid, ask], Alice.OpenOrders());
        Assert.Equal("New New, balances USDT, New New, balances BTC", _bench.Told(Alice));
    }

    [Fact]
    public void A_match_moves_what_was_agreed_and_releases_the_rest()
    {
        var maker = _bench.Place(Bob, _bench.Limit(Side.Sell, 100m, 2m));
        var outcome = Alice.Place(_bench.Limit(Side.Buy, 101m, 3m));
        _bench.Check();
        Assert.Equal((OrderState.PartiallyFilled, 2m, 200m), (
            outcome.Order!.State, outcome.Order.Filled, outcome.Order.FilledQuote));
        var fill = Assert.Single(outcome.Fills);
        Assert.Equal((100m, 2m, false, Side.Buy), (fill.Price, fill.Quantity, fill.IsMaker, fill.Side));
        Assert.Equal((9_699m, 101m), _bench.Has(Alice, Bench.Usdt));
        Assert.Equal((102m, 0m), _bench.Has(Alice, Bench.Btc));
        Assert.Equal((10_200m, 0m), _bench.Has(Bob, Bench.Usdt));
        Assert.Equal(OrderState.Filled, _bench.Now(maker, Bob).State);
        Assert.Equal("New New, Trade PartiallyFilled, balances USDT BTC", _bench.Told(Alice));
        Assert.Equal("New New, balances BTC, Trade Filled, balances BTC USDT", _bench.Told(Bob));
        Assert.Empty(Bob.OpenOrders());
    }

    [Fact]
    public void Market_orders_take_what_is_there_and_expire_with_the_rest()
    {
        _bench.Place(Bob, _bench.Limit(Side.Sell, 100m, 1m));
        _bench.Place(Bob, _bench.Limit(Side.Sell, 102m, 1m));
        var order = _bench.Place(Alice, _bench.MarketOrder(Side.Buy, 3m));
        Assert.Equal((OrderState.Expired, ExpiryReason.InsufficientLiquidity), (order.State, order.ExpiryReason));
        Assert.Equal((2m, 202m), (order.Filled, order.FilledQuote));
        Assert.Equal((9_798m, 0m), _bench.Has(Alice, Bench.Usdt));
        Assert.Equal(
            "New New, Trade PartiallyFilled, Trade PartiallyFilled, Expired Expired, balances USDT BTC",
            _bench.Told(Alice));
    }

    [Fact]
    public void Market_orders_by_value_spend_at_most_that()
    {
        _bench.Place(Bob, _bench.Limit(Side.Sell, 100m, 1m));
        _bench.Place(Bob, _bench.Limit(Side.Sell, 103m, 9m));
        var request = _bench.MarketOrder(Side.Buy, 0m) with { Quantity = null, QuoteQuantity = 250m };
        var order = _bench.Place(Alice, request);

        // 1 at 100; of the remaining 150 at 103, 1.456 fit.
        Assert.Equal((OrderState.Filled, 2.456m, 249.968m), (order.State, order.Filled, order.FilledQuote));
        Assert.Equal(2.456m, order.Quantity);
        _bench.Place(Bob, _bench.Limit(Side.Buy, 99m, 5m));
        order = _bench.Place(Alice, request with { Side = Side.Sell });
        Assert.Equal((OrderState.Filled, 2.525m, 249.975m), (order.State, order.Filled, order.FilledQuote));
    }

    [Fact]
    public void A_market_order_by_value_needs_a_book()
    {
        var request = _bench.MarketOrder(Side.Buy, 0m) with { Quantity = null, QuoteQuantity = 250m };
        Assert.Equal(RejectReason.BookTooThin, _bench.Refuse(Alice, request).Reason);
        Assert.Empty(_bench.Events);
    }

    [Theory]
    [InlineData(TimeInForce.ImmediateOrCancel, 1, ExpiryReason.ImmediateOrCancel)]
    [InlineData(TimeInForce.FillOrKill, 0, ExpiryReason.FillOrKill)]
    public void Impatient_orders_expire(TimeInForce terms, int filled, ExpiryReason reason)
    {
        _bench.Place(Bob, _bench.Limit(Side.Sell, 100m, 1m));
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 100m, 2m) with { TimeInForce = terms });
        Assert.Equal((OrderState.Expired, reason), (order.State, order.ExpiryReason));
        Assert.Equal(filled, order.Filled);
        Assert.Equal((10_000m - (100m * filled), 0m), _bench.Has(Alice, Bench.Usdt));
    }

    [Fact]
    public void Post_only_is_refused_where_it_would_take()
    {
        _bench.Place(Bob, _bench.Limit(Side.Sell, 100m, 1m));
        var refusal = _bench.Refuse(Alice, _bench.Limit(Side.Buy, 100m, 1m) with { PostOnly = true });
        Assert.Equal(RejectReason.WouldTake, refusal.Reason);
        Assert.Equal(OrderState.Rejected, refusal.Order!.State);
        Assert.Null(Alice.FindOrder(_bench.Market, refusal.Order.Id, null));
        Assert.Equal("Rejected Rejected", _bench.Told(Alice));
        _bench.Place(Alice, _bench.Limit(Side.Buy, 99.99m, 1m) with { PostOnly = true });
    }

    [Fact]
    public void What_is_not_free_cannot_be_spent()
    {
        _bench.Place(Bob, _bench.Limit(Side.Sell, 100m, 80m));
        _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 100m));
        Assert.Equal((100m, 9_900m), _bench.Has(Alice, Bench.Usdt));
        Assert.Equal(
            RejectReason.InsufficientBalance, _bench.Refuse(Alice, _bench.Limit(Side.Buy, 98m, 1.021m)).Reason);
        Assert.Equal(
            RejectReason.InsufficientBalance, _bench.Refuse(Alice, _bench.MarketOrder(Side.Buy, 1.001m)).Reason);
        Assert.Equal(
            RejectReason.InsufficientBalance, _bench.Refuse(Alice, _bench.MarketOrder(Side.Sell, 100.001m)).Reason);
        _bench.Place(Alice, _bench.MarketOrder(Side.Buy, 1m));
        Assert.Equal((0m, 9_900m), _bench.Has(Alice, Bench.Usdt));
    }

    [Fact]
    public void Client_order_ids_are_unique_while_they_are_open()
    {
        var request = _bench.Limit(Side.Buy, 99m, 1m) with { ClientOrderId = ClientOrderId.Parse("mine") };
        var first = _bench.Place(Alice, request);
        Assert.Equal(RejectReason.DuplicateClientOrderId, _bench.Refuse(Alice, request).Reason);
        _bench.Place(Bob, request);
        Alice.Cancel(new CancelEntry { Market = _bench.Market, OrderId = first.Id });
        var second = _bench.Place(Alice, request);
        Assert.Equal(second.Id, Alice.FindOrder(_bench.Market, null, ClientOrderId.Parse("mine"))!.Id);
        Assert.Equal(first.Id, Alice.FindOrder(_bench.Market, first.Id, ClientOrderId.Parse("mine"))!.Id);
        Assert.Null(Alice.FindOrder(_bench.Market, first.Id, ClientOrderId.Parse("other")));
    }

    [Fact]
    public void Cancels_release_and_tell()
    {
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 2m));
        _bench.Place(Bob, _bench.Limit(Side.Sell, 99m, 0.5m));
        _bench.Events.Clear();
        var cancel = new CancelEntry
        {
            Market = _bench.Market,
            OrderId = order.Id,
            CancelId = ClientOrderId.Parse("stop"),
        };
        Assert.Equal(
            RejectReason.CancelRestricted, Alice.Cancel(cancel with { OnlyIf = OrderState.New }).Rejection!.Reason);
        Assert.Equal(
            RejectReason.ClientOrderIdMismatch,
            Alice.Cancel(cancel with { ClientOrderId = ClientOrderId.Parse("x") }).Rejection!.Reason);
        Assert.Equal(RejectReason.UnknownOrder, Bob.Cancel(cancel).Rejection!.Reason);
        var outcome = Alice.Cancel(cancel);
        _bench.Check();
        Assert.Equal((OrderState.Canceled, 0.5m), (outcome.Order!.State, outcome.Order.Filled));
        Assert.Equal(RejectReason.UnknownOrder, Alice.Cancel(cancel).Rejection!.Reason);
        Assert.Equal((9_950.5m, 0m), _bench.Has(Alice, Bench.Usdt));
        Assert.Equal("Canceled Canceled, balances USDT", _bench.Told(Alice));
        var told = Assert.IsType<OrderEvent>(_bench.Events[0].Happened);
        Assert.Equal((order.ClientOrderId, cancel.CancelId), (told.Order.ClientOrderId, told.CancelId));
    }

    [Fact]
    public void All_orders_of_a_market_are_cancelled_at_once()
    {
        _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 1m));
        _bench.Place(Alice, _bench.Limit(Side.Sell, 101m, 1m));
        _bench.Place(Bob, _bench.Limit(Side.Buy, 98m, 1m));
        var outcomes = Alice.CancelAll(_bench.Market);
        _bench.Check();
        Assert.Equal(2, outcomes.Count);
        Assert.Single(outcomes.Select(outcome => outcome.CancelId).Distinct());
        Assert.Empty(Alice.OpenOrders());
        Assert.Single(Bob.OpenOrders());
        Assert.Empty(Alice.CancelAll(_bench.Market));
    }

    [Fact]
    public void An_account_s_order_cannot_be_changed_behind_its_back()
    {
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 1m));
        Assert.Throws<InvalidOperationException>(() => _bench.Market.Cancel(order.Id, _bench.Exchange.Now));
        Assert.Throws<InvalidOperationException>(() => _bench.Market.Reduce(order.Id, 0.5m, _bench.Exchange.Now));
    }

    [Fact]
    public void A_dated_order_ends_at_its_date()
    {
        var date = _bench.Exchange.Now + TimeSpan.FromSeconds(5);
        var request = _bench.Limit(Side.Buy, 99m, 1m) with
        {
            TimeInForce = TimeInForce.GoodTillDate,
            ExpiresAt = date,
        };
        var order = _bench.Place(Alice, request);
        _bench.Time.Advance(TimeSpan.FromSeconds(4));
        _bench.Exchange.Step();
        Assert.Equal(OrderState.New, _bench.Now(order, Alice).State);
        _bench.Time.Advance(TimeSpan.FromSeconds(1));
        _bench.Exchange.Step();
        _bench.Check();
        order = _bench.Now(order, Alice);
        Assert.Equal((OrderState.Expired, ExpiryReason.DateReached), (order.State, order.ExpiryReason));
        Assert.Equal(
            RejectReason.UnsupportedCombination, _bench.Refuse(Alice, request).Reason);
    }

    [Fact]
    public void Closed_markets_and_accounts_take_no_orders()
    {
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 1m));
        _bench.Market.Status = MarketStatus.Halted;
        Assert.Equal(RejectReason.MarketClosed, _bench.Refuse(Alice, order.Entry).Reason);
        var cancel = new CancelEntry { Market = _bench.Market, OrderId = order.Id };
        Assert.Equal(RejectReason.MarketClosed, Alice.Cancel(cancel).Rejection!.Reason);
        _bench.Market.Status = MarketStatus.CancelOnly;
        Assert.Equal(RejectReason.MarketClosed, _bench.Refuse(Alice, order.Entry).Reason);
        Assert.True(Alice.Cancel(cancel).IsAccepted);
        _bench.Market.Status = MarketStatus.Trading;
        Alice.CanTrade = false;
        Assert.Equal(RejectReason.TradingDisabled, _bench.Refuse(Alice, order.Entry).Reason);
    }

    [Fact]
    public void An_observer_cannot_trade_while_it_is_told()
    {
        using var hasty = Alice.Subscribe(new Hasty(_bench));
        Assert.Throws<InvalidOperationException>(() => Alice.Place(_bench.Limit(Side.Buy, 99m, 1m)));
    }

    private sealed class Hasty(Bench bench) : IAccountObserver
    {
        public void OnEvent(SimulatedAccount account, AccountEvent happened) =>
            account.Place(bench.Limit(Side.Buy, 98m, 1m));
    }
}
