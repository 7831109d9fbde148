using System.Runtime.InteropServices;
using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.History;

/// <summary>The trades of the recent past, oldest first; ids have no gap.</summary>
internal sealed class TradeTape(TimeSpan retention)
{
    private readonly List<MarketTrade> _trades = [];
    private int _head;

    internal int Count => _trades.Count - _head;

    /// <summary>What is kept; valid until the next trade is added.</summary>
    internal ReadOnlySpan<MarketTrade> All => CollectionsMarshal.AsSpan(_trades)[_head..];

    internal void Add(in MarketTrade trade)
    {
        _trades.Add(trade);
        var oldest = trade.Time - retention;
        while (_trades[_head].Time < oldest)
        {
            _head++;
        }

        if (_head > 1024 && _head > _trades.Count / 2)
        {
            _trades.RemoveRange(0, _head);
            _head = 0;
        }
    }

    /// <summary>Position in <see cref="All"/> of the first trade at or after a moment.</summary>
    internal int IndexOf(Timestamp time)
    {
        var all = All;
        var low = 0;
        var high = all.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (all[middle].Time < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Position in <see cref="All"/> of the first trade with at least this id.</summary>
    internal int IndexOf(long id) => Count == 0 ? 0 : (int)Math.Clamp(id - All[0].Id, 0, Count);
}
