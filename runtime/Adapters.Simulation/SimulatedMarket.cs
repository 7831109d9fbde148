using System.Runtime.InteropServices;
using Adapters.Domain;
using Adapters.Simulation.Actors;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Rules;
using Adapters.Simulation.Trading;

namespace Adapters.Simulation;

/// <summary>
/// One instrument of the simulated exchange: its book, its trades and what follows from them. Safe from any thread:
/// every member takes the exchange's <see cref="SimulatedExchange.Gate"/>; hold it to read several things of one
/// moment.
/// </summary>
public sealed partial class SimulatedMarket
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan LeastRetention = TimeSpan.FromHours(25);

    private readonly Lock _gate;
    private readonly TradingFloor _floor;
    private readonly MatchingEngine _engine;
    private readonly Crowd _crowd;
    private readonly TradeTape _tape;
    private readonly RollingWindow _day = new(Day);
    private readonly RollingWindow _average;
    private readonly List<CandleSeries> _candles;
    private readonly ObserverList<IMarketObserver> _observers = new();
    private readonly List<Candle> _closed = [];
    private TopOfBook _top;
    private bool _traded;
    private Timestamp _now;
    private MarketStatus _status;

    internal SimulatedMarket(SimulatedMarketOptions options, long seed, Timestamp now, TradingFloor floor)
    {
        options.Check();
        Options = options;
        _floor = floor;
        _gate = floor.Gate;
        _status = options.Market.Status;
        _average = new RollingWindow(options.Rules.AverageWindow);
        _now = now;
        var random = SeededRandom.For(seed, options.Market.Symbol.Name);
        var sizes = new Sizes(options.Market, options.TypicalNotional, random);
        var fair = new FairPrice(sizes.Ticks(options.StartPrice), options.Volatility, random);
        _engine = new MatchingEngine(options.FirstUpdateId, options.FirstTradeId, options.FirstOrderId);
        Desk = new OrderDesk(this, _engine, floor);
        _crowd = new Crowd(this, _engine, fair, sizes, random);
        _tape = new TradeTape(options.History > LeastRetention ? options.History : LeastRetention);
        _candles = [.. Enum.GetValues<Interval>().Select(interval => NewSeries(interval, TimeSpan.Zero))];
        foreach (var trade in new PastTrades(_engine, fair, sizes, random)
            .Between(now - options.History, now, options.HistoryPace))
        {
            Record(trade);
        }

        _closed.Clear();
        _crowd.Open();
        Advance(now);
        _top = _engine.Top;
    }

    /// <summary>What the market is and how lively.</summary>
    public SimulatedMarketOptions Options { get; }

    /// <summary>The instrument.</summary>
    public Market Instrument => Options.Market;

    /// <summary>The instrument's symbol.</summary>
    public Symbol Symbol => Options.Market.Symbol;

    /// <summary>What it asks of orders beyond the instrument's own bounds.</summary>
    public TradingRules Rules => Options.Rules;

    /// <summary>What can be done here now; the crowd rests while it is not trading.</summary>
    public MarketStatus Status
    {
        get
        {
            lock (_gate)
            {
                return _status;
            }
        }

        set
        {
            lock (_gate)
            {
                _status = value;
            }
        }
    }

    internal Lock Gate => _gate;

    internal TradingFloor Floor => _floor;

    internal OrderDesk Desk { get; }

    /// <summary>All orders of the book; those of accounts have a group.</summary>
    internal IEnumerable<RestingOrder> Resting => _engine.Orders;

    /// <summary>The market's time, for callers that hold the gate.</summary>
    internal Timestamp Moment => _now;

    /// <summary>Has an observer told what happens from now on, until the result is disposed.</summary>
    public IDisposable Subscribe(IMarketObserver observer)
    {
        lock (_gate)
        {
            return _observers.Add(observer);
        }
    }

    /// <summary>Symbol and best prices.</summary>
    public override string ToString() => $"{Symbol} {Top.Bid?.Price} / {Top.Ask?.Price}";

    /// <summary>One tick of the crowd's activity. The gate is held.</summary>
    internal void Step(Timestamp now)
    {
        Advance(now);
        Desk.ExpireDue();
        if (_status == MarketStatus.Trading)
        {
            _crowd.Act();
        }

        foreach (var series in _candles)
        {
            if (series.Changed && series.Current is { } candle)
            {
                series.Changed = false;
                Tell(candle);
            }
        }

        if (_traded)
        {
            _traded = false;
            var statistics = _day.Read(_now);
            foreach (var observer in _observers.All)
            {
                observer.OnStatistics(this, statistics);
            }
        }

        foreach (var observer in _observers.All)
        {
            observer.OnStep(this, _now);
        }
    }

    /// <summary>Moves the market's time on; it never goes back, whatever the clock does.</summary>
    private void Advance(Timestamp now)
    {
        _now = now > _now ? now : _now;
        _day.Roll(_now);
        _average.Roll(_now);
        foreach (var series in _candles)
        {
            series.Roll(_now, _closed);
        }

        foreach (var candle in _closed)
        {
            Tell(candle);
        }

        _closed.Clear();
    }

    private void Record(in MarketTrade trade)
    {
        _tape.Add(trade);
        _day.Add(trade);
        _average.Add(trade);
        foreach (var series in _candles)
        {
            series.Add(trade, _closed);
        }

        _traded = true;
    }

    /// <summary>Tells everybody what the engine's last operation did.</summary>
    private void Publish()
    {
        foreach (var trade in _engine.Trades)
        {
            Record(trade);
        }

        foreach (var order in _engine.Gone)
        {
            _crowd.Forget(order.Id);
        }

        var trades = CollectionsMarshal.AsSpan(_engine.Trades);
        var changes = CollectionsMarshal.AsSpan(_engine.Changes);
        var top = _engine.Top;
        var isOther = top.Bid != _top.Bid || top.Ask != _top.Ask;
        _top = top;
        _floor.IsTelling = true;
        try
        {
            foreach (var observer in _observers.All)
            {
                if (!trades.IsEmpty)
                {
                    observer.OnTrades(this, trades);
                }

                if (!changes.IsEmpty)
                {
                    observer.OnLevels(this, changes);
                }

                if (isOther)
                {
                    observer.OnTop(this, top);
                }
            }
        }
        finally
        {
            _floor.IsTelling = false;
        }
    }

    private void Tell(in Candle candle)
    {
        foreach (var observer in _observers.All)
        {
            observer.OnCandle(this, candle);
        }
    }
}
