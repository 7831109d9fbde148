using Adapters.Domain;

namespace Adapters.Books;

/// <summary>Levels in one sorted array, compared as decimals: for the rare side whose prices are no whole numbers of a
/// common scale. Any change may move half of it.</summary>
/// <param name="direction">-1 where the largest price is best, otherwise 1.</param>
internal sealed class LevelList(int direction)
{
    private Level[] _levels = [];

    internal int Count { get; private set; }

    internal Level? First => Count == 0 ? null : _levels[0];

    internal void Clear() => Count = 0;

    /// <summary>Sets the quantity at a price; 0 removes it.</summary>
    internal void Set(in Level level)
    {
        var at = PlaceOf(level.Price);
        var isThere = at < Count && _levels[at].Price == level.Price;
        if (level.Quantity == 0m)
        {
            if (isThere)
            {
                _levels.AsSpan(at + 1, Count - at - 1).CopyTo(_levels.AsSpan(at));
                Count--;
            }

            return;
        }

        if (!isThere)
        {
            if (Count == _levels.Length)
            {
                Array.Resize(ref _levels, Math.Max(64, Count * 2));
            }

            _levels.AsSpan(at, Count - at).CopyTo(_levels.AsSpan(at + 1));
            Count++;
        }

        _levels[at] = level;
    }

    /// <summary>Copies levels, best first; gives how many.</summary>
    internal int CopyTo(Span<Level> target)
    {
        var count = Math.Min(Count, target.Length);
        _levels.AsSpan(0, count).CopyTo(target);
        return count;
    }

    /// <summary>Takes all levels of a side.</summary>
    internal void Load(LevelBlocks blocks)
    {
        var count = blocks.LevelCount;
        if (_levels.Length < count)
        {
            _levels = new Level[count];
        }

        Count = blocks.CopyTo(_levels.AsSpan(0, count));
    }

    // Where a price stands, or would.
    private int PlaceOf(decimal price)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (direction * decimal.Compare(_levels[middle].Price, price) < 0)
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
}
