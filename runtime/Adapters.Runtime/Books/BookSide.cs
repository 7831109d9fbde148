using Adapters.Domain;

namespace Adapters.Books;

/// <summary>
/// One side of a book, best price first, in blocks of a few levels on flat, reused arrays. A price is found by its key,
/// first among the blocks and then inside one, both by counting smaller keys; what comes or goes moves the rest of one
/// block at most. Levels keep their prices as the venue wrote them.
/// </summary>
/// <remarks>
/// Keys are whole numbers of a common scale, which almost every venue's prices are. A price that does not fit makes the
/// side compare decimals from then on, which is slower and gives the same book.
/// </remarks>
internal sealed class BookSide(bool isBid)
{
    private readonly LevelBlocks _blocks = new();
    private readonly int _direction = isBid ? -1 : 1; // keys get worse upwards
    private int _scale = -1; // of the keys; none before the first price
    private bool _comparesDecimals;

    internal int Count => _blocks.LevelCount;

    internal Level? Best => Count == 0 ? null : _blocks.At(0, 0);

    internal void Clear()
    {
        _blocks.Clear();
        _scale = -1;
        _comparesDecimals = false;
    }

    /// <summary>Sets the quantity at a price; 0 removes it.</summary>
    internal void Set(in Level level) => Set(new ReadOnlySpan<Level>(in level));

    /// <summary>Sets the quantities at prices; 0 removes one. False, with those before it taken, where a quantity is below
    /// zero.</summary>
    internal bool Set(ReadOnlySpan<Level> levels)
    {
        var words = PriceKey.Words(levels);
        var block = 0;
        for (var i = 0; i < words.Length; i++)
        {
            ref readonly var quantity = ref words[i].Quantity;
            if (quantity.IsNegative && !quantity.IsZero)
            {
                return false;
            }

            if (_comparesDecimals || !TryGetKey(words[i].Price, levels[i].Price, out var number))
            {
                SetByPrice(levels[i], quantity.IsZero);
                continue;
            }

            var key = number * _direction;
            block = _blocks.BlockOf(key, block);
            var at = _blocks.PlaceOf(block, key);
            if (_blocks.Has(block, at, key))
            {
                if (quantity.IsZero)
                {
                    _blocks.RemoveAt(block, at);
                }
                else
                {
                    _blocks.At(block, at) = levels[i];
                }
            }
            else if (!quantity.IsZero)
            {
                _blocks.InsertAt(block, at, key, levels[i]);
            }
        }

        return true;
    }

    /// <summary>Copies levels, best first; gives how many.</summary>
    internal int CopyTo(Span<Level> target) => _blocks.CopyTo(target);

    private bool TryGetKey(in DecimalWords words, decimal price, out long key)
    {
        if (PriceKey.TryGet(words, _scale, out key) || (TryRescale(price) && PriceKey.TryGet(words, _scale, out key)))
        {
            return true;
        }

        _comparesDecimals = true;
        return false;
    }

    /// <summary>Gives all keys the scale of a price that has more places, or is the first.</summary>
    private bool TryRescale(decimal price)
    {
        var scale = price.Scale;
        if (_scale >= 0 && (scale <= _scale || !_blocks.TryScaleKeys(scale - _scale)))
        {
            return false;
        }

        _scale = scale;
        return true;
    }

    private void SetByPrice(in Level level, bool isGone)
    {
        var block = BlockOf(level.Price);
        var at = PlaceOf(block, level.Price, out var isThere);
        if (isThere && isGone)
        {
            _blocks.RemoveAt(block, at);
        }
        else if (isThere)
        {
            _blocks.At(block, at) = level;
        }
        else if (!isGone)
        {
            _blocks.InsertAt(block, at, 0, level);
        }
    }

    // The last block whose first price is not worse.
    private int BlockOf(decimal price)
    {
        var low = 0;
        var high = _blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_direction * decimal.Compare(_blocks.At(middle, 0).Price, price) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private int PlaceOf(int block, decimal price, out bool isThere)
    {
        isThere = false;
        if (_blocks.Count == 0)
        {
            return 0;
        }

        var count = _blocks.CountOf(block);
        for (var i = 0; i < count; i++)
        {
            var order = _direction * decimal.Compare(_blocks.At(block, i).Price, price);
            if (order >= 0)
            {
                isThere = order == 0;
                return i;
            }
        }

        return count;
    }
}
