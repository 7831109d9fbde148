using Adapters.Binance;
using Adapters.Binance.Spot;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Faces.Tests.Harness;
using Adapters.Orders;
using Adapters.Simulation.Faults;
using Adapters.Simulation.Orders;

namespace Adapters.Faces.Tests.Binance;

/// <summary>The adapter places lists of orders, asks for them and ends them, over both interfaces.</summary>
public sealed class OrderListTests
{
    public static TheoryData<bool> OverSocket => [false, true];

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task A_pair_locks_once_and_ends_together(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var placed = await trader.Lists.PlaceListAsync(trader.Pair());
        Assert.All(placed, outcome => Assert.True(outcome.IsAcknowledged, outcome.ToString()));
        Assert.Equal(
            [(OrderKind.Limit, OrderStatus.Open), (OrderKind.StopLimit, OrderStatus.Pending)],
            placed.Select(outcome => (outcome.Order!.Value.Kind, outcome.Order.Value.Status)));
        Assert.Equal(0.001m, trader.Locked("BTC"));
        var list = Assert.Single(trader.Account.OpenLists());
        Assert.Equal(OrderListKind.OneCancelsOther, list.Kind);

        var told = Assert.Single(await trader.Calls.GetOpenOrderListsAsync());
        Assert.Equal((list.Id, ContingencyType.Oco, ListOrderStatus.Executing), (
            told.Id, told.ContingencyType, told.ListOrderStatus));
        var canceled = await trader.Trading.CancelAsync(placed[1].Ref);
        Assert.Equal((placed[1].Order!.Value.Id, OrderStatus.Canceled), (canceled.Order!.Value.Id, canceled.Order.Value.Status));
        Assert.Empty(trader.Account.OpenOrders());
        Assert.Equal(0m, trader.Locked("BTC"));
        Assert.Empty(await trader.Calls.GetOpenOrderListsAsync());
        var done = Assert.Single(await trader.Calls.GetAllOrderListsAsync());
        Assert.Equal((ListStatusType.AllDone, ListOrderStatus.AllDone), (done.ListStatusType, done.ListOrderStatus));
    }

