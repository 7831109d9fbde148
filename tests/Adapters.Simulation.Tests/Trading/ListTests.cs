using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class ListTests : IDisposable
{
    private Bench _bench = new();

    private SimulatedAccount Alice => _bench.Alice;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_pair_locks_once_and_waits_on_both_sides()
    {
        var list = Place(SellingPair());
        Assert.Equal((OrderListKind.OneCancelsOther, false), (list.Kind, list.IsDone));
        Assert.Equal([(OrderState.New, true), (OrderState.New, false)], list.Orders.Select(
            order => (order.State, order.IsWorking)));
        Assert.Equal((98m, 2m), _bench.Has(Alice, Bench.Btc));
        Assert.Equal(list.Orders.Select(order => order.Id), Alice.OpenOrders().Select(order => order.Id));
        Assert.All(list.Orders, order => Assert.Equal(list.Id, order.ListId));
        Assert.Equal("list Started, New New, New New, balances BTC", _bench.Told(Alice));
    }

    [Fact]
    public void A_fill_of_one_ends_the_other()
    {
        var list = Place(SellingPair());
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 105m, 0.5m));
        list = Now(list);
        Assert.Equal([OrderState.PartiallyFilled, OrderState.Expired], list.Orders.Select(order => order.State));
        Assert.Equal(ExpiryReason.PairTriggered, list.Orders[1].ExpiryReason);
        Assert.False(list.IsDone);
        Assert.Equal((98m, 1.5m), _bench.Has(Alice, Bench.Btc));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 105m, 1.5m));
        Assert.True(Now(list).IsDone);
        Assert.Empty(Alice.OpenLists());
        Assert.EndsWith("Trade Filled, list Done, balances BTC USDT", _bench.Told(Alice), StringComparison.Ordinal);
    }

    [Fact]
    public void A_trigger_of_one_ends_the_other()
    {
        var list = Place(SellingPair());
        _bench.Trade(95m);
        list = Now(list);
        Assert.Equal([OrderState.Expired, OrderState.New], list.Orders.Select(order => order.State));
        Assert.True(list.Orders[1].IsWorking);
        Assert.Equal((98m, 2m), _bench.Has(Alice, Bench.Btc));
        Assert.Empty(_bench.Market.Levels(Side.Sell).Where(level => level.Price == 105m));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 94m, 2m));
        Assert.Equal(OrderState.Filled, Now(list).Orders[1].State);
        Assert.True(Now(list).IsDone);
    }

    [Fact]
    public void A_buying_pair_locks_the_dearer_of_both()
    {
        var list = Place(new OrderListEntry
        {
            Market = _bench.Market,
            Others =
            [
                _bench.Triggered(OrderKind.StopLimit, Side.Buy, 105m, 2m) with { Price = 106m },
                _bench.Limit(Side.Buy, 95m, 2m) with { PostOnly = true },
            ],
        });
        Assert.Equal((9_788m, 212m), _bench.Has(Alice, Bench.Usdt));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 95m, 1m));
        Assert.Equal((9_810m, 95m), _bench.Has(Alice, Bench.Usdt));
        Assert.Equal(OrderState.PartiallyFilled, Now(list).Orders[1].State);
    }

    [Fact]
    public void Two_triggers_can_be_a_pair()
    {
        var list = Place(SellingPair() with
        {
            Others =
            [
                _bench.Triggered(OrderKind.TakeProfitLimit, Side.Sell, 105m, 2m) with { Price = 104m },
                _bench.Triggered(OrderKind.StopMarket, Side.Sell, 95m, 2m),
            ],
        });
        Assert.DoesNotContain(list.Orders, order => order.IsWorking);
        _bench.Trade(105m);
        Assert.Equal([true, false], Now(list).Orders.Select(order => order.IsOpen));
        Assert.Equal(104m, Assert.Single(_bench.Market.Levels(Side.Sell)).Price);
    }

    [Fact]
    public void A_cancel_of_one_cancels_the_list()
    {
        var list = Place(SellingPair());
        _bench.Events.Clear();
        var cancel = new CancelEntry { Market = _bench.Market, OrderId = list.Orders[1].Id };
        var outcome = Alice.Cancel(cancel);
        _bench.Check();
        Assert.Equal(list.Orders[1].Id, outcome.Order!.Id);
        Assert.True(outcome.List!.List!.IsDone);
        Assert.All(outcome.List.List.Orders, order => Assert.Equal(OrderState.Canceled, order.State));
        Assert.Equal((100m, 0m), _bench.Has(Alice, Bench.Btc));
        Assert.Equal("Canceled Canceled, Canceled Canceled, list Done, balances BTC", _bench.Told(Alice));
        Assert.Equal(RejectReason.UnknownOrder, Alice.Cancel(cancel).Rejection!.Reason);
    }

    [Fact]
    public void A_list_is_found_and_cancelled_by_either_id()
    {
        var entry = SellingPair() with { ClientListId = ClientOrderId.Parse("pair") };
        var list = Place(entry);
        Assert.Equal(RejectReason.DuplicateClientOrderId, Alice.PlaceList(entry).Rejection!.Reason);
        Assert.Equal(list.Id, Alice.FindList(null, list.ClientListId)!.Id);
        Assert.Equal(list.Id, Alice.FindList(list.Id, list.ClientListId)!.Id);
        Assert.Null(Alice.FindList(list.Id, ClientOrderId.Parse("other")));
        Assert.Null(Alice.FindList(null, null));
        Assert.Null(_bench.Bob.FindList(list.Id, null));
        var cancel = new CancelListEntry { Market = _bench.Market, ClientListId = list.ClientListId };
        Assert.Equal(2, Alice.CancelList(cancel).Orders.Count);
        Assert.Equal(RejectReason.UnknownOrder, Alice.CancelList(cancel).Rejection!.Reason);
        var second = Place(entry);
        Assert.Equal([list.Id, second.Id], Alice.Lists(default).Select(one => one.Id));
        Assert.Equal([second.Id], Alice.Lists(new HistoryQuery { FromId = second.Id }).Select(one => one.Id));
        Assert.Equal([second.Id], Alice.OpenLists().Select(one => one.Id));
        Assert.Single(Alice.CancelAll(_bench.Market));
    }

    [Fact]
    public void A_pair_s_prices_lie_on_both_sides_of_the_last()
    {
        var pair = SellingPair();
        foreach (var (above, below) in (ReadOnlySpan<(decimal, decimal)>)[(99m, 95m), (105m, 101m), (100m, 95m)])
        {
            var outcome = Alice.PlaceList(pair with
            {
                Others =
                [
                    pair.Others[0] with { Price = above },
                    pair.Others[1] with { TriggerPrice = below },
                ],
            });
            _bench.Check();
            Assert.Equal(RejectReason.PairPricesWrong, outcome.Rejection!.Reason);
        }

        Assert.StartsWith(
            "Rejected Rejected, Rejected Rejected, list Refused", _bench.Told(Alice), StringComparison.Ordinal);
        Assert.Empty(Alice.OpenOrders());
        Assert.Empty(Alice.Lists(default));
    }

    [Theory]
    [InlineData(Side.Sell, OrderKind.StopLimit, OrderKind.StopLimit, RejectReason.SellPairStopMustBeBelow)]
    [InlineData(Side.Sell, OrderKind.TakeProfitLimit, OrderKind.Limit, RejectReason.SellPairLimitMustBeAbove)]
    [InlineData(
        Side.Sell, OrderKind.Limit, OrderKind.TakeProfitLimit, RejectReason.SellPairTakeProfitMustBeAbove)]
    [InlineData(Side.Buy, OrderKind.Limit, OrderKind.TakeProfitLimit, RejectReason.BuyPairLimitMustBeBelow)]
    [InlineData(Side.Buy, OrderKind.StopLimit, OrderKind.StopLimit, RejectReason.BuyPairStopMustBeAbove)]
    [InlineData(
        Side.Buy, OrderKind.TakeProfitLimit, OrderKind.Limit, RejectReason.BuyPairTakeProfitMustBeBelow)]
    [InlineData(Side.Buy, OrderKind.Limit, OrderKind.Limit, RejectReason.PairHasNoStop)]
    [InlineData(Side.Buy, OrderKind.Market, OrderKind.Limit, RejectReason.PairKindNotSupported)]
    public void Kinds_of_a_pair_have_their_places(Side side, OrderKind above, OrderKind below, RejectReason reason)
    {
        OrderEntry Of(OrderKind kind, decimal price) => new()
        {
            Market = _bench.Market,
            Side = side,
            Kind = kind,
            Quantity = 1m,
            PostOnly = kind == OrderKind.Limit,
            Price = kind == OrderKind.Market ? null : price,
            TriggerPrice = kind is OrderKind.Limit or OrderKind.Market ? null : price,
        };
        var outcome = Alice.PlaceList(
            new OrderListEntry { Market = _bench.Market, Others = [Of(above, 105m), Of(below, 95m)] });
        Assert.Equal(reason, outcome.Rejection!.Reason);
    }

    [Fact]
    public void What_waits_for_a_working_order_comes_once_that_is_filled()
    {
        var list = Place(Triggering(_bench.Limit(Side.Sell, 110m, 2m)));
        Assert.Equal([OrderState.New, OrderState.PendingNew], list.Orders.Select(order => order.State));
        Assert.Equal((9_800m, 200m), _bench.Has(Alice, Bench.Usdt));
        Assert.Equal((100m, 0m), _bench.Has(Alice, Bench.Btc));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal([OrderState.PartiallyFilled, OrderState.PendingNew], Now(list).Orders.Select(o => o.State));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal([OrderState.Filled, OrderState.New], Now(list).Orders.Select(order => order.State));
        Assert.Equal((100m, 2m), _bench.Has(Alice, Bench.Btc));
        Assert.Equal(2, _bench.Events.Count(e => e.Happened is OrderListEvent { Kind: OrderListEventKind.Started }));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 110m, 2m));
        Assert.True(Now(list).IsDone);
    }

    [Fact]
    public void The_answer_shows_what_waits_as_waiting_even_if_the_working_order_is_filled_at_once()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 2m));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Buy, 99m, 2m));
        var list = Place(Triggering(_bench.MarketOrder(Side.Sell, 2m)));
        Assert.Equal([OrderState.Filled, OrderState.PendingNew], list.Orders.Select(order => order.State));
        Assert.Equal([OrderState.Filled, OrderState.Filled], Now(list).Orders.Select(order => order.State));
        Assert.Equal((9_998m, 0m), _bench.Has(Alice, Bench.Usdt));
    }

    [Fact]
    public void A_working_order_that_ends_takes_the_others_with_it()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        var entry = Triggering(_bench.Limit(Side.Sell, 110m, 2m));
        var list = Place(entry with
        {
            Working = entry.Working! with { TimeInForce = TimeInForce.ImmediateOrCancel },
        });
        Assert.Equal([OrderState.Expired, OrderState.Expired], list.Orders.Select(order => order.State));
        Assert.Equal(
            [ExpiryReason.ImmediateOrCancel, ExpiryReason.WorkingOrderEnded],
            list.Orders.Select(order => order.ExpiryReason!.Value));
        Assert.True(list.IsDone);
    }

    [Fact]
    public void Either_order_cancels_a_triggering_list()
    {
        foreach (var at in (int[])[0, 1])
        {
            var list = Place(Triggering(_bench.Limit(Side.Sell, 110m, 2m)));
            var cancel = new CancelEntry { Market = _bench.Market, OrderId = list.Orders[at].Id };
            Assert.True(Alice.Cancel(cancel).List!.List!.IsDone);
            _bench.Check();
            Assert.All(Now(list).Orders, order => Assert.Equal(OrderState.Canceled, order.State));
            Assert.Equal((10_000m, 0m), _bench.Has(Alice, Bench.Usdt));
        }
    }

    [Fact]
    public void What_cannot_be_paid_when_its_turn_comes_expires()
    {
        var list = Place(Triggering(_bench.Limit(Side.Sell, 110m, 103m)));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 2m));
        list = Now(list);
        Assert.Equal([OrderState.Filled, OrderState.Expired], list.Orders.Select(order => order.State));
        Assert.Equal(ExpiryReason.Refused, list.Orders[1].ExpiryReason);
        Assert.True(list.IsDone);
        var told = _bench.Events.Select(e => e.Happened).OfType<OrderEvent>().Last(e => e.Kind == ExecutionKind.Expired);
        Assert.Equal(RejectReason.InsufficientBalance, told.Rejection!.Reason);
    }

    [Fact]
    public void A_pair_can_wait_for_a_working_order()
    {
        var list = Place(Triggering([.. SellingPair().Others]));
        Assert.Equal(3, list.Orders.Count);
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 2m));
        Assert.Equal(
            [(OrderState.Filled, true), (OrderState.New, true), (OrderState.New, false)],
            Now(list).Orders.Select(order => (order.State, order.IsWorking)));
        Assert.Equal((100m, 2m), _bench.Has(Alice, Bench.Btc));
        _bench.Trade(95m);
        Assert.Equal(
            [OrderState.Filled, OrderState.Expired, OrderState.New], Now(list).Orders.Select(order => order.State));
    }

    [Fact]
    public void A_pair_that_fits_no_more_when_its_turn_comes_expires()
    {
        var list = Place(Triggering([.. SellingPair().Others]));
        _bench.Trade(106m);
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 2m));
        Assert.Equal(
            [OrderState.Filled, OrderState.New, OrderState.New], Now(list).Orders.Select(order => order.State));

        list = Place(Triggering([.. SellingPair().Others]) with
        {
            Working = _bench.Limit(Side.Buy, 94m, 2m),
        });
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 94m, 2m));
        Assert.Equal(
            [OrderState.Filled, OrderState.Expired, OrderState.Expired],
            Now(list).Orders.Select(order => order.State));
        Assert.True(Now(list).IsDone);
    }

    [Fact]
    public void What_a_working_order_bought_pays_for_the_others()
    {
        Commission(new CommissionRates(0.001m, 0.001m), freeOfBase: false);
        var list = Place(Paid(_bench.Limit(Side.Sell, 110m, 0m) with { Quantity = null }));
        Assert.Null(list.Orders[1].Quantity);
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal((100m - 0.001m, 1m), _bench.Has(Alice, Bench.Btc));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        list = Now(list);
        Assert.Equal((OrderState.New, 2m), (list.Orders[1].State, list.Orders[1].Quantity!.Value));
        Assert.Equal((100m - 0.002m, 2m), _bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void Without_more_of_the_asset_the_commission_lessens_what_is_sold()
    {
        Commission(new CommissionRates(0.0004m, 0.0004m), freeOfBase: true);
        var list = Place(Paid(_bench.Limit(Side.Sell, 110m, 0m) with { Quantity = null }));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 2m));

        // 2 less 0.0008 is 1.9992; the step leaves 1.999 to sell and the rest free.
        Assert.Equal(1.999m, Now(list).Orders[1].Quantity);
        Assert.Equal((0.0002m, 1.999m), _bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void What_was_bought_is_free_again_when_a_paid_list_is_cancelled()
    {
        var list = Place(Paid(_bench.Limit(Side.Sell, 110m, 0m) with { Quantity = null }));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal((100m, 1m), _bench.Has(Alice, Bench.Btc));
        var amend = new AmendEntry { Market = _bench.Market, OrderId = list.Orders[1].Id, NewQuantity = 1m };
        Assert.Equal(RejectReason.AmendHasNoQuantity, Alice.Amend(amend).Rejection!.Reason);
        Alice.CancelList(new CancelListEntry { Market = _bench.Market, ListId = list.Id });
        _bench.Check();
        Assert.Equal((101m, 0m), _bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void A_working_order_can_pay_for_a_pair()
    {
        var list = Place(Paid([.. SellingPair().Others.Select(order => order with { Quantity = null })]));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 2m));
        list = Now(list);
        Assert.Equal([2m, 2m, 2m], list.Orders.Select(order => order.Quantity!.Value));
        Assert.Equal([OrderState.Filled, OrderState.New, OrderState.New], list.Orders.Select(order => order.State));
        Assert.Equal((100m, 2m), _bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void Lists_that_cannot_be_are_refused()
    {
        var pair = SellingPair();
        var limit = _bench.Limit(Side.Sell, 110m, 2m);
        var sold = limit with { Quantity = null };
        (OrderListEntry List, RejectReason Reason)[] wrong =
        [
            (pair with { Others = [] }, RejectReason.UnsupportedCombination),
            (pair with { Others = [limit] }, RejectReason.UnsupportedCombination),
            (pair with { Others = [limit, limit, limit] }, RejectReason.UnsupportedCombination),
            (pair with { IsPaid = true }, RejectReason.UnsupportedCombination),
            (pair with { Others = [pair.Others[0], pair.Others[1] with { Quantity = 1m }] },
                RejectReason.UnsupportedCombination),
            (Triggering(limit with { Market = _bench.Exchange.Markets[1] }), RejectReason.UnsupportedCombination),
            (Triggering(limit with { IsRouted = true }), RejectReason.UnsupportedCombination),
            (Triggering(_bench.MarketOrder(Side.Sell, 0m) with { Quantity = null, QuoteQuantity = 9m }),
                RejectReason.UnsupportedCombination),
            (Triggering(limit with { Quantity = 0.0001m }), RejectReason.QuantityTooSmall),
            (Triggering(limit) with { Working = _bench.MarketOrder(Side.Buy, 1m) }, RejectReason.WorkingMustBeLimit),
            (Paid(limit), RejectReason.UnsupportedCombination),
            (Paid(sold with { Side = Side.Buy }), RejectReason.PendingMustSell),
            (Paid(sold) with { Working = limit }, RejectReason.WorkingMustBuy),
            (Triggering(limit with { ClientOrderId = ClientOrderId.Parse("x") }) with
            {
                Working = _bench.Limit(Side.Buy, 99m, 1m) with { ClientOrderId = ClientOrderId.Parse("x") },
            }, RejectReason.DuplicateClientOrderId),
        ];
        foreach (var (list, reason) in wrong)
        {
            var outcome = Alice.PlaceList(list);
            _bench.Check();
            Assert.True(outcome.Rejection?.Reason == reason, $"{reason}: {outcome.Rejection}");
        }
    }

    [Theory]
    [InlineData(5, RejectReason.TooManyOrders)]
    [InlineData(100, RejectReason.TooManyOrderLists)]
    public void Lists_and_their_orders_are_counted(int orders, RejectReason reason)
    {
        _bench.Dispose();
        _bench = new Bench(new TradingRules { MaxOrderLists = 2 }, maxOrders: orders);
        Place(SellingPair());
        Place(SellingPair());
        Assert.Equal(reason, Alice.PlaceList(SellingPair()).Rejection!.Reason);
        Alice.Cancel(new CancelEntry { Market = _bench.Market, OrderId = Alice.OpenOrders()[0].Id });
        Place(SellingPair());
        Assert.Equal(reason, Alice.PlaceList(SellingPair()).Rejection!.Reason);
    }

    private OrderListEntry SellingPair() => new()
    {
        Market = _bench.Market,
        Others =
        [
            _bench.Limit(Side.Sell, 105m, 2m) with { PostOnly = true },
            _bench.Triggered(OrderKind.StopLimit, Side.Sell, 95m, 2m) with { Price = 94m },
        ],
    };

    private OrderListEntry Triggering(params OrderEntry[] others) => new()
    {
        Market = _bench.Market,
        Working = _bench.Limit(Side.Buy, 100m, 2m),
        Others = others,
    };

    private OrderListEntry Paid(params OrderEntry[] others) => Triggering(others) with { IsPaid = true };

    private void Commission(CommissionRates rates, bool freeOfBase)
    {
        _bench.Dispose();
        _bench = new Bench(commission: new CommissionPlan { Rates = rates });
        if (freeOfBase)
        {
            Assert.True(Alice.Withdraw(Bench.Btc, 100m));
        }
    }

    private OrderListSnapshot Place(OrderListEntry entry)
    {
        var outcome = Alice.PlaceList(entry);
        _bench.Check();
        Assert.True(outcome.IsAccepted, outcome.Rejection?.Text);
        Assert.Equal(outcome.List.Orders, outcome.Orders.Select(order => order.Order!));
        return outcome.List;
    }

    private OrderListSnapshot Now(OrderListSnapshot list) => Alice.FindList(list.Id, null)!;
}
