using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

public sealed class IcebergTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_book_shows_a_part_and_the_next_part_queues_behind()
    {
        var iceberg = _bench.Place(
            _bench.Alice, _bench.Limit(Side.Sell, 101m, 3m) with { VisibleQuantity = 1m });
        var plain = _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 101m, 1m));
        Assert.Equal(new BookLevel(101m, 2m, 2), Assert.Single(_bench.Market.Levels(Side.Sell)));
        Assert.Equal((97m, 3m), _bench.Has(_bench.Alice, Bench.Btc));
        Take(1.5m);
        Assert.Equal((1m, 0.5m), (_bench.Now(iceberg, _bench.Alice).Filled, _bench.Now(plain, _bench.Bob).Filled));
        Assert.Equal(new BookLevel(101m, 1.5m, 2), Assert.Single(_bench.Market.Levels(Side.Sell)));
        Take(1.25m);
        Assert.Equal(OrderState.Filled, _bench.Now(plain, _bench.Bob).State);
        Assert.Equal(new BookLevel(101m, 0.25m, 1), Assert.Single(_bench.Market.Levels(Side.Sell)));
        Take(1.25m);
        Assert.Equal(OrderState.Filled, _bench.Now(iceberg, _bench.Alice).State);
        Assert.Empty(_bench.Market.Levels(Side.Sell));
    }

    [Fact]
    public void Hidden_parts_count_for_an_order_that_takes_all_or_nothing()
    {
        _bench.Place(_bench.Alice, _bench.Limit(Side.Sell, 101m, 3m) with { VisibleQuantity = 1m });
        var order = _bench.Place(
            _bench.Bob, _bench.Limit(Side.Buy, 101m, 3m) with { TimeInForce = TimeInForce.FillOrKill });
        Assert.Equal(OrderState.Filled, order.State);
    }

    [Fact]
    public void What_is_shown_shrinks_only_where_less_is_left()
    {
        var order = _bench.Place(
            _bench.Alice, _bench.Limit(Side.Sell, 101m, 3m) with { VisibleQuantity = 1m });
        var id = _bench.Market.LastUpdateId;
        Amend(2m);
        Assert.Equal(id, _bench.Market.LastUpdateId);
        Assert.Equal(1m, _bench.Market.Levels(Side.Sell)[0].Quantity);
        Amend(0.5m);
        Assert.Equal(0.5m, _bench.Market.Levels(Side.Sell)[0].Quantity);
        Take(0.5m);
        Assert.Equal(OrderState.Filled, _bench.Now(order, _bench.Alice).State);

        void Amend(decimal quantity)
        {
            var amend = new AmendEntry { Market = _bench.Market, OrderId = order.Id, NewQuantity = quantity };
            Assert.True(_bench.Alice.Amend(amend).IsAccepted);
            _bench.Check();
        }
    }

    [Fact]
    public void An_iceberg_that_takes_shows_a_part_of_what_is_left()
    {
        _bench.Place(_bench.Bob, _bench.Limit(Side.Sell, 100m, 2.5m));
        var order = _bench.Place(
            _bench.Alice, _bench.Limit(Side.Buy, 100m, 4m) with { VisibleQuantity = 1m });
        Assert.Equal(2.5m, order.Filled);
        Assert.Equal(1m, _bench.Market.Levels(Side.Buy)[0].Quantity);
    }

    private void Take(decimal quantity)
    {
        _bench.Market.Place(
            new NewOrder
            {
                Owner = "stranger",
                Side = Side.Buy,
                Quantity = quantity,
                TimeInForce = TimeInForce.ImmediateOrCancel,
            },
            _bench.Exchange.Now);
        _bench.Check();
    }
}
