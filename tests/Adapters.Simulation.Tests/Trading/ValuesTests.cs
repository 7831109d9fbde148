using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Server;

namespace Adapters.Simulation.Tests.Trading;

public sealed class ValuesTests : IDisposable
{
    private readonly Bench _bench = new(commission: new CommissionPlan());

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void An_order_is_known_by_the_names_of_specifications()
    {
        var entry = _bench.Triggered(OrderKind.StopLimit, Side.Sell, 95m, 2m) with
        {
            Price = 94m,
            StrategyId = 7,
            ClientOrderId = ClientOrderId.Parse("mine"),
        };
        var order = _bench.Place(_bench.Alice, entry);
        AssertValues(
            OrderValues.Of(order),
            ("Symbol", "BTCUSDT"),
            ("Id", order.Id),
            ("ListId", null),
            ("ClientId", entry.ClientOrderId),
            ("Price", 94m),
            ("TriggerPrice", 95m),
            ("Quantity", 2m),
            ("QuoteQuantity", 0m),
            ("FilledQuantity", 0m),
            ("VisibleQuantity", null),
            ("StrategyId", 7L),
            ("PreventedQuantity", null),
            ("UsedSor", null),
            ("Working", false),
            ("WorkingTime", null),
            ("CreatedTime", _bench.Exchange.Now),
            ("Nothing", null));
    }

    [Fact]
    public void A_trade_shows_order_and_fill()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 1m));
        var order = _bench.Place(_bench.Alice, _bench.Limit(Side.Buy, 101m, 3m));
        var fill = Assert.Single(_bench.Alice.Fills(_bench.Market, default));
        AssertValues(
            OrderValues.Of(Last(_bench.Alice)),
            ("OrderId", order.Id),
            ("LastPrice", 100m),
            ("LastQuantity", 1m),
            ("LastValue", 100m),
            ("Fee", 0.001m),
            ("FeeAsset", Bench.Btc),
            ("TradeId", fill.TradeId),
            ("Maker", false),
            ("Working", true),
            ("Price", 101m),
            ("FormerClientId", null));
        AssertValues(
            OrderValues.Of(fill), ("Id", fill.TradeId), ("Buyer", true), ("QuoteQuantity", 100m), ("Maker", false));
        Assert.True((bool)OrderValues.Of(Last(_bench.Bob))("Maker")!);
        Assert.False((bool)OrderValues.Of(Last(_bench.Bob))("Working")!);
    }

    [Fact]
    public void Cancels_and_amendments_show_both_client_ids()
    {
        var order = _bench.Place(_bench.Alice, _bench.Limit(Side.Buy, 99m, 2m));
        var amended = _bench.Alice.Amend(
            new AmendEntry { Market = _bench.Market, OrderId = order.Id, NewQuantity = 1m });
        AssertValues(
            OrderValues.Of(Last(_bench.Alice)),
            ("ClientId", amended.Order!.ClientOrderId),
            ("FormerClientId", order.ClientOrderId),
            ("Quantity", 1m),
            ("ExecutionId", amended.Amendment!.ExecutionId));
        AssertValues(
            OrderValues.Of(amended.Amendment), ("FormerQuantity", 2m), ("FormerClientId", order.ClientOrderId));
        var outcome = _bench.Alice.Cancel(new CancelEntry { Market = _bench.Market, OrderId = order.Id });
        AssertValues(
            OrderValues.Of(Last(_bench.Alice)),
            ("ClientId", outcome.CancelId),
            ("FormerClientId", amended.Order.ClientOrderId),
            ("LastQuantity", 0m),
            ("Fee", null));
    }

    [Fact]
    public void A_prevented_match_shows_the_other_order()
    {
        var maker = _bench.Place(_bench.Alice, _bench.Limit(Side.Buy, 99m, 2m));
        var taker = _bench.Alice.Place(_bench.Limit(Side.Sell, 99m, 1m) with
        {
            SelfTradePrevention = SelfTradePrevention.ExpireTaker,
        });
        AssertValues(
            OrderValues.Of(Last(_bench.Alice)),
            ("CounterOrderId", maker.Id),
            ("LastPreventedQuantity", 1m),
            ("PreventedQuantity", 1m),
            ("PreventedMatchId", 0L),
            ("PreventedExecutionValue", 99m));
        AssertValues(
            OrderValues.Of(taker.Prevented[0]),
            ("Id", 0L),
            ("TakerPreventedQuantity", 1m),
            ("MakerPreventedQuantity", null));
    }

    [Fact]
    public void Accounts_and_balances_are_known_too()
    {
        _bench.Alice.LockExternally(Bench.Btc, 1m);
        _bench.Alice.Deposit(Bench.Usdt, 5m);
        AssertValues(
            AccountValues.Of(_bench.Alice), ("CanTrade", true), ("Maker", 0.001m), ("TradeGroupId", null));
        AssertValues(
            AccountValues.Of(_bench.Alice.BalanceOf(Bench.Btc)), ("Asset", Bench.Btc), ("Free", 99m), ("Locked", 1m));
        var events = _bench.Events.Select(e => e.Happened).ToArray();
        AssertValues(
            AccountValues.Of(events.OfType<ExternalLockEvent>().Single()), ("Asset", Bench.Btc), ("Delta", 1m));
        AssertValues(AccountValues.Of(events.OfType<FundsEvent>().Single()), ("Asset", Bench.Usdt), ("Delta", 5m));
    }

    private static void AssertValues(Func<string, object?> values, params (string Name, object? Value)[] expected) =>
        Assert.All(expected, one => Assert.Equal(one, (one.Name, values(one.Name))));

    private OrderEvent Last(SimulatedAccount account) => _bench.Events.Where(e => e.Account == account)
        .Select(e => e.Happened).OfType<OrderEvent>().Last();
}
