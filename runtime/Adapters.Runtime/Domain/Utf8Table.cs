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
        var text = ShortText.Of(key);
        var hash = Hash(text, key);
        for (var entry = First(hash); entry is not null; entry = entry.Next)
        {
            if (entry.Hash == hash && entry.Text == text
                && (key.Length <= ShortText.MaxLength || key.SequenceEqual(entry.Key)))
            {
                value = entry.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Finds a text as it stands in JSON, between quotes and without escapes.</summary>
    internal T? Find(ShortText text)
    {
        for (var entry = First(text.Hash); entry is not null; entry = entry.Next)
        {
            if (entry.Text == text && entry.IsPlain)
            {
                return entry.Value;
            }
        }

        return null;
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

            var text = ShortText.Of(key);
            var hash = Hash(text, key);
            ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
            Volatile.Write(ref bucket, new Entry(key, text, hash, value, bucket));
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

    private Entry? First(int hash)
    {
        var buckets = Volatile.Read(ref _buckets);
        return Volatile.Read(ref buckets[hash & (buckets.Length - 1)]);
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
                target = new Entry(entry.Key, entry.Text, entry.Hash, entry.Value, target);
            }
        }

        Volatile.Write(ref _buckets, larger);
    }

    // What goes beyond a short text is taken eight bytes at a time, the last eight overlapping.
    private static int Hash(ShortText text, ReadOnlySpan<byte> key)
    {
        if (key.Length <= ShortText.MaxLength)
        {
            return text.Hash;
        }

        var hash = (ulong)text.Hash;
        for (var at = ShortText.MaxLength; at < key.Length; at += 8)
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key[Math.Min(at, key.Length - 8)..]))
                * ShortText.Multiplier;
            hash ^= hash >> 32;
        }

        return (int)hash & int.MaxValue;
    }

    private sealed class Entry(byte[] key, ShortText text, int hash, T value, Entry? next)
    {
        internal readonly ShortText Text = text;
        internal readonly int Hash = hash;
        internal readonly bool IsPlain = !key.AsSpan().ContainsAnyInRange((byte)0, (byte)0x1F) && !key.Contains((byte)'\\');
        internal readonly byte[] Key = key;
        internal readonly T Value = value;
        internal readonly Entry? Next = next;
    }
}
