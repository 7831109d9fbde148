using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class ChangingTests : IDisposable
{
    private readonly Bench _bench = new(new TradingRules { MaxAmends = 2 });

    private SimulatedAccount Alice => _bench.Alice;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void An_amended_order_is_smaller_and_keeps_its_place()
    {
        var order = _bench.Place(Alice, _bench.Limit(Side.Sell, 101m, 5.5m));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 101m, 4m));
        _bench.Events.Clear();
        var outcome = Alice.Amend(Smaller(order, 5m));
        _bench.Check();
        Assert.Equal(5m, outcome.Order!.Quantity);
        Assert.NotEqual(order.ClientOrderId, outcome.Order.ClientOrderId);
        Assert.Equal((95m, 5m), _bench.Has(Alice, Bench.Btc));
        Assert.Equal("Amended New, balances BTC", _bench.Told(Alice));
        Assert.Null(Alice.FindOrder(_bench.Market, null, order.ClientOrderId));
        Assert.NotNull(Alice.FindOrder(_bench.Market, null, outcome.Order.ClientOrderId));
        _bench.Place(_bench.Bob, _bench.MarketOrder(Side.Buy, 5m));
        Assert.Equal(OrderState.Filled, _bench.Now(order, Alice).State);
        var amendment = Assert.Single(Alice.Amendments(_bench.Market, new HistoryQuery { OrderId = order.Id }));
        Assert.Equal(outcome.Amendment, amendment);
        Assert.Equal((5.5m, 5m), (amendment.OldQuantity, amendment.NewQuantity));
        var told = _bench.Events.Select(e => e.Happened).OfType<OrderEvent>().First();
        Assert.Equal((amendment.ExecutionId, amendment), (told.ExecutionId, told.Amendment));
    }

    [Fact]
    public void Amending_has_limits()
    {
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 5m));
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 99m, 1m));
        _bench.Place(Alice, order.Entry with { ClientOrderId = ClientOrderId.Parse("taken") });
        (AmendEntry Entry, RejectReason Reason)[] wrong =
        [
            (Smaller(order, 5m), RejectReason.AmendChangesNothing), (Smaller(order, 6m), RejectReason.AmendIncreases),
            (Smaller(order, 1m), RejectReason.AmendLeavesNothing), (Smaller(order, 0m), RejectReason.QuantityTooSmall),
            (Smaller(order, 2.0001m), RejectReason.QuantityOffStep),
            (Smaller(order, 0.05m), RejectReason.NotionalTooSmall),
            (Smaller(order, 4m) with { OrderId = 1 }, RejectReason.UnknownOrder),
            (Smaller(order, 4m) with { ClientOrderId = ClientOrderId.Parse("x") }, RejectReason.ClientOrderIdMismatch),
            (Smaller(order, 4m) with { NewClientOrderId = ClientOrderId.Parse("taken") },
                RejectReason.DuplicateClientOrderId),
        ];
        Assert.All(wrong, one => Assert.Equal(one.Reason, Alice.Amend(one.Entry).Rejection!.Reason));
        Assert.True(Alice.Amend(Smaller(order, 4m) with { NewClientOrderId = order.ClientOrderId }).IsAccepted);
        Assert.Equal(order.ClientOrderId, _bench.Now(order, Alice).ClientOrderId);
        Assert.True(Alice.Amend(Smaller(order, 3m)).IsAccepted);
        Assert.Equal(RejectReason.TooManyAmends, Alice.Amend(Smaller(order, 2m)).Rejection!.Reason);
        _bench.Check();
    }

    [Fact]
    public void Amending_one_of_a_pair_amends_both()
    {
        var list = Alice.PlaceList(new OrderListEntry
        {
            Market = _bench.Market,
            Others =
            [
                _bench.Limit(Side.Sell, 105m, 2m) with { PostOnly = true },
                _bench.Triggered(OrderKind.StopLimit, Side.Sell, 95m, 2m) with { Price = 94m },
            ],
        }).List!;
        _bench.Events.Clear();
        var outcome = Alice.Amend(Smaller(list.Orders[1], 1m));
        _bench.Check();
        Assert.Equal([1m, 1m], outcome.List!.Orders.Select(order => order.Quantity!.Value));
        Assert.Equal((99m, 1m), _bench.Has(Alice, Bench.Btc));
        Assert.Equal("Amended New, Amended New, list Updated, balances BTC", _bench.Told(Alice));
        Assert.Equal(list.Orders[0].ClientOrderId, outcome.List.Orders[0].ClientOrderId);
    }

    [Fact]
    public void A_pair_is_not_amended_to_less_than_what_is_gone_of_either()
    {
        var pair = new OrderListEntry
        {
            Market = _bench.Market,
            Others =
            [
                _bench.Limit(Side.Sell, 105m, 2m) with { PostOnly = true },
                _bench.Triggered(OrderKind.StopLimit, Side.Sell, 95m, 2m) with { Price = 94m },
            ],
        };
        var stop = Alice.PlaceList(pair).List!.Orders[0];
        _bench.Place(Alice, _bench.Limit(Side.Buy, 105m, 1m) with
        {
            SelfTradePrevention = SelfTradePrevention.Decrement,
        });
        Assert.Equal(RejectReason.AmendLeavesNothing, Alice.Amend(Smaller(stop, 1m)).Rejection!.Reason);
        Assert.True(Alice.Amend(Smaller(stop, 1.5m)).IsAccepted);
        _bench.Check();
    }

    [Fact]
    public void A_working_order_and_what_waits_for_it_are_amended_apart()
    {
        var list = Alice.PlaceList(new OrderListEntry
        {
            Market = _bench.Market,
            Working = _bench.Limit(Side.Buy, 99m, 3m),
            Others = [_bench.Limit(Side.Sell, 105m, 3m)],
        }).List!;
        Assert.Equal([3m, 2m], Quantities(Alice.Amend(Smaller(list.Orders[1], 2m))));
        Assert.Equal([1m, 2m], Quantities(Alice.Amend(Smaller(list.Orders[0], 1m))));
        _bench.Check();
    }

    [Fact]
    public void A_replacement_cancels_and_places()
    {
        var request = _bench.Limit(Side.Buy, 99m, 100m) with { ClientOrderId = ClientOrderId.Parse("mine") };
        var order = _bench.Place(Alice, request);
        var outcome = Alice.Replace(Replacing(order, request with { Price = 98m }));
        _bench.Check();
        Assert.True(outcome.IsAccepted);
        Assert.Equal(OrderState.Canceled, outcome.Cancel!.Order!.State);
        Assert.Equal(98m, Assert.Single(Alice.OpenOrders()).Entry.Price);
        Assert.Equal((200m, 9_800m), _bench.Has(Alice, Bench.Usdt));
    }

    [Fact]
    public void Without_a_cancel_nothing_is_placed_unless_asked()
    {
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 1m));
        var replace = Replacing(order with { Id = 1 }, order.Entry);
        var outcome = Alice.Replace(replace);
        Assert.Equal(RejectReason.UnknownOrder, outcome.Cancel!.Rejection!.Reason);
        Assert.Null(outcome.Order);
        outcome = Alice.Replace(replace with { PlacesInAnyCase = true });
        Assert.Equal(RejectReason.UnknownOrder, outcome.Cancel!.Rejection!.Reason);
        Assert.True(outcome.Order!.IsAccepted);
        Assert.Equal(2, Alice.OpenOrders().Count);
        _bench.Check();
    }

    [Fact]
    public void A_cancel_stays_if_the_new_order_is_refused_at_the_book()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 1m));
        var outcome = Alice.Replace(
            Replacing(order, _bench.Limit(Side.Buy, 100m, 1m) with { PostOnly = true }));
        Assert.True(outcome.Cancel!.IsAccepted);
        Assert.Equal(RejectReason.WouldTake, outcome.Order!.Rejection!.Reason);
        Assert.Empty(Alice.OpenOrders());
        _bench.Check();
    }

    [Fact]
    public void A_new_order_that_breaks_the_market_s_rules_cancels_nothing()
    {
        var order = _bench.Place(Alice, _bench.Limit(Side.Buy, 99m, 1m));
        var outcome = Alice.Replace(Replacing(order, _bench.Limit(Side.Buy, 99m, 0.0001m)));
        Assert.Equal(RejectReason.QuantityTooSmall, outcome.Rejection!.Reason);
        Assert.Null(outcome.Cancel);
        Assert.Single(Alice.OpenOrders());
        Assert.Throws<ArgumentException>(() => Alice.Replace(
            Replacing(order, order.Entry with { Market = _bench.Exchange.Markets[1] })));
    }

    private static decimal[] Quantities(AmendOutcome outcome) =>
        [.. outcome.List!.Orders.Select(order => order.Quantity!.Value)];

    private AmendEntry Smaller(OrderSnapshot order, decimal quantity) => new()
    {
        Market = _bench.Market,
        OrderId = order.Id,
        NewQuantity = quantity,
    };

    private ReplaceEntry Replacing(OrderSnapshot order, OrderEntry by) => new()
    {
        Cancel = new CancelEntry { Market = _bench.Market, OrderId = order.Id },
        Order = by,
    };
}
