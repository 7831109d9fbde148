using Adapters.Domain;
using Adapters.Simulation.Depth;
using Adapters.Simulation.History;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>Tells once per period, at the first step after its end.</summary>
/// <param name="period">Length; periods begin where they would from 1970 on.</param>
/// <param name="now">The period that this moment falls into is no longer told.</param>
internal struct Beat(TimeSpan period, Timestamp now)
{
    private long _last = Index(period, now);

    internal bool IsDue(Timestamp now)
    {
        var index = Index(period, now);
        var isDue = index > _last;
        _last = Math.Max(index, _last);
        return isDue;
    }

    private static long Index(TimeSpan period, Timestamp now) => now.UnixNanoseconds / 100 / period.Ticks;
}

/// <summary>Publishes something at the end of each period; a null is left out.</summary>
internal sealed class PeriodicFeed(TopicContext context, TimeSpan period, Func<TopicContext, IServerWire?> message)
    : Feed(context), IMarketObserver
{
    private Beat _beat = new(period, context.Exchange.Now);

    void IMarketObserver.OnStep(SimulatedMarket market, Timestamp now)
    {
        // The last market of a step sees all others as they are after it.
        if (market == Context.Markets[^1] && _beat.IsDue(now) && message(Context) is { } made)
        {
            Publish(made);
        }
    }
}

/// <summary>Publishes the markets that have traded in a period, as one list.</summary>
internal sealed class TradedFeed(
    TopicContext context, TimeSpan period, Func<TopicContext, SimulatedMarket, IServerWire> message)
    : Feed(context), IMarketObserver
{
    private readonly HashSet<SimulatedMarket> _traded = [];
    private Beat _beat = new(period, context.Exchange.Now);

    void IMarketObserver.OnStatistics(SimulatedMarket market, in MarketStatistics statistics) => _traded.Add(market);

    void IMarketObserver.OnStep(SimulatedMarket market, Timestamp now)
    {
        if (market == Context.Markets[^1] && _beat.IsDue(now) && _traded.Count > 0)
        {
            Publish(new WireList([.. Context.Markets.Where(_traded.Contains).Select(m => message(Context, m))]));
            _traded.Clear();
        }
    }
}

/// <summary>Publishes what changed in a book in a period, without gap between two batches.</summary>
internal sealed class DepthFeed(
    TopicContext context, TimeSpan period, Func<SimulatedMarket, DepthBatch, IServerWire> message)
    : Feed(context), IMarketObserver
{
    private readonly DepthAccumulator _changes = new(context.Market);
    private Beat _beat = new(period, context.Exchange.Now);

    public override void Dispose()
    {
        base.Dispose();
        _changes.Dispose();
    }

    void IMarketObserver.OnStep(SimulatedMarket market, Timestamp now)
    {
        if (_beat.IsDue(now) && _changes.TryTake(out var batch))
        {
            Publish(message(market, batch));
        }
    }
}

/// <summary>Publishes a candle when it closes, and the open one at most once per period.</summary>
internal sealed class CandleFeed(
    TopicContext context, Interval interval, TimeSpan offset, TimeSpan period,
    Func<SimulatedMarket, Candle, IServerWire> message)
    : Feed(context), IMarketObserver
{
    private Beat _beat = new(period, context.Exchange.Now);
    private Candle? _open;

    void IMarketObserver.OnCandle(SimulatedMarket market, in Candle candle)
    {
        if (candle.Interval != interval || candle.Offset != offset)
        {
            return;
        }

        if (candle.Closed)
        {
            Publish(message(market, candle));
        }

        _open = candle.Closed ? null : candle;
    }

    void IMarketObserver.OnStep(SimulatedMarket market, Timestamp now)
    {
        if (_open is { } candle && _beat.IsDue(now))
        {
            _open = null;
            Publish(message(market, candle));
        }
    }
}
