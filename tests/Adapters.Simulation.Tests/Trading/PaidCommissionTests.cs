using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>Where the commission of a working order that pays for others comes from.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/faqs/opo.md"/></summary>
public sealed class PaidCommissionTests : ListTests
{
    private static readonly CommissionRates Rates = new(0.0004m, 0.0004m);

    [Fact]
    public void Commission_that_what_is_free_does_not_cover_comes_whole_from_what_was_bought()
    {
        Renew(new Bench(commission: new CommissionPlan { Rates = new CommissionRates(0.0006m, 0.0006m) }));
        Assert.True(Alice.Withdraw(Bench.Btc, 99.999m));
        var list = Place(Paid(Bench.Limit(Side.Sell, 110m, 0m) with { Quantity = null }));
        Bench.Place(Bench.Bob, Bench.Limit(Side.Sell, 100m, 2m));

        // 2 less 0.0012 is 1.9988, not 2 less the 0.0002 that are missing.
        Assert.Equal(1.998m, Now(list).Orders[1].Quantity);
        Assert.Equal((0.0018m, 1.998m), Bench.Has(Alice, Bench.Btc));
    }

    [Theory]
    [InlineData(true, 0.00120000)]
    [InlineData(false, 0.00160000)]
    public void Commission_in_the_discount_asset_comes_from_what_was_bought_of_it(bool isDiscounted, decimal commission)
    {
        Renew(new Bench(commission: new CommissionPlan { Rates = Rates, DiscountAsset = Bench.Bnb }));
        Alice.PaysInDiscountAsset = isDiscounted;
        foreach (var account in (SimulatedAccount[])[Alice, Bench.Bob])
        {
            account.Deposit(Bench.Bnb, 50m);
        }

        var market = Bench.Exchange.Markets[1];
        var working = Bench.Limit(Side.Buy, 10m, 4m) with { Market = market };
        var list = Place(new OrderListEntry
        {
            Market = market,
            Working = working,
            Others = [working with { Side = Side.Sell, Price = 12m, Quantity = null }],
            IsPaid = true,
        });
        Bench.Place(Bench.Bob, working with { Side = Side.Sell });
        Assert.Equal(3.99m, Now(list).Orders[1].Quantity);
        Assert.Equal((50.01m - commission, 3.99m), Bench.Has(Alice, Bench.Bnb));
    }
}
