using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>A limit of a market that an order can break.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum MarketRule
{
    /// <summary>The price is no multiple of the tick.</summary>
    Tick = 1,

    /// <summary>The quantity is no multiple of the step.</summary>
    Step,

    /// <summary>The price is too low.</summary>
    MinPrice,

    /// <summary>The price is too high.</summary>
    MaxPrice,

    /// <summary>The quantity is too small.</summary>
    MinQuantity,

    /// <summary>The quantity is too large.</summary>
    MaxQuantity,

    /// <summary>Price times quantity, or the quantity in quote units, is too small.</summary>
    MinNotional,

    /// <summary>Price times quantity, or the quantity in quote units, is too large.</summary>
    MaxNotional,

    /// <summary>The quantity of an order at the market's price is no multiple of the step of such orders.</summary>
    MarketStep,

    /// <summary>The quantity of an order at the market's price is too small for such orders.</summary>
    MarketMinQuantity,

    /// <summary>The quantity of an order at the market's price is too large for such orders.</summary>
    MarketMaxQuantity,

    /// <summary>The quantity in quote units has too many digits behind the point.</summary>
    QuoteDigits,
}
