using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class PaidListTests : ListTests
{
    [Fact]
    public void What_a_working_order_bought_pays_for_the_others()
    {
        Renew(new Bench(commission: new CommissionPlan { Rates = new CommissionRates(0.001m, 0.001m) }));
        var list = Place(Paid(Bench.Limit(Side.Sell, 110m, 0m) with { Quantity = null }));
        Assert.Null(list.Orders[1].Quantity);
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal((100m - 0.001m, 1m), Bench.Has(Alice, Bench.Btc));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 1m));
        list = Now(list);
        Assert.Equal((OrderState.New, 2m), (list.Orders[1].State, list.Orders[1].Quantity!.Value));
        Assert.Equal((100m - 0.002m, 2m), Bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void Without_more_of_the_asset_the_commission_lessens_what_is_sold()
    {
        Renew(new Bench(commission: new CommissionPlan { Rates = new CommissionRates(0.0004m, 0.0004m) }));
        Assert.True(Alice.Withdraw(Bench.Btc, 100m));
        var list = Place(Paid(Bench.Limit(Side.Sell, 110m, 0m) with { Quantity = null }));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 2m));

        // 2 less 0.0008 is 1.9992; the step leaves 1.999 to sell and the rest free.
        Assert.Equal(1.999m, Now(list).Orders[1].Quantity);
        Assert.Equal((0.0002m, 1.999m), Bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void What_was_bought_is_free_again_when_a_paid_list_is_cancelled()
    {
        var list = Place(Paid(Bench.Limit(Side.Sell, 110m, 0m) with { Quantity = null }));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 1m));
        Assert.Equal((100m, 1m), Bench.Has(Alice, Bench.Btc));
        var amend = new AmendEntry { Market = Bench.Market, OrderId = list.Orders[1].Id, NewQuantity = 1m };
        Assert.Equal(RejectReason.AmendHasNoQuantity, Alice.Amend(amend).Rejection!.Reason);
        Alice.CancelList(new CancelListEntry { Market = Bench.Market, ListId = list.Id });
        Bench.Check();
        Assert.Equal((101m, 0m), Bench.Has(Alice, Bench.Btc));
    }

    [Fact]
    public void A_working_order_can_pay_for_a_pair()
    {
        var list = Place(Paid([.. SellingPair().Others.Select(order => order with { Quantity = null })]));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 2m));
        list = Now(list);
        Assert.Equal([2m, 2m, 2m], list.Orders.Select(order => order.Quantity!.Value));
        Assert.Equal([OrderState.Filled, OrderState.New, OrderState.New], list.Orders.Select(order => order.State));
        Assert.Equal((100m, 2m), Bench.Has(Alice, Bench.Btc));
    }
}
