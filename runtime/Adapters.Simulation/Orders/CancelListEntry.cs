using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>Asks to end all orders of a list. At least one id must be given; where both are, both must fit.</summary>
public sealed record CancelListEntry
{
    /// <summary>Where.</summary>
    public required SimulatedMarket Market { get; init; }

    /// <summary>The exchange's id of the list.</summary>
    public long? ListId { get; init; }

    /// <summary>The account's id of the list.</summary>
    public ClientOrderId? ClientListId { get; init; }

    /// <summary>The account's id of the cancel; null has one made.</summary>
    public ClientOrderId? CancelId { get; init; }
}
