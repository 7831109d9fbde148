using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation;

public sealed partial class SimulatedMarket
{
    /// <summary>Brings an order to the market without an account. Owners' balances and the venue's own refusals are the
    /// caller's to check before.</summary>
    /// <exception cref="ArgumentException">Quantity or price is not positive or breaks the tick or step, or a date ends
    /// the order.</exception>
    public PlacedOrder Place(in NewOrder order, Timestamp now)
    {
        CheckOrder(order);
        lock (_gate)
        {
            Prepare(now);
            return PlaceNow(order);
        }
    }

    /// <summary>Takes an order out of the book; false where it does not rest there (any more).</summary>
    public bool Cancel(long orderId, Timestamp now)
    {
        lock (_gate)
        {
            Prepare(now);
            CheckOwner(orderId);
            return CancelNow(orderId);
        }
    }

    /// <summary>Makes a resting order smaller; it keeps its place in the queue. False where it does not rest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is not positive, not on the step, or leaves nothing.
    /// </exception>
    public bool Reduce(long orderId, decimal by, Timestamp now)
    {
        lock (_gate)
        {
            if (!_engine.TryFind(orderId, out var order))
            {
                return false;
            }

            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(by);
            ArgumentOutOfRangeException.ThrowIfNotEqual(by % Instrument.Step, 0m, nameof(by));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(by, order.Remaining);
            Prepare(now);
            CheckOwner(orderId);
            ReduceNow(orderId, by);
            return true;
        }
    }

    /// <summary>A resting order; null where it does not rest (any more).</summary>
    public SimulatedOrder? FindOrder(long orderId)
    {
        lock (_gate)
        {
            return _engine.TryFind(orderId, out var order) ? order.View : null;
        }
    }

    /// <summary>The resting orders of an owner, the oldest first.</summary>
    public IReadOnlyList<SimulatedOrder> OpenOrders(string owner)
    {
        lock (_gate)
        {
            return [.. _engine.Orders.Where(o => o.Owner == owner).OrderBy(o => o.Id).Select(o => o.View)];
        }
    }

    /// <summary>Makes ready for a request at a moment. The gate is held.</summary>
    internal void Prepare(Timestamp now)
    {
        _floor.CheckNotTelling();
        Advance(now);
        Desk.ExpireDue();
    }

    /// <summary>Brings an account's order to the book; what it causes elsewhere waits.</summary>
    internal void Execute(in NewOrder order, AccountOrder taker)
    {
        var placed = _engine.Place(order, taker.Id, _now);
        Desk.Settle(taker, placed);
        Publish();
    }

    /// <summary>Brings an order that is no account's to the book, with all that it causes.</summary>
    internal PlacedOrder PlaceNow(in NewOrder order)
    {
        var placed = _engine.Place(order, _now);
        Desk.Settle(taker: null, placed);
        Publish();
        _floor.Feed.Deliver(_floor);
        Desk.FollowUp();
        return placed;
    }

    internal bool CancelNow(long orderId)
    {
        if (!_engine.TryFind(orderId, out var order))
        {
            return false;
        }

        _engine.Cancel(order);
        Publish();
        return true;
    }

    internal void ReduceNow(long orderId, decimal by)
    {
        if (_engine.TryFind(orderId, out var order))
        {
            _engine.Reduce(order, by);
            Publish();
        }
    }

    private void CheckOwner(long orderId)
    {
        if (Desk.Find(orderId) is { } order)
        {
            throw new InvalidOperationException(
                $"Order {orderId} belongs to the account {order.Account.Id}; change it there.");
        }
    }

    private void CheckOrder(in NewOrder order)
    {
        ArgumentException.ThrowIfNullOrEmpty(order.Owner);
        if (order.Side is not (Side.Buy or Side.Sell))
        {
            throw new ArgumentException("Say which side.", nameof(order));
        }

        if (order.TimeInForce is not (TimeInForce.GoodTillCancel or TimeInForce.ImmediateOrCancel
            or TimeInForce.FillOrKill))
        {
            throw new ArgumentException(
                "Say GoodTillCancel, ImmediateOrCancel or FillOrKill; cancel an order yourself when its date has come.",
                nameof(order));
        }

        if (order.Quantity <= 0m || order.Quantity % Instrument.Step != 0m)
        {
            throw new ArgumentException(
                $"The quantity {order.Quantity} is no positive multiple of the step {Instrument.Step}.", nameof(order));
        }

        if (order.Price is { } price && (price <= 0m || price % Instrument.Tick != 0m))
        {
            throw new ArgumentException(
                $"The price {price} is no positive multiple of the tick {Instrument.Tick}.", nameof(order));
        }
    }
}
