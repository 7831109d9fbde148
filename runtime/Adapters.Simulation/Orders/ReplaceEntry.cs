namespace Adapters.Simulation.Orders;

/// <summary>Asks to end an order and to place another one in the same market.</summary>
public sealed record ReplaceEntry
{
    /// <summary>The order to end; of a list, all its orders.</summary>
    public required CancelEntry Cancel { get; init; }

    /// <summary>The order to place.</summary>
    public required OrderEntry Order { get; init; }

    /// <summary>True where the order is placed even if the other one could not be ended.</summary>
    public bool PlacesInAnyCase { get; init; }
}
