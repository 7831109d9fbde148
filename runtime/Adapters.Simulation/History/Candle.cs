using Adapters.Domain;

namespace Adapters.Simulation.History;

/// <summary>One candle with all that a venue may tell about it. Without a trade, its prices are the close before it.
/// </summary>
public readonly record struct Candle
{
    /// <summary>Length.</summary>
    public required Interval Interval { get; init; }

    /// <summary>How far east of UTC its days begin.</summary>
    public TimeSpan Offset { get; init; }

    /// <summary>First moment.</summary>
    public required Timestamp OpenTime { get; init; }

    /// <summary>First moment after it.</summary>
    public required Timestamp EndTime { get; init; }

    /// <summary>First price, quote units.</summary>
    public required decimal Open { get; init; }

    /// <summary>Highest price, quote units.</summary>
    public required decimal High { get; init; }

    /// <summary>Lowest price, quote units.</summary>
    public required decimal Low { get; init; }

    /// <summary>Last price so far, quote units.</summary>
    public required decimal Close { get; init; }

    /// <summary>Traded quantity, base units.</summary>
    public decimal Volume { get; init; }

    /// <summary>Traded quantity, quote units.</summary>
    public decimal QuoteVolume { get; init; }

    /// <summary>Quantity bought by takers, base units.</summary>
    public decimal TakerVolume { get; init; }

    /// <summary>Quantity bought by takers, quote units.</summary>
    public decimal TakerQuoteVolume { get; init; }

    /// <summary>Number of trades.</summary>
    public long Trades { get; init; }

    /// <summary>First trade inside; null without trades.</summary>
    public long? FirstTradeId { get; init; }

    /// <summary>Last trade inside; null without trades.</summary>
    public long? LastTradeId { get; init; }

    /// <summary>True once it does not change any more.</summary>
    public bool Closed { get; init; }

    /// <summary>The candle as a domain value; its close time is the last millisecond inside.</summary>
    public Kline ToKline(Symbol symbol) => new()
    {
        Symbol = symbol,
        Interval = Interval,
        OpenTime = OpenTime,
        CloseTime = EndTime - TimeSpan.FromMilliseconds(1),
        Open = Open,
        High = High,
        Low = Low,
        Close = Close,
        Volume = Volume,
        QuoteVolume = QuoteVolume,
        Trades = Trades,
        TakerVolume = TakerVolume,
        TakerQuoteVolume = TakerQuoteVolume,
        Closed = Closed,
    };
}
