using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Adapters.Domain;

namespace Adapters.Books;

/// <summary>
/// Levels by their keys, in blocks on one array. A directory holds where each block's keys begin, in order; a key's block
/// is found by counting smaller ones, a few at a time and without a branch that depends on them.
/// </summary>
internal sealed class LevelBlocks
{
    private const int FirstBlocks = 4;
    private const int Counted = 8; // keys in a step of counting
    private const int CountedAtMost = 64;

    private LevelBlock[] _blocks = new LevelBlock[FirstBlocks];
    private int[] _free = new int[FirstBlocks];
    private int _freeCount;
    private int _used;

    // The directory: no key of a block is smaller than its first, and all keys of the block before are.
    private long[] _firsts = NewDirectory(FirstBlocks);
    private int[] _slots = new int[FirstBlocks];
    private int _count; // one at least; none but an only one is empty

    internal LevelBlocks() => Clear();

    internal int LevelCount
    {
        get
        {
            var count = 0;
            for (var block = 0; block < _count; block++)
            {
                count += _blocks[_slots[block]].Count;
            }

            return count;
        }
    }

    /// <summary>The level of the smallest key.</summary>
    internal Level? First
    {
        get
        {
            ref var block = ref _blocks[_slots[0]];
            return block.Count == 0 ? null : block.First;
        }
    }

    internal void Clear()
    {
        _firsts.AsSpan(0, _count).Fill(long.MaxValue);
        _freeCount = 0;
        _used = 0;
        _count = 0;
        Add(0, long.MinValue);
    }

    /// <summary>Puts levels where their keys belong, or takes away what is there where their quantity is 0.</summary>
    /// <param name="keys">The levels' keys, far from the largest number and the smallest. Ascending ones are fastest.
    /// </param>
    /// <param name="levels">The levels, not fewer.</param>
    internal void Set(ReadOnlySpan<long> keys, ReadOnlySpan<Level> levels)
    {
        var at = -1;
        while (!keys.IsEmpty)
        {
            at = BlockOf(keys[0], at + 1);
            ref var block = ref _blocks[_slots[at]];
            var count = block.Set(keys, levels, _firsts[at], _firsts[at + 1]);
            if (count == 0)
            {
                if (!block.SetOne(keys[0], levels[0]))
                {
                    Split(at, keys[0]);
                    continue;
                }

                count = 1;
            }

            keys = keys[count..];
            levels = levels[count..];
            if (block.Count < LevelBlock.Size / 4)
            {
                Merge(at);
            }
        }
    }

    /// <summary>Copies levels in the order of their keys; gives how many.</summary>
    internal int CopyTo(Span<Level> target)
    {
        var copied = 0;
        for (var block = 0; block < _count && copied < target.Length; block++)
        {
            copied += _blocks[_slots[block]].CopyTo(target[copied..]);
        }

        return copied;
    }

    /// <summary>Multiplies all keys by a power of ten.</summary>
    /// <returns>False where one grows too large; all are as they were then.</returns>
    internal bool TryScaleKeys(int places)
    {
        if (!TryScaleKeys(places, isTrial: true))
        {
            return false;
        }

        TryScaleKeys(places, isTrial: false);
        for (var block = 1; block < _count; block++)
        {
            _firsts[block] = _blocks[_slots[block]].FirstKey;
        }

        return true;
    }

    private bool TryScaleKeys(int places, bool isTrial)
    {
        for (var block = 0; block < _count; block++)
        {
            if (!_blocks[_slots[block]].TryScaleKeys(places, isTrial))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The block that a key belongs to.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hint">Behind the block before, where an ordered change goes on more often than not.</param>
    private int BlockOf(long key, int hint)
    {
        // There is a number behind every block's first key; behind the last one it is the largest.
        var firsts = _firsts;
        return (uint)hint < (uint)(firsts.Length - 1) && key >= firsts[hint] && key < firsts[hint + 1] ? hint : BlockOf(key);
    }

    private int BlockOf(long key)
    {
        var firsts = _firsts;
        var low = 0;
        var length = _count;
        while (length > CountedAtMost)
        {
            var half = length >>> 1;
            low += firsts[low + half] <= key ? half : 0;
            length -= half;
        }

        // Not more than the key, instead of less than its successor: keys stay far below the largest number.
        return low + CountBelow(firsts.AsSpan(low, Padded(length)), key + 1) - 1;
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

    /// <summary>Takes half of a full block's levels to a new one, or begins an empty one behind all levels.</summary>
    /// <param name="at">The block.</param>
    /// <param name="key">A key that belongs there and finds no place.</param>
    private void Split(int at, long key)
    {
        ref var full = ref _blocks[_slots[at]];
        var isBehindAll = at == _count - 1 && key > full.KeyAt(LevelBlock.Size - 1); // a snapshot comes in order
        var first = isBehindAll ? key : full.KeyAt(LevelBlock.Size / 2);
        Add(at + 1, first);
        _blocks[_slots[at]].MoveTo(ref _blocks[_slots[at + 1]], first); // the array may be another one now
    }

    /// <summary>Joins a block of few levels with a neighbour, where both have place in one that is not nearly full or one
    /// is empty.</summary>
    private void Merge(int at)
    {
        var left = Math.Min(at, _count - 2);
        if (left < 0)
        {
            return;
        }

        ref var block = ref _blocks[_slots[left]];
        ref var next = ref _blocks[_slots[left + 1]];
        if (block.Count + next.Count <= LevelBlock.Size * 3 / 4 || block.Count == 0 || next.Count == 0)
        {
            next.MoveTo(ref block, long.MinValue);
            Remove(left + 1);
        }
    }

    private void Add(int at, long first)
    {
        if (_count == _slots.Length)
        {
            Grow();
        }

        var slot = _freeCount > 0 ? _free[--_freeCount] : _used++;
        _blocks[slot].Clear();
        Shift(_firsts, at, 1);
        Shift(_slots, at, 1);
        _firsts[at] = first;
        _slots[at] = slot;
        _count++;
    }

    private void Remove(int at)
    {
        _free[_freeCount++] = _slots[at];
        Shift(_firsts, at + 1, -1);
        Shift(_slots, at + 1, -1);
        _count--;
        _firsts[_count] = long.MaxValue;
    }

    private void Shift<T>(T[] array, int from, int by) =>
        array.AsSpan(from, _count - from).CopyTo(array.AsSpan(from + by));

    private void Grow()
    {
        var blocks = _slots.Length * 2;
        Array.Resize(ref _blocks, blocks);
        Array.Resize(ref _slots, blocks);
        Array.Resize(ref _free, blocks);
        var firsts = NewDirectory(blocks);
        _firsts.AsSpan(0, _count).CopyTo(firsts);
        _firsts = firsts;
    }

    // Padded, so that counting may run beyond the last block, and a largest number stands behind it.
    private static long[] NewDirectory(int blocks)
    {
        var firsts = new long[blocks + Counted];
        firsts.AsSpan().Fill(long.MaxValue);
        return firsts;
    }

    private static int Padded(int length) => (length + Counted - 1) & -Counted;
}
