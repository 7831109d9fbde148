namespace Adapters.Domain;

/// <summary>One candle of a symbol.</summary>
public readonly struct Kline
{
    /// <summary>Symbol of the candle.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Length of the candle.</summary>
    public required Interval Interval { get; init; }

    /// <summary>First moment of the candle.</summary>
    public required Timestamp OpenTime { get; init; }

    /// <summary>First price, quote units.</summary>
    public required decimal Open { get; init; }

    /// <summary>Highest price, quote units.</summary>
    public required decimal High { get; init; }

    /// <summary>Lowest price, quote units.</summary>
    public required decimal Low { get; init; }

    /// <summary>Last price so far, quote units.</summary>
    public required decimal Close { get; init; }

    /// <summary>Traded quantity, base units.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Last moment of the candle as the venue gives it.</summary>
    public Timestamp? CloseTime { get; init; }

    /// <summary>Traded quantity, quote units.</summary>
    public decimal? QuoteVolume { get; init; }

    /// <summary>Number of trades.</summary>
    public long? Trades { get; init; }

    /// <summary>Quantity bought by takers, base units.</summary>
    public decimal? TakerVolume { get; init; }

    /// <summary>Quantity bought by takers, quote units.</summary>
    public decimal? TakerQuoteVolume { get; init; }

    /// <summary>True once the candle is final, false while it changes; absent where the venue does not say.</summary>
    public bool? Closed { get; init; }

    /// <summary>When the message arrived; absent for an answer to a request.</summary>
    public Timestamp? ReceivedAt { get; init; }
}
