using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>What became of an order at once.</summary>
/// <param name="Id">The market's id of the order, also where it was rejected.</param>
/// <param name="Status">
/// <see cref="OrderStatus.Open"/> or <see cref="OrderStatus.PartiallyFilled"/>: it rests in the book;
/// <see cref="OrderStatus.Filled"/>; <see cref="OrderStatus.Expired"/>: what did not match is gone;
/// <see cref="OrderStatus.Rejected"/>: it was post-only and would have taken.
/// </param>
/// <param name="Filled">Quantity matched at once, base units.</param>
/// <param name="FilledQuote">The same in quote units.</param>
public readonly record struct PlacedOrder(long Id, OrderStatus Status, decimal Filled, decimal FilledQuote)
{
    /// <summary>Quantity taken off at once so that the owner does not trade with himself, base units.</summary>
    public decimal Prevented { get; init; }

    /// <summary>True where that ended the order.</summary>
    public bool IsPrevented { get; init; }
}
