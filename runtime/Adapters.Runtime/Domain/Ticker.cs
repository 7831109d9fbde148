namespace Adapters.Domain;

/// <summary>Statistics of a symbol over the venue's rolling window (usually 24 hours).</summary>
public readonly struct Ticker
{
    /// <summary>Symbol of the statistics.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Last traded price, quote units.</summary>
    public required decimal Last { get; init; }

    /// <summary>First price of the window, quote units.</summary>
    public decimal? Open { get; init; }

    /// <summary>Highest price of the window, quote units.</summary>
    public decimal? High { get; init; }

    /// <summary>Lowest price of the window, quote units.</summary>
    public decimal? Low { get; init; }

    /// <summary>Best bid price, quote units.</summary>
    public decimal? Bid { get; init; }

    /// <summary>Quantity at the best bid, base units.</summary>
    public decimal? BidQuantity { get; init; }

    /// <summary>Best ask price, quote units.</summary>
    public decimal? Ask { get; init; }

    /// <summary>Quantity at the best ask, base units.</summary>
    public decimal? AskQuantity { get; init; }

    /// <summary>Traded quantity, base units.</summary>
    public decimal? Volume { get; init; }

    /// <summary>Traded quantity, quote units.</summary>
    public decimal? QuoteVolume { get; init; }

    /// <summary>Last price minus first price, quote units.</summary>
    public decimal? Change { get; init; }

    /// <summary>Change in percent of the first price: 1.5 is one and a half percent.</summary>
    public decimal? ChangePercent { get; init; }

    /// <summary>Price averaged by quantity, quote units.</summary>
    public decimal? AveragePrice { get; init; }

    /// <summary>The venue's time, where it sends one: the end of the window.</summary>
    public Timestamp? Time { get; init; }

    /// <summary>Start of the window.</summary>
    public Timestamp? OpenTime { get; init; }

    /// <summary>Number of trades in the window.</summary>
    public long? Trades { get; init; }

    /// <summary>When the message arrived; absent for an answer to a request.</summary>
    public Timestamp? ReceivedAt { get; init; }
}
