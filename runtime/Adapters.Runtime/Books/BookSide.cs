using Adapters.Domain;

namespace Adapters.Books;

/// <summary>
/// One side of a book, best price first, on flat, reused memory. A price is found by its key, a whole number; levels keep
/// their prices as the venue wrote them.
/// </summary>
/// <remarks>
/// Keys are whole numbers of a common scale, which almost every venue's prices are. A price that does not fit makes the
/// side compare decimals until the next snapshot, which is slower and gives the same book.
/// </remarks>
internal sealed class BookSide(bool isBid)
{
    private const int KeysAtOnce = 32;

    private readonly LevelBlocks _blocks = new();
    private readonly LevelList _list = new(isBid ? -1 : 1); // instead of blocks where decimals are compared
    private readonly int _direction = isBid ? -1 : 1; // keys get worse upwards
    private int _scale = -1; // of the keys; none before the first price
    private bool _comparesDecimals;
    private Level? _best;
    private bool _knowsBest = true;

    internal int Count => _comparesDecimals ? _list.Count : _blocks.LevelCount;

    internal Level? Best
    {
        get
        {
            if (!_knowsBest)
            {
                _best = _comparesDecimals ? _list.First : _blocks.First;
                _knowsBest = true;
            }

            return _best;
        }
    }

    internal void Clear()
    {
        _blocks.Clear();
        _list.Clear();
        _scale = -1;
        _comparesDecimals = false;
        _best = null;
        _knowsBest = true;
    }

    /// <summary>Sets the quantity at a price; 0 removes it.</summary>
    internal void Set(in Level level) => Set(new ReadOnlySpan<Level>(in level));

    /// <summary>Sets the quantities at prices; 0 removes one. False, with those before it taken, where a quantity is below
    /// zero.</summary>
    internal bool Set(ReadOnlySpan<Level> levels)
    {
        _knowsBest = false;
        Span<long> keys = stackalloc long[KeysAtOnce];
        while (!levels.IsEmpty)
        {
            var count = _comparesDecimals ? 0 : KeysOf(levels, keys);
            _blocks.Set(keys[..count], levels);
            levels = levels[count..];
            if (count == keys.Length || levels.IsEmpty)
            {
                continue;
            }

            // The next one has no key, or is no level.
            if (levels[0].Quantity < 0m)
            {
                return false;
            }

            if (_comparesDecimals)
            {
                _list.Set(levels[0]);
                levels = levels[1..];
            }
            else if (!TryRescale(levels[0].Price))
            {
                _list.Load(_blocks);
                _comparesDecimals = true;
            }
        }

        return true;
    }

    /// <summary>Copies levels, best first; gives how many.</summary>
    internal int CopyTo(Span<Level> target) => _comparesDecimals ? _list.CopyTo(target) : _blocks.CopyTo(target);

    /// <summary>Keys of the first levels, as many as have one and are no less than nothing; gives how many.</summary>
    private int KeysOf(ReadOnlySpan<Level> levels, Span<long> keys)
    {
        var words = PriceKey.Words(levels);
        var count = Math.Min(words.Length, keys.Length);
        var scale = _scale;
        long direction = _direction;
        for (var i = 0; i < count; i++)
        {
            ref readonly var quantity = ref words[i].Quantity;
            if ((quantity.IsNegative && !quantity.IsZero) || !PriceKey.TryGet(words[i].Price, scale, out var key))
            {
                return i;
            }

            keys[i] = key * direction;
        }

        return count;
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
}
