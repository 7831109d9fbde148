using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Adapters.Domain;

namespace Adapters.Books;

/// <summary>
/// At most 32 levels by their keys, in any order, so that one that comes or goes moves nothing. They are put in order when
/// somebody reads them, and stay so until one of their keys changes.
/// </summary>
/// <remarks>
/// A level is looked for by a tag of 16 bits that is made of its key, all places at once; its key decides. A change takes
/// the same instructions whether its level comes, goes or stays: which of them it will be cannot be foreseen, and a
/// processor that guesses wrongly loses more time than all of them take.
/// </remarks>
internal struct LevelBlock
{
    internal const int Size = 32;
    private const long FreeKey = long.MaxValue; // of a place that holds no level

    private Places<long> _keys;
    private Places<ushort> _tags;
    private Places<Level> _levels;
    private Places<byte> _order; // places in the order of their keys
    private uint _taken; // a bit per place that holds a level
    private bool _isOrdered;

    internal readonly int Count => BitOperations.PopCount(_taken);

    /// <summary>The smallest key; there is a level.</summary>
    internal readonly long FirstKey => _keys[FirstPlace()];

    /// <summary>The level of the smallest key; there is one.</summary>
    internal readonly Level First => _levels[FirstPlace()];

    internal void Clear()
    {
        ((Span<long>)_keys).Fill(FreeKey);
        _taken = 0;
        _isOrdered = false;
    }

    /// <summary>Puts levels in, or takes out those whose quantity is 0, as long as keys ascend within bounds and nothing
    /// is met that <see cref="SetOne"/> is needed for.</summary>
    /// <param name="keys">The levels' keys.</param>
    /// <param name="levels">The levels, not fewer than keys.</param>
    /// <param name="first">The least key that belongs here.</param>
    /// <param name="end">The least key above that belongs elsewhere.</param>
    /// <returns>How many were taken.</returns>
    internal int Set(ReadOnlySpan<long> keys, ReadOnlySpan<Level> levels, long first, long end)
    {
        // Tags are loaded once and not after each change, for which the next level would have to wait. They are still true
        // of all keys to come: those ascend, so none of them was changed since.
        var tags = Vector512.Create<ushort>(_tags);
        var before = _taken;
        var taken = before;
        var keptKeys = -1;
        var words = PriceKey.Words(levels);
        var i = 0;
        for (; i < keys.Length && i < words.Length; i++)
        {
            var key = keys[i];
            if (key < first || key >= end)
            {
                break;
            }

            first = key + 1;
            var stays = words[i].Quantity.NonZero;
            var tag = TagOf(key);
            var found = (uint)Vector512.Equals(tags, Vector512.Create(tag)).ExtractMostSignificantBits() & before;
            var isFound = AllIfAny(found);
            var places = found | (~taken & ~(uint)isFound); // otherwise the free ones
            var place = BitOperations.TrailingZeroCount(places) & (Size - 1);
            if (places == 0 || ((_keys[place] ^ key) & isFound) != 0)
            {
                break; // no place, or another key of the same tag
            }

            var bit = 1u << place;
            taken = (taken & ~bit) | (bit & (uint)stays);
            _keys[place] = (key & stays) | (FreeKey & ~stays);
            _tags[place] = tag;
            _levels[place] = levels[i];
            keptKeys &= isFound & (int)stays;
        }

        _taken = taken;
        _isOrdered &= keptKeys != 0;
        return i;
    }

    /// <summary>Puts a level in, or takes out what is there where its quantity is 0.</summary>
    /// <returns>False where there is no place for it.</returns>
    internal bool SetOne(long key, in Level level)
    {
        var place = ((ReadOnlySpan<long>)_keys).IndexOf(key);
        if (place >= 0)
        {
            if (level.Quantity == 0m)
            {
                Free(place);
            }
            else
            {
                _levels[place] = level;
            }

            return true;
        }

        if (level.Quantity == 0m)
        {
            return true;
        }

        if (Count == Size)
        {
            return false;
        }

        Add(key, level);
        return true;
    }

