using Adapters.Domain;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Tests.Trading;

public sealed class CountTests
{
    [Fact]
    public void Open_orders_are_counted()
    {
        using var bench = new Bench(new TradingRules { MaxTriggerOrders = 2 }, maxOrders: 4);
        var stop = bench.Triggered(OrderKind.StopMarket, Side.Sell, 90m, 1m);
        bench.Place(bench.Alice, stop);
        bench.Place(bench.Alice, stop);
        Assert.Equal(RejectReason.TooManyTriggerOrders, bench.Refuse(bench.Alice, stop).Reason);
        bench.Place(bench.Alice, bench.Limit(Side.Buy, 90m, 1m));
        var last = bench.Place(bench.Alice, bench.Limit(Side.Buy, 90m, 1m));
        Assert.Equal(RejectReason.TooManyOrders, bench.Refuse(bench.Alice, last.Entry).Reason);
        bench.Place(bench.Bob, last.Entry);
        bench.Alice.Cancel(new CancelEntry { Market = bench.Market, OrderId = last.Id });
        bench.Place(bench.Alice, last.Entry);
    }

    [Fact]
    public void The_exchange_counts_over_all_markets()
    {
        using var bench = new Bench(exchangeRules: new ExchangeRules { MaxOrders = 2, MaxTriggerOrders = 1 });
        var stop = bench.Triggered(OrderKind.StopMarket, Side.Sell, 90m, 1m);
        var other = bench.Limit(Side.Buy, 9m, 1m) with { Market = bench.Exchange.Markets[1] };
        bench.Place(bench.Alice, stop);
        Assert.Equal(RejectReason.TooManyTriggerOrdersOnExchange, bench.Refuse(bench.Alice, stop).Reason);
        bench.Place(bench.Alice, other);
        Assert.Equal(RejectReason.TooManyOrdersOnExchange, bench.Refuse(bench.Alice, other).Reason);
    }

    [Fact]
    public void A_position_is_bounded_with_what_is_on_order()
    {
        using var bench = new Bench(new TradingRules { MaxPosition = 130m });
        bench.Place(bench.Alice, bench.Limit(Side.Buy, 90m, 20m));
        Assert.Equal(
            RejectReason.PositionTooLarge, bench.Refuse(bench.Alice, bench.Limit(Side.Buy, 90m, 10.001m)).Reason);
        bench.Place(bench.Alice, bench.Limit(Side.Buy, 90m, 10m));
        bench.Place(bench.Alice, bench.Limit(Side.Sell, 110m, 40m));
    }
}
