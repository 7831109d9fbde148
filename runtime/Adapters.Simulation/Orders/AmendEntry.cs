using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>Asks to make an order smaller; it keeps its place in the queue. At least one id must be given; where both
/// are, both must fit.</summary>
public sealed record AmendEntry
{
    /// <summary>Where.</summary>
    public required SimulatedMarket Market { get; init; }

    /// <summary>The market's id of the order.</summary>
    public long? OrderId { get; init; }

    /// <summary>The account's id of the order.</summary>
    public ClientOrderId? ClientOrderId { get; init; }

    /// <summary>The account's id of the order from now on, which may be the old one; null has one made.</summary>
    public ClientOrderId? NewClientOrderId { get; init; }

    /// <summary>The whole quantity from now on, with what is filled; base units.</summary>
    public required decimal NewQuantity { get; init; }
}
