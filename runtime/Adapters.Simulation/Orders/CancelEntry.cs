using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>Asks to end an order. At least one id must be given; where both are, both must fit.</summary>
public sealed record CancelEntry
{
    /// <summary>Where.</summary>
    public required SimulatedMarket Market { get; init; }

    /// <summary>The market's id of the order.</summary>
    public long? OrderId { get; init; }

    /// <summary>The account's id of the order.</summary>
    public ClientOrderId? ClientOrderId { get; init; }

    /// <summary>The account's id of the cancel; null has one made.</summary>
    public ClientOrderId? CancelId { get; init; }

    /// <summary>In which state alone the order may be ended: <see cref="OrderState.New"/> or
    /// <see cref="OrderState.PartiallyFilled"/>; null in each.</summary>
    public OrderState? OnlyIf { get; init; }
}
