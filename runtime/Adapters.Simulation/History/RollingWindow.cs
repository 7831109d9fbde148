using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.History;

/// <summary>Statistics of a moving window, kept up to date trade by trade; a trade leaves once it is older than the
/// window is long.</summary>
internal sealed class RollingWindow(TimeSpan length)
{
    private readonly Queue<MarketTrade> _trades = new();
    private readonly LinkedList<MarketTrade> _highs = new();
    private readonly LinkedList<MarketTrade> _lows = new();
    private MarketTrade? _last;
    private decimal? _previousClose;
    private decimal _volume;
    private decimal _quote;

    internal TimeSpan Length => length;

    internal void Add(in MarketTrade trade)
    {
        Roll(trade.Time);
        _trades.Enqueue(trade);
        _volume += trade.Quantity;
        _quote += trade.QuoteQuantity;
        _last = trade;
        Push(_highs, trade, 1);
        Push(_lows, trade, -1);
    }

    internal void Roll(Timestamp now)
    {
        var open = now - length;
        while (_trades.TryPeek(out var oldest) && oldest.Time < open)
        {
            _trades.Dequeue();
            _volume -= oldest.Quantity;
            _quote -= oldest.QuoteQuantity;
            _previousClose = oldest.Price;
            Drop(_highs, oldest.Id);
            Drop(_lows, oldest.Id);
        }
    }

    internal MarketStatistics Read(Timestamp now)
    {
        Roll(now);
        if (!_trades.TryPeek(out var first))
        {
            return MarketStatistics.Of([], now - length, now, _last?.Price);
        }

        return new MarketStatistics
        {
            OpenTime = now - length,
            CloseTime = now,
            Open = first.Price,
            High = _highs.First!.Value.Price,
            Low = _lows.First!.Value.Price,
            Last = _last!.Value.Price,
            LastQuantity = _last.Value.Quantity,
            PreviousClose = _previousClose,
            Volume = _volume,
            QuoteVolume = _quote,
            Trades = _trades.Count,
            FirstTradeId = first.Id,
            LastTradeId = _last.Value.Id,
        };
    }

    // Only trades that no later one exceeds can become the extreme, so that the first one always is it.
    private static void Push(LinkedList<MarketTrade> extremes, in MarketTrade trade, int sign)
    {
        while (extremes.Last is { } last && sign * decimal.Compare(last.Value.Price, trade.Price) <= 0)
        {
            extremes.RemoveLast();
        }

        extremes.AddLast(trade);
    }

    private static void Drop(LinkedList<MarketTrade> extremes, long id)
    {
        if (extremes.First is { } first && first.Value.Id == id)
        {
            extremes.RemoveFirst();
        }
    }
}
