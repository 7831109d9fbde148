using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>What recorded payloads mean, counted and added up by hand.</summary>
public sealed class CorpusDomainTests
{
    [SkippableFact]
    public void A_placed_order_is_filled_by_five_trades_of_ten_together()
    {
        var values = Domain("rest/jkorf.Spot.Trading.PlaceOrder.json");

        var order = Assert.Single(values.OfType<Order>());
        var fills = values.OfType<Fill>().ToList();
        Assert.Equal(
            (28L, OrderStatus.Filled, Side.Sell, OrderKind.Limit), (Id(order.Id), order.Status, order.Side, order.Kind));
        Assert.Equal((10m, 10m, 10m), (order.Quantity, order.FilledQuantity, order.FilledValue));
        Assert.Null(order.Price); // a price of zero is none
        Assert.Equal((5, 10m), (fills.Count, fills.Sum(fill => fill.Quantity)));
        Assert.Equal([56L, 57L, 58L, 59L, 60L], fills.Select(fill => Id(fill.Id)));
        Assert.Equal(39.983m, fills.Sum(fill => fill.Fee));
        Assert.All(
            fills, fill => Assert.Equal((28L, "USDT", false), (Id(fill.OrderId), fill.FeeAsset!.Value.Code, fill.Maker)));
    }

    [SkippableFact]
    public void An_order_placed_over_the_socket_is_filled_by_two_trades()
    {
        var values = Domain("ws/jkorf.Socket.Spot.Trading.PlaceOrder.s1.json");

        var order = Assert.Single(values.OfType<Order>());
        Assert.Equal((12_569_099_453L, 23_416.10m, 198.335215m), (Id(order.Id), order.Price, order.FilledValue));
        Assert.Equal("4d96324ff9d44481926157ec08158a40", order.ClientId.ToString());
        Assert.Equal([0.00635m, 0.00212m], values.OfType<Fill>().Select(fill => fill.Quantity));
    }

    [SkippableFact]
    public void Cancelled_orders_keep_the_ids_under_which_they_were_placed()
    {
        var orders = Domain("rest/jkorf.Spot.Trading.CancelAllOrders.json").Cast<Order>().ToList();

        Assert.Equal(
            ["E6APeyTJvkMvLMYMqu1KQ4", "A3EF2HCwxgZPFMrfwbgrhv"], orders.Select(order => order.ClientId.ToString()));
        Assert.All(orders, order => Assert.Equal(OrderStatus.Canceled, order.Status));
        Assert.Equal([0.089853m, 0.090430m], orders.Select(order => order.Price!.Value));
    }

    [SkippableFact]
    public void An_order_that_was_asked_for_is_open()
    {
        var order = Assert.Single(Domain("rest/jkorf.Spot.Trading.GetOrders.json").Cast<Order>());

        Assert.Equal((1L, OrderStatus.Open), (Id(order.Id), order.Status));
        Assert.Equal((0.1m, 1.0m, 0m), (order.Price, order.Quantity, order.FilledQuantity));
        Assert.Equal((null, null), (order.TriggerPrice, order.QuoteQuantity));
        Assert.Equal(1_499_827_319_559, order.CreatedAt!.Value.UnixMilliseconds);
    }

    [SkippableFact]
    public void An_open_order_is_partly_filled()
    {
        var order = Assert.Single(Domain("ws/jkorf.Socket.Spot.Trading.GetOpenOrders.s1.json").Cast<Order>());

        Assert.Equal(OrderStatus.PartiallyFilled, order.Status);
        Assert.Equal((0.00720m, 172.43931m), (order.FilledQuantity, order.FilledValue));
    }

    [SkippableFact]
    public void A_list_has_a_leg_that_waits_and_one_in_the_book()
    {
        var orders = Domain("ws/jkorf.Socket.Spot.Trading.PlaceOcoOrder.s1.json").Cast<Order>().ToList();

        Assert.Equal([OrderStatus.Pending, OrderStatus.Open], orders.Select(order => order.Status));
        Assert.Equal([1.50000001m, null], orders.Select(order => order.TriggerPrice));
        Assert.Equal([false, true], orders.Select(order => order.PostOnly!.Value));
    }

    [SkippableTheory]
    [InlineData("rest/jkorf.Spot.Trading.ReplaceOrder.json", 10, 0.02, 0.04)]
    [InlineData("ws/jkorf.Socket.Spot.Trading.ReplaceOrder.s1.json", 12_569_099_453, 23416.1, 0.00847)]
    public void A_replaced_order_is_the_new_one(string file, long id, double price, double quantity)
    {
        var order = Assert.Single(Domain(file).Cast<Order>());

        Assert.Equal((id, OrderStatus.Open), (Id(order.Id), order.Status));
        Assert.Equal(((decimal)price, (decimal)quantity), (order.Price, order.Quantity));
    }

    [SkippableFact]
    public void An_amended_order_has_its_quantity()
    {
        var order = Assert.Single(Domain("ws/jkorf.Socket.Spot.Trading.AmendOrder.s1.json").Cast<Order>());

        Assert.Equal(12_569_099_453L, Id(order.Id));
        Assert.Equal((0.00847m, OrderStatus.Open), (order.Quantity, order.Status));
    }

    [SkippableFact]
    public void The_account_has_ether()
    {
        var balance = Assert.Single(
            Domain("ws/jkorf.Subscriptions.Spot.Account.AccountPosition.s2.json").Cast<Balance>());

        Assert.Equal(("ETH", 10_000m, 0m), (balance.Asset.Code, balance.Free, balance.Locked));
        Assert.Equal(1_564_034_571_073, balance.Time!.Value.UnixMilliseconds);
    }

    [SkippableFact]
    public void Fees_are_the_standard_rates()
    {
        var fees = Assert.Single(Domain("rest/jkorf.Spot.Account.GetCommissionRates.json").Cast<Fees>());
        Assert.Equal((0.0000001m, 0.0000002m), (fees.Maker, fees.Taker));
    }

    [SkippableFact]
    public void Order_counts_come_per_ten_seconds_and_day()
    {
        var limits = Domain("ws/jkorf.Socket.Spot.Account.GetOrderRateLimits.s1.json").Cast<RateLimitInfo>().ToList();

        Assert.All(limits, limit => Assert.Equal(LimitKind.Orders, limit.Kind));
        Assert.Equal(
            [(TimeUnit.Second, 10, 50L), (TimeUnit.Day, 1, 160_000L)],
            limits.Select(limit => (limit.Unit, limit.Per, limit.Capacity)));
    }

    private static IReadOnlyList<object> Domain(string file)
    {
        Skip.If(Corpus.Folder is null, "The recorded payloads are not beside the project.");
        return CorpusTests.Inspect(Corpus.Payloads.Single(item => item.File == file)).Domain;
    }

    private static long Id(OrderId id) => id.TryGetInt64(out var number) ? number : throw new FormatException();

    private static long Id(TradeId id) => id.TryGetInt64(out var number) ? number : throw new FormatException();
}
