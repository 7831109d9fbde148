using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Cli.Watching;

/// <summary>What is known of a market that is watched. Written by receiving loops, read by whoever draws.</summary>
internal sealed class WatchedMarket(Symbol symbol)
{
    private const int KeptTrades = 64;

    private readonly Lock _gate = new();
    private readonly Queue<Trade> _trades = new(KeptTrades);
    private readonly Dictionary<string, SubscriptionEventKind> _troubles = [];
    private Ticker? _ticker;
    private long _tradeCount;

    public Symbol Symbol { get; } = symbol;

    /// <summary>The book; null until it is opened.</summary>
    public LiveBook? Book { get; set; }

    /// <summary>The latest statistics.</summary>
    public Ticker? Ticker
    {
        get
        {
            lock (_gate)
            {
                return _ticker;
            }
        }

        set
        {
            lock (_gate)
            {
                _ticker = value;
            }
        }
    }

    /// <summary>Trades since watching began.</summary>
    public long TradeCount => Interlocked.Read(ref _tradeCount);

    /// <summary>A stream that does not flow as it should, and how; null where all do.</summary>
    public (string Stream, SubscriptionEventKind Kind)? Trouble
    {
        get
        {
            lock (_gate)
            {
                return _troubles.Count == 0 ? null : _troubles.Select(static item => (item.Key, item.Value)).First();
            }
        }
    }

    public void Add(in Trade trade)
    {
        lock (_gate)
        {
            if (_trades.Count == KeptTrades)
            {
                _trades.Dequeue();
            }

            _trades.Enqueue(trade);
        }

        Interlocked.Increment(ref _tradeCount);
    }

    public void Changed(string stream, SubscriptionEventKind kind)
    {
        lock (_gate)
        {
            if (kind is SubscriptionEventKind.Connected or SubscriptionEventKind.Resumed)
            {
                _troubles.Remove(stream);
            }
            else if (kind is not SubscriptionEventKind.Failed)
            {
                _troubles[stream] = kind;
            }
        }
    }

    /// <summary>A stream that was silent flows again.</summary>
    public void Flows(string stream)
    {
        lock (_gate)
        {
            if (_troubles.Count > 0 && _troubles.GetValueOrDefault(stream) == SubscriptionEventKind.Stale)
            {
                _troubles.Remove(stream);
            }
        }
    }

    /// <summary>The latest trades, newest first.</summary>
    public Trade[] LatestTrades(int most)
    {
        lock (_gate)
        {
            return [.. _trades.Reverse().Take(most)];
        }
    }
}
