using System.Numerics;

namespace Adapters.Books;

/// <content>Blocks come, go, part and join.</content>
internal sealed partial class LevelBlocks
{
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