    [Fact]
    public async Task A_list_with_an_order_that_breaks_a_rule_is_not_sent()
    {
        await using var trader = await AdapterTrader.StartAsync();
        var most = trader.Market.Instrument.MarketMaxQuantity!.Value;
        var limit = trader.Sell(OrderKind.Limit, 70_000m) with { Quantity = most + 1m };
        var stop = trader.Sell(OrderKind.StopMarket, null, 60_000m) with { Quantity = most + 1m };
        OrderListRequest[] lists =
        [
            new() { Others = [limit, stop] },
            new() { Working = trader.Buy(50_000m), Others = [stop] },
            new() { Working = trader.Buy(50_000m), Others = [limit, stop] },
        ];
        foreach (var list in lists)
        {
            Assert.All(await trader.Lists.PlaceListAsync(list), static outcome => Assert.Equal(
                (true, false, ErrorClass.InvalidQuantity), (outcome.IsRejected, outcome.WasSent, outcome.Error!.Class)));
        }

        Assert.Empty(trader.Account.OpenOrders());
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task What_waits_comes_to_the_book_when_the_working_order_is_filled(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var ask = trader.Market.Top.Ask!.Value.Price;
        var placed = await trader.Lists.PlaceListAsync(new OrderListRequest
        {
            Working = trader.Buy(ask + 50m),
            Others = [trader.Sell(OrderKind.Limit, 70_000m)],
        });
        Assert.Equal([OrderStatus.Filled, OrderStatus.Pending], placed.Select(outcome => outcome.Order!.Value.Status));
        Assert.NotEmpty(placed[0].Fills);
        var open = Assert.Single(trader.Account.OpenOrders());
        Assert.Equal((Simulation.Orders.OrderState.New, 70_000m), (open.State, open.Entry.Price));
        Assert.Equal(OrderStatus.Open, (await trader.Trading.GetOrderAsync(placed[1].Ref))!.Value.Status);
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task A_pair_waits_for_a_working_order_and_ends_with_it(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var placed = await trader.Lists.PlaceListAsync(trader.Pair() with { Working = trader.Buy(50_000m) });
        Assert.Equal(
            [OrderStatus.Open, OrderStatus.Pending, OrderStatus.Pending],
            placed.Select(outcome => outcome.Order!.Value.Status));
        Assert.Equal((50m, 0m), (trader.Locked("USDT"), trader.Locked("BTC")));
        var list = Assert.Single(trader.Account.OpenLists());
        var ended = await trader.Calls.CancelOrderListAsync(trader.Btc, new() { OrderListId = list.Id });
        Assert.Equal(3, ended.ToOrders().Length);
        Assert.All(ended.ToOrders(), order => Assert.Equal(OrderStatus.Canceled, order.Status));
        Assert.Equal(ListStatusType.AllDone, (await trader.Calls.GetOrderListAsync(new() { OrderListId = list.Id })).ListStatusType);
        Assert.Equal((0m, 0), (trader.Locked("USDT"), trader.Account.OpenOrders().Count));
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task What_the_working_order_buys_pays_for_those_that_wait(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var above = trader.Market.Top.Ask!.Value.Price + 50m;
        WorkingLeg Working(decimal price) => new()
        {
            Type = OrderType.Limit,
            Side = OrderSide.Buy,
            Quantity = 0.001m,
            Price = price,
            TimeInForce = OrderTimeInForce.Gtc,
        };
        var one = await trader.Calls.PlaceOpoAsync(
            trader.Btc, Working(above),
            new() { Type = OrderType.Limit, Side = OrderSide.Sell, Price = 70_000m, TimeInForce = OrderTimeInForce.Gtc },
            new() { NewOrderRespType = ResponseType.Full });
        Assert.Equal(ContingencyType.Oto, one.ContingencyType);
        Assert.Equal(OrderStatus.Filled, one.ToOrders()[0].Status);
        Assert.Null(one.OrderReports![1].Quantity);
        // The commission is taken from elsewhere, so that what was bought is sold whole.
        Assert.Equal(0.001m, Assert.Single(trader.Account.OpenOrders()).Quantity);

        var pair = await trader.Calls.PlaceOpocoAsync(
            trader.Btc, Working(50_000m), OrderSide.Sell, new() { Type = OrderType.LimitMaker, Price = 70_000m },
            new() { PendingBelow = new() { Type = OrderType.StopLoss, StopPrice = 60_000m } });
        Assert.Equal(3, pair.Orders.Length);
        Assert.Equal(
            [OrderStatus.Open, OrderStatus.Pending, OrderStatus.Pending], pair.ToOrders().Select(order => order.Status));
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task A_pair_can_be_placed_as_it_was_before_other_lists(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var list = await trader.Calls.PlaceOldOcoAsync(trader.Btc, OrderSide.Sell, 0.001m, 70_000m, 60_000m, new()
        {
            ListClientOrderId = ClientOrderId.Parse("old"),
            LimitClientOrderId = ClientOrderId.Parse("target"),
            StopClientOrderId = ClientOrderId.Parse("guard"),
            StopLimitPrice = 59_900m,
            StopLimitTimeInForce = OrderTimeInForce.Gtc,
        });
        Assert.Equal("old", list.ClientId.ToString());
        Assert.Equal(
            [("guard", OrderKind.StopLimit, 59_900m, 60_000m), ("target", OrderKind.Limit, 70_000m, 0m)],
            trader.Account.OpenOrders().Select(order => (
                order.ClientOrderId.ToString(), order.Entry.Kind, order.Entry.Price!.Value, order.Entry.TriggerPrice ?? 0m)));
        var follows = await trader.Calls.PlaceOldOcoAsync(
            trader.Btc, OrderSide.Sell, 0.001m, 70_000m, 60_000m, new() { TrailingDelta = 100 });
        Assert.Equal(OrderType.StopLoss, follows.OrderReports![0].Type);
        Assert.Equal(100, trader.Account.OpenOrders()[2].Entry.TrailingDelta);
    }

    [Fact]
    public async Task A_pair_that_the_market_has_passed_is_refused_whole()
    {
        await using var trader = await AdapterTrader.StartAsync();
        var placed = await trader.Lists.PlaceListAsync(new OrderListRequest
        {
            Others = [trader.Sell(OrderKind.Limit, 62_000m), trader.Sell(OrderKind.StopLimit, 59_900m, 60_000m)],
        });
        Assert.All(placed, outcome => Assert.Equal(
            ("-2010", "The relationship of the prices for the orders is not correct."),
            (outcome.Error!.Code, outcome.Error.Problem)));
        Assert.Empty(trader.Account.OpenOrders());
    }

    [Fact]
    public async Task What_is_no_list_is_not_sent()
    {
        await using var trader = await AdapterTrader.StartAsync();
        var alone = await trader.Lists.PlaceListAsync(new OrderListRequest { Others = [trader.Buy(50_000m)] });
        Assert.True(Assert.Single(alone) is { IsRejected: true, WasSent: false, Error.Class: ErrorClass.InvalidRequest });
        var unlike = await trader.Lists.PlaceListAsync(trader.Pair() with
        {
            Others = [trader.Sell(OrderKind.Limit, 70_000m), trader.Sell(OrderKind.StopMarket, null, 60_000m) with { Quantity = 1m }],
        });
        Assert.All(unlike, outcome => Assert.True(outcome is { IsRejected: true, WasSent: false }));
    }

    [Fact]
    public async Task A_list_whose_answer_is_lost_is_resolved_order_by_order()
    {
        await using var trader = await AdapterTrader.StartAsync(faults: new FaultRates { GarbageAnswer = 1.0 });
        await trader.RestAsync(); // the venue's clock is known from then on
        trader.Faults!.IsPaused = false;
        var placed = await trader.Lists.PlaceListAsync(trader.Pair());
        trader.Faults.IsPaused = true;
        Assert.All(placed, outcome => Assert.True(outcome.IsUnknown, outcome.ToString()));
        foreach (var outcome in placed)
        {
            var resolved = await trader.Trading.ResolveAsync(outcome);
            Assert.True(resolved.IsAcknowledged, resolved.ToString());
        }

        Assert.Equal(3, trader.Account.OpenOrders().Count);
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task The_private_stream_follows_lists_amendments_and_replacements(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        List<string> told = [];
        await using var live = await trader.Adapter.PrivateStream.OpenAccountAsync(new AccountHandlers
        {
            Orders = (in order) => told.Add($"{order.Kind} {order.Status} {order.Quantity:0.####}"),
        });
        var placed = await trader.Lists.PlaceListAsync(trader.Pair());
        await trader.Amender.AmendAsync(new AmendRequest { Order = placed[0].Order!.Value.Ref, Quantity = 0.0005m });
        trader.Venue.Server.Step();
        Assert.Equal([0.0005m, 0.0005m], live.OpenOrders.Select(order => order.Quantity));
        await trader.Replacer.ReplaceAsync(placed[1].Ref, trader.Buy(49_000m));
        trader.Venue.Server.Step();
        Assert.Equal(49_000m, Assert.Single(live.OpenOrders).Price);
        Assert.Equal(
            trader.Account.Balances.Select(balance => (balance.Asset, balance.Free, balance.Locked)).OrderBy(b => $"{b.Asset}"),
            live.Balances.Select(balance => (balance.Asset, balance.Free, balance.Locked)).OrderBy(b => $"{b.Asset}"));
        Assert.Contains("StopLimit Canceled 0.0005", told);
    }
}
