using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>
/// Values by UTF-8 text: reads take no lock and allocate nothing, writes are rare. Entries are never removed, so a
/// value stays the one instance for its text.
/// </summary>
internal sealed class Utf8Table<T>
    where T : class
{
    private readonly Lock _writing = new();
    private Entry?[] _buckets = new Entry?[64];
    private int _count;

    internal int Count => Volatile.Read(ref _count);

    internal bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out T? value)
    {
        var hash = Hash(key);
        var buckets = Volatile.Read(ref _buckets);
        for (var entry = Volatile.Read(ref buckets[hash & (buckets.Length - 1)]); entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && key.SequenceEqual(entry.Key))
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Adds the value unless the key is there; gives the one that is in the table afterwards.</summary>
    internal T GetOrAdd(byte[] key, T value)
    {
        lock (_writing)
        {
            if (TryGet(key, out var present))
            {
                return present;
            }

            if (_count >= _buckets.Length)
            {
                Grow();
            }

            var hash = Hash(key);
            ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
            Volatile.Write(ref bucket, new Entry(key, hash, value, bucket));
            Volatile.Write(ref _count, _count + 1);
            return value;
        }
    }

    internal IEnumerable<T> Values()
    {
        foreach (var bucket in Volatile.Read(ref _buckets))
        {
            for (var entry = bucket; entry is not null; entry = entry.Next)
            {
                yield return entry.Value;
            }
        }
    }

    // Readers may still walk the old chains, so entries are made anew instead of being relinked.
    private void Grow()
    {
        var larger = new Entry?[_buckets.Length * 2];
        foreach (var bucket in _buckets)
        {
            for (var entry = bucket; entry is not null; entry = entry.Next)
            {
                ref var target = ref larger[entry.Hash & (larger.Length - 1)];
                target = new Entry(entry.Key, entry.Hash, entry.Value, target);
            }
        }

        Volatile.Write(ref _buckets, larger);
    }

    private static int Hash(ReadOnlySpan<byte> key)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)key.Length * Multiplier;
        while (key.Length >= 8)
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key)) * Multiplier;
            hash ^= hash >> 32;
            key = key[8..];
        }

        foreach (var c in key)
        {
            hash = (hash ^ c) * Multiplier;
        }

        return (int)((hash ^ (hash >> 32)) & int.MaxValue);
    }

    private sealed class Entry(byte[] key, int hash, T value, Entry? next)
    {
        internal readonly byte[] Key = key;
        internal readonly int Hash = hash;
        internal readonly T Value = value;
        internal readonly Entry? Next = next;
    }
}
