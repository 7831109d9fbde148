using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>An order list as it was at one moment.</summary>
public sealed record OrderListSnapshot
{
    /// <summary>Where.</summary>
    public required SimulatedMarket Market { get; init; }

    /// <summary>The exchange's id.</summary>
    public required long Id { get; init; }

    /// <summary>The account's id.</summary>
    public required ClientOrderId ClientListId { get; init; }

    /// <summary>How its orders depend on each other.</summary>
    public required OrderListKind Kind { get; init; }

    /// <summary>True where the working order decides the quantity of the others.</summary>
    public required bool IsPaid { get; init; }

    /// <summary>True once all its orders have ended.</summary>
    public required bool IsDone { get; init; }

    /// <summary>Its orders by their ids: the working one first; of a pair the stop first.</summary>
    public required IReadOnlyList<OrderSnapshot> Orders { get; init; }

    /// <summary>When it was placed.</summary>
    public required Timestamp CreatedAt { get; init; }

    /// <summary>When it changed last.</summary>
    public required Timestamp UpdatedAt { get; init; }
}
