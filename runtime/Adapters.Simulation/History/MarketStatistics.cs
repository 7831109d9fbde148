using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.History;

/// <summary>Statistics of the trades of a window of time. Without a trade, all prices are the last one before it.
/// </summary>
public readonly record struct MarketStatistics
{
    /// <summary>First moment of the window.</summary>
    public required Timestamp OpenTime { get; init; }

    /// <summary>Last moment of the window.</summary>
    public required Timestamp CloseTime { get; init; }

    /// <summary>First price, quote units.</summary>
    public required decimal Open { get; init; }

    /// <summary>Highest price, quote units.</summary>
    public required decimal High { get; init; }

    /// <summary>Lowest price, quote units.</summary>
    public required decimal Low { get; init; }

    /// <summary>Last price, quote units.</summary>
    public required decimal Last { get; init; }

    /// <summary>Quantity of the last trade, base units; 0 without trades.</summary>
    public decimal LastQuantity { get; init; }

    /// <summary>Last price before the window, quote units; null where it is not known.</summary>
    public decimal? PreviousClose { get; init; }

    /// <summary>Traded quantity, base units.</summary>
    public decimal Volume { get; init; }

    /// <summary>Traded quantity, quote units.</summary>
    public decimal QuoteVolume { get; init; }

    /// <summary>Number of trades.</summary>
    public long Trades { get; init; }

    /// <summary>First trade inside; null without trades.</summary>
    public long? FirstTradeId { get; init; }

    /// <summary>Last trade inside; null without trades.</summary>
    public long? LastTradeId { get; init; }

    /// <summary>Last price minus first price, quote units.</summary>
    public decimal Change => Last - Open;

    /// <summary>Change in percent of the first price; not rounded.</summary>
    public decimal ChangePercent => Open == 0m ? 0m : Change / Open * 100m;

    /// <summary>Price averaged by quantity, quote units; not rounded; the last price without trades.</summary>
    public decimal WeightedAverage => Volume == 0m ? Last : QuoteVolume / Volume;

    /// <summary>The statistics and the best prices as a domain value.</summary>
    public Ticker ToTicker(Symbol symbol, in TopOfBook top) => new()
    {
        Symbol = symbol,
        Last = Last,
        Open = Open,
        High = High,
        Low = Low,
        Bid = top.Bid?.Price,
        BidQuantity = top.Bid?.Quantity,
        Ask = top.Ask?.Price,
        AskQuantity = top.Ask?.Quantity,
        Volume = Volume,
        QuoteVolume = QuoteVolume,
        Change = Change,
        ChangePercent = ChangePercent,
        AveragePrice = WeightedAverage,
        Time = CloseTime,
        OpenTime = OpenTime,
        Trades = Trades,
    };

    /// <summary>Counts trades one by one.</summary>
    /// <param name="trades">The trades of the window, oldest first.</param>
    /// <param name="openTime">First moment of the window.</param>
    /// <param name="closeTime">Last moment of the window.</param>
    /// <param name="previousClose">Last price before the window, where it is known.</param>
    /// <exception cref="ArgumentException">There is neither a trade nor a price before.</exception>
    public static MarketStatistics Of(
        ReadOnlySpan<MarketTrade> trades, Timestamp openTime, Timestamp closeTime, decimal? previousClose)
    {
        if (trades.IsEmpty)
        {
            var price = previousClose
                ?? throw new ArgumentException("Without trades the price before them is needed.", nameof(trades));
            return Quiet(price, openTime, closeTime);
        }

        var (high, low, volume, quote) = (trades[0].Price, trades[0].Price, 0m, 0m);
        foreach (ref readonly var trade in trades)
        {
            high = Math.Max(high, trade.Price);
            low = Math.Min(low, trade.Price);
            volume += trade.Quantity;
            quote += trade.QuoteQuantity;
        }

        return new MarketStatistics
        {
            OpenTime = openTime,
            CloseTime = closeTime,
            Open = trades[0].Price,
            High = high,
            Low = low,
            Last = trades[^1].Price,
            LastQuantity = trades[^1].Quantity,
            PreviousClose = previousClose,
            Volume = volume,
            QuoteVolume = quote,
            Trades = trades.Length,
            FirstTradeId = trades[0].Id,
            LastTradeId = trades[^1].Id,
        };
    }

    private static MarketStatistics Quiet(decimal price, Timestamp openTime, Timestamp closeTime) => new()
    {
        OpenTime = openTime,
        CloseTime = closeTime,
        Open = price,
        High = price,
        Low = price,
        Last = price,
        PreviousClose = price,
    };
}
