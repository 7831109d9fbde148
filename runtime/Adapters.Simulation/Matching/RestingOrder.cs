using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>An order in the book; changes as it is matched.</summary>
internal sealed class RestingOrder(long id, in NewOrder order, decimal price, decimal remaining, Timestamp placedAt)
{
    private readonly decimal? _shown = order.Visible;

    internal long Id { get; } = id;

    internal string Owner { get; } = order.Owner;

    internal string? Group { get; } = order.Group;

    internal SelfTradePrevention? Prevention { get; } = order.Prevention;

    internal string? Tag { get; } = order.Tag;

    internal Side Side { get; } = order.Side;

    internal decimal Price { get; } = price;

    internal decimal Quantity { get; set; } = order.Quantity;

    internal decimal Remaining { get; private set; } = remaining;

    /// <summary>The part that the book shows and that is next to match.</summary>
    internal decimal Visible { get; private set; } = Math.Min(order.Visible ?? remaining, remaining);

    internal Timestamp PlacedAt { get; } = placedAt;

    /// <summary>Where it stands in its price's queue.</summary>
    internal LinkedListNode<RestingOrder>? Place { get; set; }

    internal SimulatedOrder View => new(Id, Owner, Tag, Side, Price, Quantity, Remaining, PlacedAt);

    /// <summary>Takes a part off what is visible.</summary>
    internal void Match(decimal quantity)
    {
        Remaining -= quantity;
        Visible -= quantity;
    }

    /// <summary>Takes a part off the whole; what is visible shrinks only where less is left.</summary>
    internal void Shrink(decimal by)
    {
        Remaining -= by;
        Visible = Math.Min(Visible, Remaining);
    }

    /// <summary>Shows the next part.</summary>
    internal void Show() => Visible = Math.Min(_shown ?? Remaining, Remaining);
}
