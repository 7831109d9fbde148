using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>Places lists of every shape, with every kind of order in them, at prices where they soon do something.
/// </summary>
internal sealed class ListTrader(SimulatedAccount account, IReadOnlyList<SimulatedMarket> markets, SeededRandom random)
{
    internal int Placed { get; private set; }

    internal void Act()
    {
        var market = markets[random.Next(markets.Count)];
        if (account.OpenLists() is { Count: > 12 } open)
        {
            var list = open[random.Next(open.Count)];
            account.Cancel(new CancelEntry { Market = list.Market, OrderId = list.Orders[^1].Id });
        }

        var isPaid = random.Chance(0.3);
        var quantity = market.Instrument.RoundQuantity((50m + random.Next(4_000)) / Dollars(market), Rounding.Down);
        var working = random.Chance(0.8) || isPaid
            ? Waiting(market, isPaid || random.Chance(0.5) ? Side.Buy : Side.Sell, quantity, isLimit: true)
            : null;
        var side = isPaid || random.Chance(0.5) ? Side.Sell : Side.Buy;
        var size = isPaid ? (decimal?)null : quantity;
        OrderEntry[] others = working is not null && random.Chance(0.6)
            ? [Waiting(market, side, size, isLimit: false)]
            : Pair(market, side, size);
        Placed += account.PlaceList(new OrderListEntry
        {
            Market = market,
            Working = working,
            Others = others,
            IsPaid = isPaid,
        }).Rejection is null ? 1 : 0;
    }

    private static decimal Dollars(SimulatedMarket market) => market.LastPrice * (market.LastPrice < 1m ? 64_000m : 1m);

    private OrderEntry Waiting(SimulatedMarket market, Side side, decimal? quantity, bool isLimit)
    {
        var order = new OrderEntry
        {
            Market = market,
            Side = side,
            Kind = OrderKind.Limit,
            Quantity = quantity,
            Price = Near(market, 8),
            SelfTradePrevention = random.Chance(0.6) ? (SelfTradePrevention)(1 + random.Next(6)) : null,
        };
        return random.Next(isLimit ? 5 : 9) switch
        {
            0 => order with { PostOnly = true },
            1 => order with { TimeInForce = random.Chance(0.5) ? TimeInForce.FillOrKill : TimeInForce.ImmediateOrCancel },
            2 when quantity is { } all => order with
            {
                VisibleQuantity = market.Instrument.RoundQuantity(all / 5m, Rounding.Up),
            },
            < 5 => order,
            < 7 => order with { Kind = OrderKind.Market, Price = null },
            _ => Stop(order),
        };
    }

    private OrderEntry Stop(OrderEntry order)
    {
        var isStop = random.Chance(0.5);
        var away = 1 + random.Next(8);
        var distance = isStop == (order.Side == Side.Buy) ? away : -away;
        var isLimit = random.Chance(0.5);
        var isTrailing = random.Chance(0.4);
        return order with
        {
            Kind = isStop
                ? isLimit ? OrderKind.StopLimit : OrderKind.StopMarket
                : isLimit ? OrderKind.TakeProfitLimit : OrderKind.TakeProfitMarket,
            TriggerPrice = isTrailing && random.Chance(0.5) ? null : At(order.Market, distance),
            TrailingDelta = isTrailing ? 10 + random.Next(6) : null,
            Price = isLimit ? At(order.Market, distance + random.Next(9) - 4) : null,
        };
    }

    private OrderEntry[] Pair(SimulatedMarket market, Side side, decimal? quantity)
    {
        var bare = new OrderEntry
        {
            Market = market,
            Side = side,
            Kind = OrderKind.Limit,
            Quantity = quantity,
            SelfTradePrevention = random.Chance(0.6) ? (SelfTradePrevention)(1 + random.Next(6)) : null,
        };
        var stop = Stop(bare);
        while (stop.Kind is not (OrderKind.StopMarket or OrderKind.StopLimit))
        {
            stop = Stop(bare);
        }

        var other = Stop(bare);
        while (other.Kind is OrderKind.StopMarket or OrderKind.StopLimit)
        {
            other = Stop(bare);
        }

        var near = side == Side.Sell ? 1 + random.Next(8) : -1 - random.Next(8);
        other = random.Chance(0.5) ? other : bare with { PostOnly = true, Price = At(market, near) };
        return side == Side.Sell ? [other, stop] : [stop, other];
    }

    private decimal Near(SimulatedMarket market, int most) => At(market, random.Next((2 * most) + 1) - most);

    /// <summary>A price that lies some ten-thousandths above the last one.</summary>
    private static decimal At(SimulatedMarket market, int distance) =>
        market.Instrument.RoundPrice(market.LastPrice * (10_000m + distance) / 10_000m, Rounding.Nearest);
}
