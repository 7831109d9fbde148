using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class ListRefusalTests : ListTests
{
    [Fact]
    public void Lists_that_cannot_be_are_refused()
    {
        var pair = SellingPair();
        var limit = Bench.Limit(Side.Sell, 110m, 2m);
        var sold = limit with { Quantity = null };
        (OrderListEntry List, RejectReason Reason)[] wrong =
        [
            (pair with { Others = [] }, RejectReason.UnsupportedCombination),
            (pair with { Others = [limit] }, RejectReason.UnsupportedCombination),
            (pair with { Others = [limit, limit, limit] }, RejectReason.UnsupportedCombination),
            (pair with { IsPaid = true }, RejectReason.UnsupportedCombination),
            (pair with { Others = [pair.Others[0], pair.Others[1] with { Quantity = 1m }] },
                RejectReason.UnsupportedCombination),
            (Triggering(limit with { Market = Bench.Exchange.Markets[1] }), RejectReason.UnsupportedCombination),
            (Triggering(limit with { IsRouted = true }), RejectReason.UnsupportedCombination),
            (Triggering(Bench.MarketOrder(Side.Sell, 0m) with { Quantity = null, QuoteQuantity = 9m }),
                RejectReason.UnsupportedCombination),
            (Triggering(limit with { Quantity = 0.0001m }), RejectReason.QuantityTooSmall),
            (Triggering(limit) with { Working = Bench.MarketOrder(Side.Buy, 1m) }, RejectReason.WorkingMustBeLimit),
            (Paid(limit), RejectReason.UnsupportedCombination),
            (Paid(sold with { Side = Side.Buy }), RejectReason.PendingMustSell),
            (Paid(sold) with { Working = limit }, RejectReason.WorkingMustBuy),
            (Triggering(limit with { ClientOrderId = ClientOrderId.Parse("x") }) with
            {
                Working = Bench.Limit(Side.Buy, 99m, 1m) with { ClientOrderId = ClientOrderId.Parse("x") },
            }, RejectReason.DuplicateClientOrderId),
        ];
        foreach (var (list, reason) in wrong)
        {
            var outcome = Alice.PlaceList(list);
            Bench.Check();
            Assert.True(outcome.Rejection?.Reason == reason, $"{reason}: {outcome.Rejection}");
        }
    }

    [Theory]
    [InlineData(5, RejectReason.TooManyOrders)]
    [InlineData(100, RejectReason.TooManyOrderLists)]
    public void Lists_and_their_orders_are_counted(int orders, RejectReason reason)
    {
        Renew(new Bench(new TradingRules { MaxOrderLists = 2 }, maxOrders: orders));
        Place(SellingPair());
        Place(SellingPair());
        Assert.Equal(reason, Alice.PlaceList(SellingPair()).Rejection!.Reason);
        Alice.Cancel(new CancelEntry { Market = Bench.Market, OrderId = Alice.OpenOrders()[0].Id });
        Place(SellingPair());
        Assert.Equal(reason, Alice.PlaceList(SellingPair()).Rejection!.Reason);
    }
}
