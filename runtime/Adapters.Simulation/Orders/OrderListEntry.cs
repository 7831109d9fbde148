using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>
/// Orders that depend on each other. Without a working order: a pair of which one ends the other. With one: what comes
/// to the book once the working order is filled, one order or such a pair.
/// </summary>
public sealed record OrderListEntry
{
    /// <summary>Where.</summary>
    public required SimulatedMarket Market { get; init; }

    /// <summary>The account's own id, unique among its open lists; null has one made.</summary>
    public ClientOrderId? ClientListId { get; init; }

    /// <summary>The order that works at once; null for a pair alone.</summary>
    public OrderEntry? Working { get; init; }

    /// <summary>One order, or a pair: the one with the higher prices first.</summary>
    public required IReadOnlyList<OrderEntry> Others { get; init; }

    /// <summary>True where the others have no quantity of their own: they sell what the working order buys.</summary>
    public bool IsPaid { get; init; }
}
