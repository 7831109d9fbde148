using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>What an instrument is.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum MarketKind
{
    /// <summary>Base against quote, delivered at once.</summary>
    Spot = 1,

    /// <summary>Perpetual contract settled in the quote asset.</summary>
    LinearPerpetual,

    /// <summary>Perpetual contract settled in the base asset.</summary>
    InversePerpetual,

    /// <summary>Dated contract settled in the quote asset.</summary>
    LinearFuture,

    /// <summary>Dated contract settled in the base asset.</summary>
    InverseFuture,

    /// <summary>Option contract.</summary>
    Option,
}
