using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>One fill of an account's order.</summary>
public sealed record AccountFill
{
    /// <summary>Where.</summary>
    public required SimulatedMarket Market { get; init; }

    /// <summary>The market's id of the trade; null for an allocation.</summary>
    public long? TradeId { get; init; }

    /// <summary>Id of the allocation by the venue's router; null for a trade.</summary>
    public long? AllocationId { get; init; }

    /// <summary>The order filled.</summary>
    public required long OrderId { get; init; }

    /// <summary>The list that the order belongs to.</summary>
    public long? ListId { get; init; }

    /// <summary>Side of the order.</summary>
    public required Side Side { get; init; }

    /// <summary>Price, quote units.</summary>
    public required decimal Price { get; init; }

    /// <summary>Quantity, base units.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Quantity in quote units, exact.</summary>
    public decimal QuoteQuantity => Price * Quantity;

    /// <summary>What the venue took for it.</summary>
    public required decimal Commission { get; init; }

    /// <summary>What it took it in.</summary>
    public required Asset CommissionAsset { get; init; }

    /// <summary>True where the order rested in the book.</summary>
    public required bool IsMaker { get; init; }

    /// <summary>When.</summary>
    public required Timestamp Time { get; init; }
}