    /// <summary>The key at a place in order.</summary>
    internal long KeyAt(int at)
    {
        Order();
        return _keys[_order[at]];
    }

    /// <summary>Copies the first levels in the order of their keys; gives how many.</summary>
    internal int CopyTo(Span<Level> target)
    {
        Order();
        target = target[..Math.Min(Count, target.Length)];
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = _levels[_order[i] & (Size - 1)];
        }

        return target.Length;
    }

    /// <summary>Moves the levels from a key on to a block that has place for them.</summary>
    internal void MoveTo(ref LevelBlock other, long first)
    {
        for (var rest = _taken; rest != 0; rest &= rest - 1)
        {
            var place = BitOperations.TrailingZeroCount(rest);
            if (_keys[place] >= first)
            {
                other.Add(_keys[place], _levels[place]);
                Free(place);
            }
        }
    }

    /// <summary>Multiplies all keys by a power of ten.</summary>
    /// <param name="places">The power.</param>
    /// <param name="isTrial">Only see whether that can be done.</param>
    /// <returns>False where one grows too large.</returns>
    internal bool TryScaleKeys(int places, bool isTrial)
    {
        for (var rest = _taken; rest != 0; rest &= rest - 1)
        {
            var place = BitOperations.TrailingZeroCount(rest);
            var key = _keys[place];
            if (!PriceKey.TryScale(ref key, places))
            {
                return false;
            }

            if (!isTrial)
            {
                _keys[place] = key;
                _tags[place] = TagOf(key);
            }
        }

        return true;
    }

    /// <summary>The tag of a key. Neighbours differ in the lowest bits of their keys, or in those above many zeros; the
    /// upper bits of a product have both.</summary>
    internal static ushort TagOf(long key) => (ushort)(((ulong)key * 0x9E37_79B9_7F4A_7C15) >> 48);

    private static int AllIfAny(uint bits) => (int)(bits | (0 - bits)) >> 31;

    private void Add(long key, in Level level)
    {
        var place = BitOperations.TrailingZeroCount(~_taken);
        _keys[place] = key;
        _tags[place] = TagOf(key);
        _levels[place] = level;
        _taken |= 1u << place;
        _isOrdered = false;
    }

    private void Free(int place)
    {
        _keys[place] = FreeKey;
        _taken &= ~(1u << place);
        _isOrdered = false;
    }

    private readonly int FirstPlace()
    {
        var vectors = MemoryMarshal.Cast<long, Vector256<long>>(_keys);
        var least = vectors[0];
        for (var i = 1; i < vectors.Length; i++)
        {
            least = Vector256.Min(least, vectors[i]);
        }

        var half = Vector128.Min(least.GetLower(), least.GetUpper());
        return ((ReadOnlySpan<long>)_keys).IndexOf(Math.Min(half[0], half[1]));
    }

    // A level stands where as many keys are smaller. Free places have one key in common and share the place behind.
    private void Order()
    {
        if (_isOrdered)
        {
            return;
        }

        Span<long> ranks = stackalloc long[Size];
        ReadOnlySpan<long> keys = _keys;
        var vectors = MemoryMarshal.Cast<long, Vector256<long>>(keys);
        var sums = MemoryMarshal.Cast<long, Vector256<long>>(ranks);
        for (var i = 0; i < sums.Length; i++)
        {
            var sum = Vector256<long>.Zero;
            foreach (var key in keys)
            {
                sum -= Vector256.LessThan(Vector256.Create(key), vectors[i]); // all bits set is -1
            }

            sums[i] = sum;
        }

        for (var place = 0; place < ranks.Length; place++)
        {
            _order[(int)ranks[place]] = (byte)place;
        }

        _isOrdered = true;
    }

    [InlineArray(Size)]
    private struct Places<T>
    {
        private T _first;
    }
}
