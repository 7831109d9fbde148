using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>The side of an order or of a trade's taker.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum Side
{
    /// <summary>Buys base units.</summary>
    Buy = 1,

    /// <summary>Sells base units.</summary>
    Sell,
}
