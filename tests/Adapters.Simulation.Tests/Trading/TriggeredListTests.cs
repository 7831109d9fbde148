using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class TriggeredListTests : ListTests
{
    [Fact]
    public void What_waits_for_a_working_order_comes_once_that_is_filled()
    {
        var list = Place(Triggering(Bench.Limit(Side.Sell, 110m, 2m)));
        Assert.Equal([OrderState.New, OrderState.PendingNew], list.Orders.Select(order => order.State));
        Assert.Equal((9_800m, 200m), Bench.Has(Alice, Bench.Usdt));
        Assert.Equal((100m, 0m), Bench.Has(Alice, Bench.Btc));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal([OrderState.PartiallyFilled, OrderState.PendingNew], Now(list).Orders.Select(o => o.State));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal([OrderState.Filled, OrderState.New], Now(list).Orders.Select(order => order.State));
        Assert.Equal((100m, 2m), Bench.Has(Alice, Bench.Btc));
        Assert.Equal(2, Bench.Events.Count(e => e.Happened is OrderListEvent { Kind: OrderListEventKind.Started }));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Buy, 110m, 2m));
        Assert.True(Now(list).IsDone);
    }

    [Fact]
    public void The_answer_shows_what_waits_as_waiting_even_if_the_working_order_is_filled_at_once()
    {
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 2m));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Buy, 99m, 2m));
        var list = Place(Triggering(Bench.MarketOrder(Side.Sell, 2m)));
        Assert.Equal([OrderState.Filled, OrderState.PendingNew], list.Orders.Select(order => order.State));
        Assert.Equal([OrderState.Filled, OrderState.Filled], Now(list).Orders.Select(order => order.State));
        Assert.Equal((9_998m, 0m), Bench.Has(Alice, Bench.Usdt));
    }

    [Fact]
    public void A_working_order_that_ends_takes_the_others_with_it()
    {
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 1m));
        var entry = Triggering(Bench.Limit(Side.Sell, 110m, 2m));
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
            var list = Place(Triggering(Bench.Limit(Side.Sell, 110m, 2m)));
            var cancel = new CancelEntry { Market = Bench.Market, OrderId = list.Orders[at].Id };
            Assert.True(Alice.Cancel(cancel).List!.List!.IsDone);
            Bench.Check();
            Assert.All(Now(list).Orders, order => Assert.Equal(OrderState.Canceled, order.State));
            Assert.Equal((10_000m, 0m), Bench.Has(Alice, Bench.Usdt));
        }
    }

    [Fact]
    public void What_cannot_be_paid_when_its_turn_comes_expires()
    {
        var list = Place(Triggering(Bench.Limit(Side.Sell, 110m, 103m)));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 2m));
        list = Now(list);
        Assert.Equal([OrderState.Filled, OrderState.Expired], list.Orders.Select(order => order.State));
        Assert.Equal(ExpiryReason.Refused, list.Orders[1].ExpiryReason);
        Assert.True(list.IsDone);
        var told = Bench.Events.Select(e => e.Happened).OfType<OrderEvent>()
            .Last(happened => happened.Kind == ExecutionKind.Expired);
        Assert.Equal(RejectReason.InsufficientBalance, told.Rejection!.Reason);
    }

    [Fact]
    public void A_pair_can_wait_for_a_working_order()
    {
        var list = Place(Triggering([.. SellingPair().Others]));
        Assert.Equal(3, list.Orders.Count);
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 2m));
        Assert.Equal(
            [(OrderState.Filled, true), (OrderState.New, false), (OrderState.New, true)],
            Now(list).Orders.Select(order => (order.State, order.IsWorking)));
        Assert.Equal((100m, 2m), Bench.Has(Alice, Bench.Btc));
        Bench.Trade(95m);
        Assert.Equal(
            [OrderState.Filled, OrderState.New, OrderState.Expired], Now(list).Orders.Select(order => order.State));
    }

    [Fact]
    public void A_pair_that_fits_no_more_when_its_turn_comes_expires()
    {
        var list = Place(Triggering([.. SellingPair().Others]));
        Bench.Trade(106m);
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 2m));
        Assert.Equal(
            [OrderState.Filled, OrderState.New, OrderState.New], Now(list).Orders.Select(order => order.State));

        list = Place(Triggering([.. SellingPair().Others]) with
        {
            Working = Bench.Limit(Side.Buy, 94m, 2m),
        });
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 94m, 2m));
        Assert.Equal(
            [OrderState.Filled, OrderState.Expired, OrderState.Expired],
            Now(list).Orders.Select(order => order.State));
        Assert.True(Now(list).IsDone);
    }
}
