using Adapters.Domain;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>A client order id finds the last order that has it now.</summary>
public sealed class RenamedOrderTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void An_id_finds_the_order_before_again_once_the_later_one_has_another()
    {
        var (id, other) = (ClientOrderId.Parse("mine"), ClientOrderId.Parse("other"));
        var request = _bench.Limit(Side.Buy, 99m, 1m) with { ClientOrderId = id };
        var first = _bench.Place(_bench.Alice, request);
        _bench.Alice.Cancel(new CancelEntry { Market = _bench.Market, OrderId = first.Id });
        var second = _bench.Place(_bench.Alice, request);
        Assert.Equal(second.Id, Find(id)?.Id);
        var amended = _bench.Alice.Amend(new AmendEntry
        {
            Market = _bench.Market,
            OrderId = second.Id,
            NewQuantity = 0.5m,
            NewClientOrderId = other,
        });
        Assert.True(amended.IsAccepted, amended.Rejection?.Text);
        Assert.Equal((first.Id, second.Id), (Find(id)?.Id, Find(other)?.Id));
    }

    private OrderSnapshot? Find(ClientOrderId id) => _bench.Alice.FindOrder(_bench.Market, null, id);
}
