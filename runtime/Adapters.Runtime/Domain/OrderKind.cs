using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>How an order finds its price.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderKind
{
    /// <summary>At its price or better.</summary>
    Limit = 1,

    /// <summary>At the best price there is.</summary>
    Market,

    /// <summary>A market order once the trigger price is crossed against the position.</summary>
    StopMarket,

    /// <summary>A limit order once the trigger price is crossed against the position.</summary>
    StopLimit,

    /// <summary>A market order once the trigger price is reached in favour of the position.</summary>
    TakeProfitMarket,

    /// <summary>A limit order once the trigger price is reached in favour of the position.</summary>
    TakeProfitLimit,

    /// <summary>A stop whose trigger follows the market at a distance.</summary>
    TrailingStop,
}
