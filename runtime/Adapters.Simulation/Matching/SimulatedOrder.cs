using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>A resting order as it was at one moment.</summary>
/// <param name="Id">The market's id.</param>
/// <param name="Owner">Whose order it is.</param>
/// <param name="Tag">The owner's own name for it.</param>
/// <param name="Side">Buys or sells.</param>
/// <param name="Price">Price, quote units.</param>
/// <param name="Quantity">Whole quantity, base units.</param>
/// <param name="Remaining">What is not matched yet, base units.</param>
/// <param name="PlacedAt">When it came.</param>
public readonly record struct SimulatedOrder(
    long Id,
    string Owner,
    string? Tag,
    Side Side,
    decimal Price,
    decimal Quantity,
    decimal Remaining,
    Timestamp PlacedAt);
