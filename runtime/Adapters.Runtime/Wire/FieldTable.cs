using System.Numerics;
using System.Text;

namespace Adapters.Wire;

/// <summary>
/// The wire names of a record, at most 64 fields. Venues send fields in the declared order, so the field after the
/// last one is tried first; any other order costs a lookup by hash.
/// </summary>
public sealed class FieldTable
{
    private const int MaxFields = 64;
    private const int Buckets = 256;

    private readonly byte[][] _names;
    private readonly sbyte[] _indexes;
    private readonly byte[]?[] _first;
    private readonly string[] _texts;
    private readonly short[] _buckets = new short[Buckets];

    /// <summary>Makes the table of names in wire order; a name's place is its field's index.</summary>
    /// <exception cref="ArgumentException">There are more than 64, or one is there twice.</exception>
    public FieldTable(params string[] wireNames)
        : this(Number(wireNames))
    {
    }

    /// <summary>Makes the table of names with their field's index; a field may have several names.</summary>
    /// <exception cref="ArgumentException">An index is above 63, or a name is there twice.</exception>
    public FieldTable(params (string Name, int Index)[] wireNames)
    {
        ArgumentNullException.ThrowIfNull(wireNames);
        _names = new byte[wireNames.Length][];
        _indexes = new sbyte[wireNames.Length];
        Count = wireNames.Length == 0 ? 0 : wireNames.Max(static name => name.Index) + 1;
        if (Count > MaxFields || wireNames.Length >= Buckets || wireNames.Any(static name => name.Index < 0))
        {
            throw new ArgumentException($"A record has at most {MaxFields} fields.", nameof(wireNames));
        }

        _first = new byte[]?[Count];
        _texts = new string[Count];
        for (var i = 0; i < wireNames.Length; i++)
        {
            Add(i, wireNames[i].Name, wireNames[i].Index);
        }
    }

    /// <summary>Number of fields.</summary>
    public int Count { get; }

    /// <summary>The first wire name of a field.</summary>
    public string this[int index] => _texts[index];

    /// <summary>Finds a field by its name; -1 where the record does not have it.</summary>
    /// <param name="name">The name in UTF-8 with escapes resolved.</param>
    /// <param name="seen">One bit per field that was read before.</param>
    public int Find(ReadOnlySpan<byte> name, ulong seen)
    {
        var next = 64 - BitOperations.LeadingZeroCount(seen);
        if ((uint)next < (uint)_first.Length && name.SequenceEqual(_first[next]))
        {
            return next;
        }

        return Lookup(name);
    }

    private int Lookup(ReadOnlySpan<byte> name)
    {
        for (var bucket = Hash(name); _buckets[bucket] != 0; bucket = (bucket + 1) % Buckets)
        {
            var entry = _buckets[bucket] - 1;
            if (name.SequenceEqual(_names[entry]))
            {
                return _indexes[entry];
            }
        }

        return -1;
    }

    private void Add(int entry, string text, int index)
    {
        var name = Encoding.UTF8.GetBytes(text);
        if (Lookup(name) >= 0)
        {
            throw new ArgumentException($"The field '{text}' is there twice.", nameof(text));
        }

        _names[entry] = name;
        _indexes[entry] = (sbyte)index;
        _first[index] ??= name;
        _texts[index] ??= text;
        var bucket = Hash(name);
        while (_buckets[bucket] != 0)
        {
            bucket = (bucket + 1) % Buckets;
        }

        _buckets[bucket] = (short)(entry + 1);
    }

    private static int Hash(ReadOnlySpan<byte> name) => name.IsEmpty
        ? 0
        : ((name.Length * 31) + name[0] + (name[^1] * 7) + (name[name.Length / 2] * 13)) % Buckets;

    private static (string Name, int Index)[] Number(string[] wireNames)
    {
        ArgumentNullException.ThrowIfNull(wireNames);
        return [.. wireNames.Select(static (name, index) => (name, index))];
    }
}
