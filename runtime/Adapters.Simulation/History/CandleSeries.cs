using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.History;

/// <summary>The candles of one length, without gaps from the first trade on.</summary>
/// <param name="interval">Length of the candles.</param>
/// <param name="since">Earlier trades are left out: their candles would be forgotten anyway.</param>
/// <param name="capacity">How many closed candles are kept.</param>
/// <param name="offset">How far east of UTC days begin.</param>
internal sealed class CandleSeries(Interval interval, Timestamp since, int capacity, TimeSpan offset = default)
{
    private readonly Queue<Candle> _closed = new();
    private Candle? _current;

    internal Interval Interval => interval;

    internal TimeSpan Offset => offset;

    internal Candle? Current => _current;

    /// <summary>True where the current candle changed since this was last set to false.</summary>
    internal bool Changed { get; set; }

    /// <summary>Closes candles that have ended; tells them to the caller's list.</summary>
    internal void Roll(Timestamp now, List<Candle>? closed)
    {
        while (_current is { } current && current.EndTime <= now)
        {
            Close(current, closed);
            var open = current.EndTime;

            // After a long silence only those that are kept are worth making.
            var kept = IntervalClock.Back(interval, now, capacity, offset);
            _current = Flat(open < kept ? kept : open, current.Close);
            Changed = true;
        }
    }

    internal void Add(in MarketTrade trade, List<Candle>? closed)
    {
        if (trade.Time < since)
        {
            return;
        }

        Roll(trade.Time, closed);
        var candle = _current ?? Flat(IntervalClock.OpenOf(interval, trade.Time, offset), trade.Price);
        var bought = trade.Taker == Side.Buy;
        var isFirst = candle.FirstTradeId is null;
        _current = candle with
        {
            Open = isFirst ? trade.Price : candle.Open,
            High = isFirst ? trade.Price : Math.Max(candle.High, trade.Price),
            Low = isFirst ? trade.Price : Math.Min(candle.Low, trade.Price),
            Close = trade.Price,
            Volume = candle.Volume + trade.Quantity,
            QuoteVolume = candle.QuoteVolume + trade.QuoteQuantity,
            TakerVolume = candle.TakerVolume + (bought ? trade.Quantity : 0m),
            TakerQuoteVolume = candle.TakerQuoteVolume + (bought ? trade.QuoteQuantity : 0m),
            Trades = candle.Trades + 1,
            FirstTradeId = candle.FirstTradeId ?? trade.Id,
            LastTradeId = trade.Id,
        };
        Changed = true;
    }

    /// <summary>Candles that open within the bounds, oldest first: the first ones where <paramref name="from"/> is
    /// given, otherwise the last ones.</summary>
    internal IReadOnlyList<Candle> Read(Timestamp? from, Timestamp? to, int limit)
    {
        IEnumerable<Candle> all = _current is { } current ? _closed.Append(current) : _closed;
        var inside = all.Where(c => (from is not { } f || c.OpenTime >= f) && (to is not { } t || c.OpenTime <= t));
        return from is null ? [.. inside.TakeLast(limit)] : [.. inside.Take(limit)];
    }

    private void Close(in Candle candle, List<Candle>? closed)
    {
        var final = candle with { Closed = true };
        if (_closed.Count == capacity)
        {
            _closed.Dequeue();
        }

        _closed.Enqueue(final);
        closed?.Add(final);
    }

    private Candle Flat(Timestamp open, decimal price) => new()
    {
        Interval = interval,
        Offset = offset,
        OpenTime = open,
        EndTime = IntervalText.End(interval, open + offset) - offset,
        Open = price,
        High = price,
        Low = price,
        Close = price,
    };
}
