using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Depth;

/// <summary>
/// Collects the changes of a book for one speed of publication: each price counts once, with the quantity that it has
/// when the batch is taken. Make one per market and speed, and take a batch whenever it is due.
/// </summary>
public sealed class DepthAccumulator : IMarketObserver, IDisposable
{
    private readonly SimulatedMarket _market;
    private readonly IDisposable _subscription;
    private readonly Dictionary<decimal, decimal> _bids = [];
    private readonly Dictionary<decimal, decimal> _asks = [];
    private long _taken;
    private long _last;

    /// <summary>Collects from now on.</summary>
    public DepthAccumulator(SimulatedMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        _market = market;
        lock (market.Gate)
        {
            _taken = _last = market.LastUpdateId;
            _subscription = market.Subscribe(this);
        }
    }

    /// <summary>Gives what changed since the last batch and begins the next; false where nothing did.</summary>
    public bool TryTake([NotNullWhen(true)] out DepthBatch? batch)
    {
        lock (_market.Gate)
        {
            if (_last == _taken)
            {
                batch = null;
                return false;
            }

            var bids = Drain(_bids, descending: true);
            var asks = Drain(_asks, descending: false);
            batch = new DepthBatch(_taken + 1, _last, _taken, bids, asks, _market.Now);
            _taken = _last;
            return true;
        }
    }

    /// <summary>Stops collecting.</summary>
    public void Dispose() => _subscription.Dispose();

    void IMarketObserver.OnLevels(SimulatedMarket market, ReadOnlySpan<LevelChange> changes)
    {
        foreach (ref readonly var change in changes)
        {
            (change.Side == Side.Buy ? _bids : _asks)[change.Price] = change.Quantity;
            _last = change.UpdateId;
        }
    }

    private static Level[] Drain(Dictionary<decimal, decimal> changed, bool descending)
    {
        var levels = new Level[changed.Count];
        var i = 0;
        foreach (var (price, quantity) in changed)
        {
            levels[i++] = new Level(price, quantity);
        }

        changed.Clear();
        Array.Sort(levels, (a, b) => descending ? b.Price.CompareTo(a.Price) : a.Price.CompareTo(b.Price));
        return levels;
    }
}
