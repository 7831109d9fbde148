using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>
/// A limit order book with price-time priority. One operation at a time; what it caused stands in <see cref="Trades"/>,
/// <see cref="Prevented"/> and <see cref="Changes"/> until the next one. The order of the changes keeps the book
/// uncrossed after each of them.
/// </summary>
internal sealed partial class MatchingEngine(long firstUpdateId, long firstTradeId, long firstOrderId)
{
    private readonly Ladder _bids = new(Side.Buy);
    private readonly Ladder _asks = new(Side.Sell);
    private readonly Dictionary<long, RestingOrder> _orders = [];
    private long _lastOrderId = firstOrderId - 1;
    private long _lastTradeId = firstTradeId - 1;
    private long _lastAggregateId = firstTradeId - 1;
    private long _lastPreventedId = -1;

    internal List<MarketTrade> Trades { get; } = [];

    internal List<PreventedMatch> Prevented { get; } = [];

    internal List<LevelChange> Changes { get; } = [];

    /// <summary>Resting orders of which the operation left nothing.</summary>
    internal List<RestingOrder> Gone { get; } = [];

    internal long LastUpdateId { get; private set; } = firstUpdateId - 1;

    internal TopOfBook Top => new(LastUpdateId, _bids.Best?.View, _asks.Best?.View);

    internal IEnumerable<RestingOrder> Orders => _orders.Values;

    internal Ladder Of(Side side) => side == Side.Buy ? _bids : _asks;

    internal bool TryFind(long id, [NotNullWhen(true)] out RestingOrder? order) => _orders.TryGetValue(id, out order);

    /// <summary>Gives the next id to an order that does not reach the book yet.</summary>
    internal long NextOrderId() => ++_lastOrderId;

    internal PlacedOrder Place(in NewOrder order, Timestamp now) => Place(order, NextOrderId(), now);

    internal PlacedOrder Place(in NewOrder order, long id, Timestamp now)
    {
        Begin();
        var opposite = Of(Opposite(order.Side));
        if (order.PostOnly && opposite.Meets(order.Price))
        {
            return new PlacedOrder(id, OrderStatus.Rejected, 0m, 0m);
        }

        if (order.TimeInForce == TimeInForce.FillOrKill && !opposite.Fills(order))
        {
            return new PlacedOrder(id, OrderStatus.Expired, 0m, 0m);
        }

        var taking = Take(order, id, opposite, now);
        var placed = new PlacedOrder(id, OrderStatus.Filled, taking.Filled, taking.Quote)
        {
            Prevented = taking.Prevented,
            IsPrevented = taking.IsPrevented,
        };
        if (taking.IsPrevented)
        {
            return placed with { Status = OrderStatus.Expired };
        }

        if (taking.Remaining == 0m)
        {
            return placed;
        }

        if (order.Price is not { } price || order.TimeInForce != TimeInForce.GoodTillCancel)
        {
            return placed with { Status = OrderStatus.Expired };
        }

        var resting = new RestingOrder(id, order, price, taking.Remaining, now);
        var level = Of(order.Side).GetOrAdd(price);
        level.Add(resting);
        _orders.Add(id, resting);
        Changed(order.Side, level);
        return placed with { Status = taking.Filled == 0m ? OrderStatus.Open : OrderStatus.PartiallyFilled };
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

    /// <summary>Forgets what the operation before caused.</summary>
    internal void Begin()
    {
        Trades.Clear();
        Prevented.Clear();
        Changes.Clear();
        Gone.Clear();
    }

    private void TakeOff(RestingOrder order, decimal quantity)
    {
        var level = Of(order.Side).Find(order.Price)!;
        var (shown, count) = (level.Quantity, level.Count);
        level.Shrink(order, quantity);
        if (level.Quantity != shown || level.Count != count)
        {
            Changed(order.Side, level);
        }
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
