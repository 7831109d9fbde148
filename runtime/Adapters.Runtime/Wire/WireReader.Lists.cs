using System.Text;
using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Records, lists and maps. A list accepts a lone value.</content>
public ref partial struct WireReader
{
    private const int FirstCapacity = 8;
    private const string ListForm = "a list";

    /// <summary>A record.</summary>
    public T Object<T>()
        where T : IWire<T>, allows ref struct
    {
        T.Read(ref this, out var value);
        return value;
    }

    /// <summary>A record that is a class, or null where it is absent.</summary>
    public T? ClassOrNull<T>()
        where T : class, IWire<T> => IsAbsent ? null : Object<T>();

    /// <summary>A record that is a struct, or null where it is absent.</summary>
    public T? StructOrNull<T>()
        where T : struct, IWire<T> => IsAbsent ? null : Object<T>();

    /// <summary>A list of records.</summary>
    public T[] List<T>()
        where T : IWire<T>
    {
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            return [Object<T>()];
        }

        T[] items = [];
        var count = 0;
        while (NextElement())
        {
            Grow(ref items, count);
            T.Read(ref this, out items[count++]);
        }

        Array.Resize(ref items, count);
        return items;
    }

    /// <summary>A list of records, or null where it is absent.</summary>
    public T[]? ListOrNull<T>()
        where T : IWire<T> => IsAbsent ? null : List<T>();

    /// <summary>A list of scalars.</summary>
    public T[] ListOf<T>(ScalarRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            return [read(ref this)];
        }

        T[] items = [];
        var count = 0;
        while (NextElement())
        {
            Grow(ref items, count);
            items[count++] = read(ref this);
        }

        Array.Resize(ref items, count);
        return items;
    }

    /// <summary>A list of scalars, or null where it is absent.</summary>
    public T[]? ListOfOrNull<T>(ScalarRead<T> read) => IsAbsent ? null : ListOf(read);

    /// <summary>A list of struct records in reused memory; <c>default</c>, which an empty list is not, where it is absent.
    /// </summary>
    public ReadOnlySpan<T> SpanOrNone<T>(int slot)
        where T : struct, IWire<T> => IsAbsent ? default : Span<T>(slot);

    /// <summary>A list of struct records in reused memory; valid until the context reads the next message.</summary>
    public ReadOnlySpan<T> Span<T>(int slot)
        where T : struct, IWire<T>
    {
        var items = _context.Borrow<T>(slot, 1);
        if (_json.TokenType != JsonTokenType.StartArray)
        {
            T.Read(ref this, out items[0]);
            return items.AsSpan(0, 1);
        }

        var count = 0;
        while (NextElement())
        {
            if (count == items.Length)
            {
                items = _context.Borrow<T>(slot, count * 2);
            }

            T.Read(ref this, out items[count++]);
        }

        return items.AsSpan(0, count);
    }

    /// <summary>A map of records by text.</summary>
    public Dictionary<string, T> Map<T>()
        where T : IWire<T>
    {
        var map = BeginMap<T>();
        while (NextKey(out var key))
        {
            map[key] = Object<T>();
        }

        return map;
    }

    /// <summary>A map of records by text, or null where it is absent.</summary>
    public Dictionary<string, T>? MapOrNull<T>()
        where T : IWire<T> => IsAbsent ? null : Map<T>();

    /// <summary>A map of scalars or lists by text.</summary>
    public Dictionary<string, T> MapOf<T>(ScalarRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var map = BeginMap<T>();
        while (NextKey(out var key))
        {
            map[key] = read(ref this);
        }

        return map;
    }

    /// <summary>A map of scalars or lists by text, or null where it is absent.</summary>
    public Dictionary<string, T>? MapOfOrNull<T>(ScalarRead<T> read) => IsAbsent ? null : MapOf(read);

    /// <summary>Moves to the next element of the array that the reader is in; false at its end.</summary>
    private bool NextElement()
    {
        Advance();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    private static void Grow<T>(ref T[] items, int count)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, Math.Max(FirstCapacity, count * 2));
        }
    }

    private readonly Dictionary<string, T> BeginMap<T>() => _json.TokenType == JsonTokenType.StartObject
        ? new Dictionary<string, T>(StringComparer.Ordinal)
        : throw Unexpected("an object");

    private bool NextKey(out string key)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            key = string.Empty;
            return false;
        }

        Span<byte> scratch = stackalloc byte[ScratchLength];
        var name = _json.ValueIsEscaped ? Unescape(scratch) : _json.ValueSpan;
        key = System.Text.Unicode.Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : throw Fail(InvalidText);
        Advance();
        return true;
    }
}
