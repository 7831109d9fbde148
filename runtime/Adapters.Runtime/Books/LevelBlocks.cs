using System.Numerics;
using Adapters.Domain;

namespace Adapters.Books;

/// <summary>
/// Levels in the order of their keys, in blocks of at most 32 on shared arrays. A directory in the same order holds each
/// block's first key, so that a key's block and its place inside are found by counting smaller keys, a few at a time and
/// without a branch that depends on them.
/// </summary>
/// <remarks>
/// Inside a block keys stand in order and levels do not: a byte per key tells where its level is. What comes or goes moves
/// keys and bytes, always all of a block with the same few instructions, and no level.
/// </remarks>
internal sealed partial class LevelBlocks
{
    private const int Size = 32;
    private const int Pad = 8; // keys before and behind, so that a block can be read from one place off
    private const int FirstBlocks = 4;
    private const int Counted = 8; // keys in a step of counting
    private const int CountedAtMost = 64;

    // By slot.
    private long[] _keys = new long[(FirstBlocks * Size) + (2 * Pad)]; // free places hold the largest key
    private byte[] _places = new byte[(FirstBlocks * Size) + (2 * Size)];
    private Level[] _levels = new Level[FirstBlocks * Size];
    private uint[] _taken = new uint[FirstBlocks]; // a bit per place of a level

    // By block.
    private long[] _firsts = NewDirectory(FirstBlocks);
    private int[] _slots = new int[FirstBlocks];

    private int[] _free = new int[FirstBlocks];
    private int _freeCount;
    private int _usedSlots;

    internal LevelBlocks() => Clear();

    /// <summary>Number of blocks.</summary>
    internal int Count { get; private set; }

    internal int LevelCount { get; private set; }

    internal void Clear()
    {
        _firsts.AsSpan(0, Count).Fill(long.MaxValue);
        Empty(0); // an empty book's keys are looked for in the first slot
        _slots[0] = 0;
        _freeCount = 0;
        _usedSlots = 0;
        Count = 0;
        LevelCount = 0;
    }

    internal int CountOf(int block) => BitOperations.PopCount(_taken[_slots[block]]);

    /// <summary>The level at a place of a block.</summary>
    internal ref Level At(int block, int at)
    {
        var start = _slots[block] * Size;
        return ref _levels[start + _places[Size + start + at]];
    }

    /// <summary>The block that a key stands in, or would.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hint">The block of the key before, which in an ordered change is this key's too, more often than not.
    /// </param>
    internal int BlockOf(long key, int hint)
    {
        // There is a number behind every block's first key; behind the last one it is the largest.
        var firsts = _firsts;
        return (uint)hint < (uint)(firsts.Length - 1) && key >= firsts[hint] && key < firsts[hint + 1] ? hint : BlockOf(key);
    }

    private int BlockOf(long key)
    {
        var firsts = _firsts;
        var low = 0;
        var length = Count;
        while (length > CountedAtMost)
        {
            var half = length >>> 1;
            low += firsts[low + half] <= key ? half : 0;
            length -= half;
        }

        // Not more than the key, instead of less than its successor: keys stay far below the largest number.
        return low + Math.Max(0, CountBelow(firsts.AsSpan(low, Padded(length)), key + 1) - 1);
    }

    /// <summary>The place of a key inside a block, or where it would stand.</summary>
    internal int PlaceOf(int block, long key) => CountBelow(_keys.AsSpan(Pad + (_slots[block] * Size), Size), key);

    /// <summary>The key stands at the place that <see cref="PlaceOf"/> gave.</summary>
    internal bool Has(int block, int at, long key) => at < Size && _keys[Pad + (_slots[block] * Size) + at] == key;

    internal void InsertAt(int block, int at, long key, in Level level)
    {
        if (Count == 0)
        {
            AddBlock(0);
        }
        else if (_taken[_slots[block]] == uint.MaxValue)
        {
            if (at == Size && block == Count - 1)
            {
                AddBlock(++block); // a snapshot comes in order and fills its blocks
                at = 0;
            }
            else
            {
                Split(block);
                if (at > Size / 2)
                {
                    block++;
                    at -= Size / 2;
                }
            }
        }

        var slot = _slots[block];
        var place = BitOperations.TrailingZeroCount(~_taken[slot]);
        _taken[slot] |= 1u << place;
        _levels[(slot * Size) + place] = level;
        InsertKey(slot, at, key);
        InsertPlace(slot, at, (byte)place);
        LevelCount++;
        if (at == 0)
        {
            _firsts[block] = key;
        }
    }

    internal void RemoveAt(int block, int at)
    {
        var slot = _slots[block];
        var taken = _taken[slot] &= ~(1u << _places[Size + (slot * Size) + at]);
        RemoveKey(slot, at);
        RemovePlace(slot, at);
        LevelCount--;
        var count = BitOperations.PopCount(taken);
        if (count == 0)
        {
            RemoveBlock(block);
            return;
        }

        _firsts[block] = _keys[Pad + (slot * Size)];
        if (count < Size / 4)
        {
            Merge(block);
        }
    }

    /// <summary>Copies levels in order; gives how many.</summary>
    internal int CopyTo(Span<Level> target)
    {
        var copied = 0;
        for (var block = 0; block < Count && copied < target.Length; block++)
        {
            var start = _slots[block] * Size;
            var count = Math.Min(CountOf(block), target.Length - copied);
            var places = _places.AsSpan(Size + start, count);
            var levels = _levels.AsSpan(start, Size);
            var part = target.Slice(copied, count);
            for (var i = 0; i < part.Length; i++)
            {
                part[i] = levels[places[i]];
            }

            copied += count;
        }

        return copied;
    }

    /// <summary>Multiplies all keys by a power of ten.</summary>
    /// <returns>False where one grows too large; keys are of no use any more then.</returns>
    internal bool TryScaleKeys(int places)
    {
        for (var block = 0; block < Count; block++)
        {
            foreach (ref var key in _keys.AsSpan(Pad + (_slots[block] * Size), CountOf(block)))
            {
                if (!PriceKey.TryScale(ref key, places))
                {
                    return false;
                }
            }

            _firsts[block] = _keys[Pad + (_slots[block] * Size)];
        }

        return true;
    }
}
