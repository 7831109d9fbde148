using System.Text;
using Adapters.Domain;

namespace Adapters.Wire;

/// <summary>The values of a wire enum. Finding one allocates nothing; unknown ones are kept up to a bound, so that a
/// new value of the venue costs one string once.</summary>
public sealed class EnumTable
{
    private const int MaxUnknown = 256;

    private readonly EnumValue[] _known;
    private readonly Utf8Table<EnumValue> _values = new();

    /// <summary>Makes the table of an enum; a value's place is its index.</summary>
    /// <exception cref="ArgumentException">A value is there twice.</exception>
    public EnumTable(params string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        _known = new EnumValue[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            _known[i] = new EnumValue(values[i], i);
            if (!ReferenceEquals(_values.GetOrAdd(Encoding.UTF8.GetBytes(values[i]), _known[i]), _known[i]))
            {
                throw new ArgumentException($"The value '{values[i]}' is there twice.", nameof(values));
            }
        }
    }

    /// <summary>Number of known values.</summary>
    public int Count => _known.Length;

    internal Utf8Table<EnumValue> Values => _values;

    /// <summary>A known value by its place.</summary>
    public EnumValue this[int index] => _known[index];

    /// <summary>The value of a text, known or not.</summary>
    public EnumValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The value of a text in valid UTF-8, known or not.</summary>
    public EnumValue Of(ReadOnlySpan<byte> utf8)
    {
        if (_values.TryGet(utf8, out var value))
        {
            return value;
        }

        value = new EnumValue(Encoding.UTF8.GetString(utf8), -1);
        return !utf8.IsEmpty && _values.Count - _known.Length < MaxUnknown ? _values.GetOrAdd(utf8.ToArray(), value) : value;
    }
}
