using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class PairTests : ListTests
{
    [Fact]
    public void A_pair_locks_once_and_waits_on_both_sides()
    {
        var list = Place(SellingPair());
        Assert.Equal((OrderListKind.OneCancelsOther, false), (list.Kind, list.IsDone));
        Assert.Equal([(OrderState.New, false), (OrderState.New, true)], list.Orders.Select(
            order => (order.State, order.IsWorking)));
        Assert.Equal((98m, 2m), Bench.Has(Alice, Bench.Btc));
        Assert.Equal(list.Orders.Select(order => order.Id), Alice.OpenOrders().Select(order => order.Id));
        Assert.All(list.Orders, order => Assert.Equal(list.Id, order.ListId));
        Assert.Equal("list Started, New New, New New, balances BTC", Bench.Told(Alice));
    }

    [Fact]
    public void A_fill_of_one_ends_the_other()
    {
        var list = Place(SellingPair());
        Bench.Place(Bench.Bob, Bench.Limit(Side.Buy, 105m, 0.5m));
        list = Now(list);
        Assert.Equal([OrderState.Expired, OrderState.PartiallyFilled], list.Orders.Select(order => order.State));
        Assert.Equal(ExpiryReason.PairTriggered, list.Orders[0].ExpiryReason);
        Assert.False(list.IsDone);
        Assert.Equal((98m, 1.5m), Bench.Has(Alice, Bench.Btc));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Buy, 105m, 1.5m));
        Assert.True(Now(list).IsDone);
        Assert.Empty(Alice.OpenLists());
        Assert.EndsWith("Trade Filled, list Done, balances BTC USDT", Bench.Told(Alice), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_one_is_filled_though_nothing_else_is_free()
    {
        Assert.True(Alice.Withdraw(Bench.Btc, 98m));
        var list = Place(SellingPair());
        Assert.Equal((0m, 2m), Bench.Has(Alice, Bench.Btc));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Buy, 105m, 0.5m));
        Assert.Equal((0m, 1.5m), Bench.Has(Alice, Bench.Btc));
        Assert.Equal([OrderState.Expired, OrderState.PartiallyFilled], Now(list).Orders.Select(order => order.State));
    }

    [Fact]
    public void A_transfer_of_one_ends_the_other_as_a_fill_does()
    {
        var (one, two) = (Bench.Open("one", Member), Bench.Open("two", Member));
        Assert.True(one.Withdraw(Bench.Btc, 98m));
        var pair = SellingPair();
        var outcome = one.PlaceList(pair with
        {
            Others =
            [
                pair.Others[0] with { SelfTradePrevention = SelfTradePrevention.Transfer }, pair.Others[1],
            ],
        });
        Bench.Place(two, Bench.Limit(Side.Buy, 105m, 0.5m) with
        {
            SelfTradePrevention = SelfTradePrevention.Transfer,
        });
        Assert.Equal((0m, 1.5m), Bench.Has(one, Bench.Btc));
        Assert.Equal(
            [OrderState.Expired, OrderState.New],
            one.FindList(outcome.List!.Id, null)!.Orders.Select(order => order.State));

        static AccountOptions Member(AccountOptions options) => options with { TradeGroup = 3 };
    }

    [Fact]
    public void A_trigger_of_one_ends_the_other()
    {
        var list = Place(SellingPair());
        Bench.Trade(95m);
        list = Now(list);
        Assert.Equal([OrderState.New, OrderState.Expired], list.Orders.Select(order => order.State));
        Assert.True(list.Orders[0].IsWorking);
        Assert.Equal((98m, 2m), Bench.Has(Alice, Bench.Btc));
        Assert.DoesNotContain(Bench.Market.Levels(Side.Sell), level => level.Price == 105m);
        Bench.Place(Bench.Bob, Bench.Limit(Side.Buy, 94m, 2m));
        Assert.Equal(OrderState.Filled, Now(list).Orders[0].State);
        Assert.True(Now(list).IsDone);
    }

    [Fact]
    public void A_buying_pair_locks_the_dearer_of_both()
    {
        var list = Place(new OrderListEntry
        {
            Market = Bench.Market,
            Others =
            [
                Bench.Triggered(OrderKind.StopLimit, Side.Buy, 105m, 2m) with { Price = 106m },
                Bench.Limit(Side.Buy, 95m, 2m) with { PostOnly = true },
            ],
        });
        Assert.Equal((9_788m, 212m), Bench.Has(Alice, Bench.Usdt));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 95m, 1m));
        Assert.Equal((9_810m, 95m), Bench.Has(Alice, Bench.Usdt));
        Assert.Equal(OrderState.PartiallyFilled, Now(list).Orders[1].State);
    }

    [Fact]
    public void Two_triggers_can_be_a_pair()
    {
        var list = Place(SellingPair() with
        {
            Others =
            [
                Bench.Triggered(OrderKind.TakeProfitLimit, Side.Sell, 105m, 2m) with { Price = 104m },
                Bench.Triggered(OrderKind.StopMarket, Side.Sell, 95m, 2m),
            ],
        });
        Assert.DoesNotContain(list.Orders, order => order.IsWorking);
        Bench.Trade(105m);
        Assert.Equal([false, true], Now(list).Orders.Select(order => order.IsOpen));
        Assert.Equal(104m, Assert.Single(Bench.Market.Levels(Side.Sell)).Price);
    }

    [Fact]
    public void A_cancel_of_one_cancels_the_list()
    {
        var list = Place(SellingPair());
        Bench.Events.Clear();
        var cancel = new CancelEntry { Market = Bench.Market, OrderId = list.Orders[1].Id };
        var outcome = Alice.Cancel(cancel);
        Bench.Check();
        Assert.Equal(list.Orders[1].Id, outcome.Order!.Id);
        Assert.True(outcome.List!.List!.IsDone);
        Assert.All(outcome.List.List.Orders, order => Assert.Equal(OrderState.Canceled, order.State));
        Assert.Equal((100m, 0m), Bench.Has(Alice, Bench.Btc));
        Assert.Equal("Canceled Canceled, Canceled Canceled, list Done, balances BTC", Bench.Told(Alice));
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
        Assert.Null(Bench.Bob.FindList(list.Id, null));
        var cancel = new CancelListEntry { Market = Bench.Market, ClientListId = list.ClientListId };
        Assert.Equal(2, Alice.CancelList(cancel).Orders.Count);
        Assert.Equal(RejectReason.UnknownOrder, Alice.CancelList(cancel).Rejection!.Reason);
        var second = Place(entry);
        Assert.Equal([list.Id, second.Id], Alice.Lists(default).Select(one => one.Id));
        Assert.Equal([second.Id], Alice.Lists(new HistoryQuery { FromId = second.Id }).Select(one => one.Id));
        Assert.Equal([second.Id], Alice.OpenLists().Select(one => one.Id));
        Assert.Single(Alice.CancelAll(Bench.Market));
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
            Bench.Check();
            Assert.Equal(RejectReason.PairPricesWrong, outcome.Rejection!.Reason);
        }

        Assert.StartsWith(
            "Rejected Rejected, Rejected Rejected, list Refused", Bench.Told(Alice), StringComparison.Ordinal);
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
            Market = Bench.Market,
            Side = side,
            Kind = kind,
            Quantity = 1m,
            PostOnly = kind == OrderKind.Limit,
            Price = kind == OrderKind.Market ? null : price,
            TriggerPrice = kind is OrderKind.Limit or OrderKind.Market ? null : price,
        };
        var outcome = Alice.PlaceList(
            new OrderListEntry { Market = Bench.Market, Others = [Of(above, 105m), Of(below, 95m)] });
        Assert.Equal(reason, outcome.Rejection!.Reason);
    }
}
