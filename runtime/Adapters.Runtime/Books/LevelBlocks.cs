using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
internal sealed class LevelBlocks
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

    private static Vector256<byte> ByteIndices => Vector256<byte>.Indices;

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
        if ((uint)hint < (uint)(firsts.Length - 1) && key >= firsts[hint] && key < firsts[hint + 1])
        {
            return hint;
        }

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

    /// <summary>How many of ascending keys are smaller; the length is a multiple of <see cref="Counted"/>.</summary>
    private static int CountBelow(ReadOnlySpan<long> keys, long key)
    {
        var limit = Vector256.Create(key);
        var even = Vector256<long>.Zero;
        var odd = Vector256<long>.Zero;
        var vectors = MemoryMarshal.Cast<long, Vector256<long>>(keys);
        for (var i = 0; i < vectors.Length - 1; i += 2)
        {
            even -= Vector256.LessThan(vectors[i], limit); // all bits set is -1
            odd -= Vector256.LessThan(vectors[i + 1], limit);
        }

        return (int)Vector256.Sum(even + odd);
    }

    // The four below: what stands before the place stays, what stands behind it is read from one place off.
    private void InsertKey(int slot, int at, long key)
    {
        var start = Pad + (slot * Size);
        var keys = MemoryMarshal.Cast<long, Vector256<long>>(_keys.AsSpan(start, Size));
        var before = MemoryMarshal.Cast<long, Vector256<long>>(_keys.AsSpan(start - 1, Size));
        var place = Vector256.Create((long)at);
        var added = Vector256.Create(key);
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            var index = Vector256<long>.Indices + Vector256.Create(4L * i);
            var moved = Vector256.ConditionalSelect(Vector256.Equals(index, place), added, before[i]);
            keys[i] = Vector256.ConditionalSelect(Vector256.LessThan(index, place), keys[i], moved);
        }
    }

    private void RemoveKey(int slot, int at)
    {
        var start = Pad + (slot * Size);
        var keys = MemoryMarshal.Cast<long, Vector256<long>>(_keys.AsSpan(start, Size));
        var behind = MemoryMarshal.Cast<long, Vector256<long>>(_keys.AsSpan(start + 1, Size));
        var place = Vector256.Create((long)at);
        var last = Vector256.Create((long)Size - 1);
        for (var i = 0; i < keys.Length; i++)
        {
            var index = Vector256<long>.Indices + Vector256.Create(4L * i);
            var moved = Vector256.ConditionalSelect(
                Vector256.Equals(index, last), Vector256.Create(long.MaxValue), behind[i]);
            keys[i] = Vector256.ConditionalSelect(Vector256.LessThan(index, place), keys[i], moved);
        }
    }

    private void InsertPlace(int slot, int at, byte place)
    {
        var places = _places.AsSpan(Size + (slot * Size), Size);
        var before = Vector256.Create<byte>(_places.AsSpan(Size + (slot * Size) - 1, Size));
        var index = Vector256.Create((byte)at);
        var moved = Vector256.ConditionalSelect(
            Vector256.Equals(ByteIndices, index), Vector256.Create(place), before);
        Vector256.ConditionalSelect(Vector256.LessThan(ByteIndices, index), Vector256.Create<byte>(places), moved)
            .CopyTo(places);
    }

    private void RemovePlace(int slot, int at)
    {
        var places = _places.AsSpan(Size + (slot * Size), Size);
        var behind = Vector256.Create<byte>(_places.AsSpan(Size + (slot * Size) + 1, Size));
        Vector256.ConditionalSelect(
            Vector256.LessThan(ByteIndices, Vector256.Create((byte)at)), Vector256.Create<byte>(places), behind)
            .CopyTo(places);
    }

    private void Split(int block)
    {
        AddBlock(block + 1);
        Move(block, Size / 2, block + 1, 0);
        _firsts[block + 1] = _keys[Pad + (_slots[block + 1] * Size)];
    }

    /// <summary>Takes the next block's levels, where both have place in one that is not nearly full.</summary>
    private void Merge(int block)
    {
        block = Math.Min(block, Count - 2);
        if (block < 0 || CountOf(block) + CountOf(block + 1) > Size * 3 / 4)
        {
            return;
        }

        Move(block + 1, 0, block, CountOf(block));
        RemoveBlock(block + 1);
    }

    /// <summary>Moves a block's levels from a place on to the end of a neighbour, which begins at another.</summary>
    private void Move(int source, int from, int target, int to)
    {
        var (old, slot) = (_slots[source], _slots[target]);
        var count = CountOf(source) - from;
        var keys = _keys.AsSpan(Pad + (old * Size) + from, count);
        keys.CopyTo(_keys.AsSpan(Pad + (slot * Size) + to));
        keys.Fill(long.MaxValue);
        for (var i = 0; i < count; i++)
        {
            var oldPlace = _places[Size + (old * Size) + from + i];
            var place = BitOperations.TrailingZeroCount(~_taken[slot]);
            _taken[old] &= ~(1u << oldPlace);
            _taken[slot] |= 1u << place;
            _levels[(slot * Size) + place] = _levels[(old * Size) + oldPlace];
            _places[Size + (slot * Size) + to + i] = (byte)place;
        }
    }

    private void AddBlock(int block)
    {
        if (Count == _slots.Length)
        {
            Grow();
        }

        var slot = _freeCount > 0 ? _free[--_freeCount] : _usedSlots++;
        Empty(slot);
        Shift(_firsts, block, 1);
        Shift(_slots, block, 1);
        _slots[block] = slot;
        Count++;
    }

    private void RemoveBlock(int block)
    {
        _free[_freeCount++] = _slots[block];
        Shift(_firsts, block + 1, -1);
        Shift(_slots, block + 1, -1);
        Count--;
        _firsts[Count] = long.MaxValue;
    }

    private void Empty(int slot)
    {
        _keys.AsSpan(Pad + (slot * Size), Size).Fill(long.MaxValue);
        _taken[slot] = 0;
    }

    private void Shift<T>(T[] array, int from, int by) =>
        array.AsSpan(from, Count - from).CopyTo(array.AsSpan(from + by));

    private void Grow()
    {
        var blocks = _slots.Length * 2;
        Array.Resize(ref _keys, (blocks * Size) + (2 * Pad));
        Array.Resize(ref _places, (blocks * Size) + (2 * Size));
        Array.Resize(ref _levels, blocks * Size);
        Array.Resize(ref _taken, blocks);
        Array.Resize(ref _slots, blocks);
        Array.Resize(ref _free, blocks);
        var firsts = NewDirectory(blocks);
        _firsts.AsSpan(0, Count).CopyTo(firsts);
        _firsts = firsts;
    }

    // Padded, so that counting may run beyond the last block.
    private static long[] NewDirectory(int blocks)
    {
        var firsts = new long[blocks + Counted];
        firsts.AsSpan().Fill(long.MaxValue);
        return firsts;
    }

    private static int Padded(int length) => (length + Counted - 1) & -Counted;
}
