using Adapters.Domain;

namespace Adapters.Books;

/// <summary>
/// One side of a book: a flat array sorted from the worst price to the best. Most changes come near the best price,
/// which stands at the array's end, so that they are found after a few comparisons and move little.
/// </summary>
internal sealed class BookSide(bool isBid)
{
    private const int FirstCapacity = 64;
    private const int Probes = 8;

    // Bids get better upwards, asks downwards.
    private readonly int _better = isBid ? 1 : -1;
    private Level[] _levels = new Level[FirstCapacity];
    private int _count;

    internal int Count => _count;

    internal Level? Best => _count == 0 ? null : _levels[_count - 1];

    internal void Clear() => _count = 0;

    /// <summary>Sets the quantity at a price; 0 removes it.</summary>
    internal void Set(in Level level)
    {
        var at = Find(level.Price, out var isThere);
        if (level.Quantity == 0m)
        {
            if (isThere)
            {
                RemoveAt(at);
            }
        }
        else if (isThere)
        {
            _levels[at] = level;
        }
        else
        {
            InsertAt(at, level);
        }
    }

    /// <summary>Copies levels, best first; gives how many.</summary>
    internal int CopyTo(Span<Level> target)
    {
        var count = Math.Min(target.Length, _count);
        _levels.AsSpan(_count - count, count).CopyTo(target);
        target[..count].Reverse();
        return count;
    }

    private int Find(decimal price, out bool isThere)
    {
        var high = _count - 1;
        for (var probes = Probes; high >= 0 && probes > 0; high--, probes--)
        {
            var order = _better * decimal.Compare(_levels[high].Price, price);
            if (order <= 0)
            {
                isThere = order == 0;
                return isThere ? high : high + 1;
            }
        }

        var low = 0;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = _better * decimal.Compare(_levels[middle].Price, price);
            if (order == 0)
            {
                isThere = true;
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        isThere = false;
        return low;
    }

    private void InsertAt(int at, in Level level)
    {
        if (_count == _levels.Length)
        {
            Array.Resize(ref _levels, _count * 2);
        }

        _levels.AsSpan(at, _count - at).CopyTo(_levels.AsSpan(at + 1));
        _levels[at] = level;
        _count++;
    }

    private void RemoveAt(int at)
    {
        _levels.AsSpan(at + 1, _count - at - 1).CopyTo(_levels.AsSpan(at));
        _count--;
    }
}
