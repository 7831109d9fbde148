using Adapters.Domain;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation;

public sealed partial class SimulatedMarket
{
    /// <summary>The market's time: that of its last step or order.</summary>
    public Timestamp Now
    {
        get
        {
            lock (_gate)
            {
                return _now;
            }
        }
    }

    /// <summary>Id of the last change of the book.</summary>
    public long LastUpdateId
    {
        get
        {
            lock (_gate)
            {
                return _engine.LastUpdateId;
            }
        }
    }

    /// <summary>The best prices.</summary>
    public TopOfBook Top
    {
        get
        {
            lock (_gate)
            {
                return _engine.Top;
            }
        }
    }

    /// <summary>The last trade.</summary>
    public MarketTrade LastTrade
    {
        get
        {
            lock (_gate)
            {
                return _tape.All[^1];
            }
        }
    }

    /// <summary>The last trade's price, quote units.</summary>
    public decimal LastPrice => LastTrade.Price;

    /// <summary>Price averaged by quantity over <see cref="Rules.TradingRules.AverageWindow"/>, quote units; not
    /// rounded; the last price where nothing was traded in it.</summary>
    public decimal AveragePrice
    {
        get
        {
            lock (_gate)
            {
                return Rules.AverageWindow == TimeSpan.Zero ? LastPrice : _average.Read(_now).WeightedAverage;
            }
        }
    }

    /// <summary>The book as it is, best prices first.</summary>
    /// <param name="depth">Levels of each side at most.</param>
    public OrderBook Book(int depth = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        lock (_gate)
        {
            return new OrderBook
            {
                Symbol = Symbol,
                Version = _engine.LastUpdateId,
                Bids = [.. _engine.Of(Side.Buy).BestFirst.Take(depth).Select(l => new Level(l.Price, l.Quantity))],
                Asks = [.. _engine.Of(Side.Sell).BestFirst.Take(depth).Select(l => new Level(l.Price, l.Quantity))],
                Time = _now,
            };
        }
    }

    /// <summary>One side of the book with the number of orders at each price, best first.</summary>
    /// <param name="side"><see cref="Side.Buy"/> for bids.</param>
    /// <param name="depth">Levels at most.</param>
    public IReadOnlyList<BookLevel> Levels(Side side, int depth = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        lock (_gate)
        {
            return [.. _engine.Of(side).BestFirst.Take(depth).Select(l => l.View)];
        }
    }

    /// <summary>The last trades, oldest first. At least 25 hours of trades are kept.</summary>
    public IReadOnlyList<MarketTrade> LastTrades(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_gate)
        {
            return _tape.All[Math.Max(0, _tape.Count - limit)..].ToArray();
        }
    }

    /// <summary>Trades from an id on, oldest first.</summary>
    public IReadOnlyList<MarketTrade> TradesFrom(long tradeId, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_gate)
        {
            var rest = _tape.All[_tape.IndexOf(tradeId)..];
            return rest[..Math.Min(limit, rest.Length)].ToArray();
        }
    }

    /// <summary>Trades between two moments, both included, oldest first.</summary>
    public IReadOnlyList<MarketTrade> TradesBetween(Timestamp from, Timestamp to, int limit = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_gate)
        {
            var start = _tape.IndexOf(from);
            var end = Math.Max(start, _tape.IndexOf(Timestamp.FromNanoseconds(to.UnixNanoseconds + 1)));
            return _tape.All[start..Math.Min(end, (int)Math.Min((long)start + limit, int.MaxValue))].ToArray();
        }
    }

    /// <summary>Aggregates from an id on, oldest first.</summary>
    public IReadOnlyList<AggregateTrade> AggregatesFrom(long aggregateId, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_gate)
        {
            return [.. AggregateTrade.From(_tape.All).Where(a => a.Id >= aggregateId).Take(limit)];
        }
    }

    /// <summary>The last aggregates, oldest first.</summary>
    public IReadOnlyList<AggregateTrade> LastAggregates(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_gate)
        {
            return [.. AggregateTrade.From(_tape.All).TakeLast(limit)];
        }
    }

    /// <summary>Statistics of the 24 hours up to the market's time.</summary>
    public MarketStatistics Statistics()
    {
        lock (_gate)
        {
            return _day.Read(_now);
        }
    }

    /// <summary>Statistics from a moment to the market's time, of the trades that are kept.</summary>
    public MarketStatistics StatisticsSince(Timestamp from)
    {
        lock (_gate)
        {
            var all = _tape.All;
            var at = _tape.IndexOf(from);
            return MarketStatistics.Of(all[at..], from, _now, at == 0 ? null : all[at - 1].Price);
        }
    }

    /// <summary>The candle that is still open.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public Candle Candle(Interval interval)
    {
        lock (_gate)
        {
            return Series(interval).Current!.Value;
        }
    }

    /// <summary>Candles whose first moment lies within the bounds (both included), oldest first, the open one last: the
    /// first ones where <paramref name="from"/> is given, otherwise the last ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public IReadOnlyList<Candle> Candles(Interval interval, Timestamp? from, Timestamp? to, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_gate)
        {
            return Series(interval).Read(from, to, limit);
        }
    }

    /// <summary>The same where days begin east of UTC, made of the trades that are kept.</summary>
    /// <param name="interval">Length.</param>
    /// <param name="offset">How far east of UTC; below zero is west of it.</param>
    /// <param name="from">First moment of the first candle, at least.</param>
    /// <param name="to">First moment of the last candle, at most.</param>
    /// <param name="limit">Candles at most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public IReadOnlyList<Candle> Candles(Interval interval, TimeSpan offset, Timestamp? from, Timestamp? to, int limit)
    {
        lock (_gate)
        {
            return (Find(interval, offset) ?? Replayed(interval, offset)).Read(from, to, limit);
        }
    }

    /// <summary>Has observers told from now on of candles whose days begin east of UTC.</summary>
    public void Track(Interval interval, TimeSpan offset)
    {
        lock (_gate)
        {
            if (Find(interval, offset) is null)
            {
                _candles.Add(Replayed(interval, offset));
            }
        }
    }

    private CandleSeries Series(Interval interval) => Find(interval, TimeSpan.Zero)
        ?? throw new ArgumentOutOfRangeException(nameof(interval), interval, "This is no interval.");

    private CandleSeries? Find(Interval interval, TimeSpan offset) =>
        _candles.Find(series => series.Interval == interval && series.Offset == offset);

    private CandleSeries Replayed(Interval interval, TimeSpan offset)
    {
        var series = NewSeries(interval, offset);
        foreach (ref readonly var trade in _tape.All)
        {
            series.Add(trade, closed: null);
        }

        series.Roll(_now, closed: null);
        series.Changed = false;
        return series;
    }

    private CandleSeries NewSeries(Interval interval, TimeSpan offset) => new(
        interval, IntervalClock.Back(interval, _now, Options.CandleCapacity, offset), Options.CandleCapacity, offset);
}
