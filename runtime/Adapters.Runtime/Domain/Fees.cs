namespace Adapters.Domain;

/// <summary>What an account pays for fills in a market, as shares of what it receives: 0.001 is a tenth of a percent.
/// Negative shares are rebates.</summary>
public readonly struct Fees
{
    /// <summary>The market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>For orders that rested in the book.</summary>
    public required decimal Maker { get; init; }

    /// <summary>For orders that were filled at once.</summary>
    public required decimal Taker { get; init; }
}
