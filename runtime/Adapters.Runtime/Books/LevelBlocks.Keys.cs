using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Adapters.Books;

/// <content>Keys and places of a block: counted, and moved by one.</content>
internal sealed partial class LevelBlocks
{
    private static Vector256<byte> ByteIndices => Vector256<byte>.Indices;

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
}
