using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>An order in the book; changes as it is matched.</summary>
internal sealed class RestingOrder(long id, in NewOrder order, decimal price, decimal remaining, Timestamp placedAt)
{
    internal long Id { get; } = id;

    internal string Owner { get; } = order.Owner;

    internal string? Tag { get; } = order.Tag;

    internal Side Side { get; } = order.Side;

    internal decimal Price { get; } = price;

    internal decimal Quantity { get; set; } = order.Quantity;

    internal decimal Remaining { get; set; } = remaining;

    internal Timestamp PlacedAt { get; } = placedAt;

    internal SimulatedOrder View => new(Id, Owner, Tag, Side, Price, Quantity, Remaining, PlacedAt);
}
