using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>What tests of order lists share.</summary>
public abstract class ListTests : IDisposable
{
    private protected Bench Bench { get; private set; } = new();

    protected SimulatedAccount Alice => Bench.Alice;

    public void Dispose() => Bench.Dispose();

    protected OrderListEntry SellingPair() => new()
    {
        Market = Bench.Market,
        Others =
        [
            Bench.Limit(Side.Sell, 105m, 2m) with { PostOnly = true },
            Bench.Triggered(OrderKind.StopLimit, Side.Sell, 95m, 2m) with { Price = 94m },
        ],
    };

    protected OrderListEntry Triggering(params OrderEntry[] others) => new()
    {
        Market = Bench.Market,
        Working = Bench.Limit(Side.Buy, 100m, 2m),
        Others = others,
    };

    protected OrderListEntry Paid(params OrderEntry[] others) => Triggering(others) with { IsPaid = true };

    private protected void Renew(Bench bench)
    {
        Bench.Dispose();
        Bench = bench;
    }

    protected OrderListSnapshot Place(OrderListEntry entry)
    {
        var outcome = Alice.PlaceList(entry);
        Bench.Check();
        Assert.True(outcome.IsAccepted, outcome.Rejection?.Text);
        Assert.Equal(outcome.List.Orders, outcome.Orders.Select(order => order.Order!));
        return outcome.List;
    }

    protected OrderListSnapshot Now(OrderListSnapshot list) => Alice.FindList(list.Id, null)!;
}
