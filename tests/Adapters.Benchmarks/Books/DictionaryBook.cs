using Adapters.Domain;

namespace Adapters.Benchmarks.Books;

/// <summary>The book that a user writes: a SortedDictionary per side under a lock.</summary>
internal sealed class DictionaryBook
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<decimal, decimal> _bids =
        new(Comparer<decimal>.Create(static (left, right) => right.CompareTo(left)));

    private readonly SortedDictionary<decimal, decimal> _asks = [];
    private long _last;

    internal decimal BestBid { get; private set; }

    internal decimal BestAsk { get; private set; }

    internal void Load(ReadOnlySpan<Level> bids, ReadOnlySpan<Level> asks)
    {
        Set(_bids, bids);
        Set(_asks, asks);
    }

    internal void Apply(in BookUpdate update)
    {
        lock (_gate)
        {
            if (update.First > _last + 1 && _last != 0)
            {
                throw new InvalidOperationException("An update is missing.");
            }

            Set(_bids, update.Bids);
            Set(_asks, update.Asks);
            _last = update.Last;
            BestBid = First(_bids);
            BestAsk = First(_asks);
        }
    }

    internal string Text() =>
        string.Join(' ', _bids.Select(static pair => new Level(pair.Key, pair.Value)))
        + " / " + string.Join(' ', _asks.Select(static pair => new Level(pair.Key, pair.Value)));

    private static decimal First(SortedDictionary<decimal, decimal> side)
    {
        foreach (var (price, _) in side)
        {
            return price;
        }

        return 0m;
    }

    private static void Set(SortedDictionary<decimal, decimal> side, ReadOnlySpan<Level> levels)
    {
        foreach (ref readonly var level in levels)
        {
            if (level.Quantity == 0m)
            {
                side.Remove(level.Price);
            }
            else
            {
                side[level.Price] = level.Quantity;
            }
        }
    }
}
