using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>
/// A limit order book with price-time priority. One operation at a time; what it caused stands in <see cref="Trades"/>
/// and <see cref="Changes"/> until the next one. The order of the changes keeps the book uncrossed after each of them.
/// </summary>
internal sealed class MatchingEngine(long firstUpdateId, long firstTradeId, long firstOrderId)
{
    private readonly Ladder _bids = new(Side.Buy);
    private readonly Ladder _asks = new(Side.Sell);
    private readonly Dictionary<long, RestingOrder> _orders = [];
    private long _lastOrderId = firstOrderId - 1;
    private long _lastTradeId = firstTradeId - 1;
    private long _lastAggregateId = firstTradeId - 1;

    internal List<MarketTrade> Trades { get; } = [];

    internal List<LevelChange> Changes { get; } = [];

    /// <summary>Resting orders that the operation filled whole.</summary>
    internal List<RestingOrder> Filled { get; } = [];

    internal long LastUpdateId { get; private set; } = firstUpdateId - 1;

    internal TopOfBook Top => new(LastUpdateId, _bids.Best?.View, _asks.Best?.View);

    internal IEnumerable<RestingOrder> Orders => _orders.Values;

    internal Ladder Of(Side side) => side == Side.Buy ? _bids : _asks;

    internal bool TryFind(long id, [NotNullWhen(true)] out RestingOrder? order) => _orders.TryGetValue(id, out order);

    internal PlacedOrder Place(in NewOrder order, Timestamp now)
    {
        Begin();
        var id = ++_lastOrderId;
        var opposite = Of(Opposite(order.Side));
        if (order.PostOnly && opposite.Meets(order.Price))
        {
            return new PlacedOrder(id, OrderStatus.Rejected, 0m, 0m);
        }

        if (order.TimeInForce == TimeInForce.FillOrKill && !opposite.Holds(order.Quantity, order.Price))
        {
            return new PlacedOrder(id, OrderStatus.Expired, 0m, 0m);
        }

        var remaining = order.Quantity;
        var quote = 0m;
        while (remaining > 0m && opposite.Meets(order.Price))
        {
            remaining = TakeLevel(order, id, remaining, opposite, now, ref quote);
        }

        var filled = order.Quantity - remaining;
        if (remaining == 0m)
        {
            return new PlacedOrder(id, OrderStatus.Filled, filled, quote);
        }

        if (order.Price is not { } price || order.TimeInForce != TimeInForce.GoodTillCancel)
        {
            return new PlacedOrder(id, OrderStatus.Expired, filled, quote);
        }

        var resting = new RestingOrder(id, order, price, remaining, now);
        var level = Of(order.Side).GetOrAdd(price);
        level.Add(resting);
        _orders.Add(id, resting);
        Changed(order.Side, level);
        return new PlacedOrder(
            id, filled == 0m ? OrderStatus.Open : OrderStatus.PartiallyFilled, filled, quote);
    }

    internal void Cancel(RestingOrder order)
    {
        Begin();
        TakeOff(order, order.Remaining);
        _orders.Remove(order.Id);
    }

    /// <summary>Makes an order smaller; it keeps its place in the queue.</summary>
    internal void Reduce(RestingOrder order, decimal by)
    {
        Begin();
        order.Quantity -= by;
        TakeOff(order, by);
    }

    /// <summary>Gives the next ids to a trade of the time before the book existed.</summary>
    internal MarketTrade Invent(decimal price, decimal quantity, Side taker, Timestamp time, string owner) => new()
    {
        Id = ++_lastTradeId,
        AggregateId = ++_lastAggregateId,
        Price = price,
        Quantity = quantity,
        Taker = taker,
        Time = time,
        MakerOrderId = ++_lastOrderId,
        TakerOrderId = ++_lastOrderId,
        MakerOwner = owner,
        TakerOwner = owner,
    };

    internal static Side Opposite(Side side) => side == Side.Buy ? Side.Sell : Side.Buy;

    private void Begin()
    {
        Trades.Clear();
        Changes.Clear();
        Filled.Clear();
    }

    private decimal TakeLevel(
        in NewOrder taker, long takerId, decimal remaining, Ladder side, Timestamp now, ref decimal quote)
    {
        var level = side.Best!;
        _lastAggregateId++;
        while (remaining > 0m && level.Count > 0)
        {
            var maker = level.Oldest;
            var quantity = Math.Min(remaining, maker.Remaining);
            level.Take(maker, quantity);
            remaining -= quantity;
            quote += quantity * level.Price;
            Trades.Add(new MarketTrade
            {
                Id = ++_lastTradeId,
                AggregateId = _lastAggregateId,
                Price = level.Price,
                Quantity = quantity,
                Taker = taker.Side,
                Time = now,
                MakerOrderId = maker.Id,
                TakerOrderId = takerId,
                MakerOwner = maker.Owner,
                TakerOwner = taker.Owner,
            });
            if (maker.Remaining == 0m)
            {
                _orders.Remove(maker.Id);
                Filled.Add(maker);
            }
        }

        Changed(Opposite(taker.Side), level);
        return remaining;
    }

    private void TakeOff(RestingOrder order, decimal quantity)
    {
        var level = Of(order.Side).Find(order.Price)!;
        level.Take(order, quantity);
        Changed(order.Side, level);
    }

    private void Changed(Side side, PriceLevel level)
    {
        if (level.Count == 0)
        {
            Of(side).Remove(level);
        }

        Changes.Add(new LevelChange(++LastUpdateId, side, level.Price, level.Quantity, level.Count));
    }
}
