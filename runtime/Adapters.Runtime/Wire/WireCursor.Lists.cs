using System.Runtime.CompilerServices;
using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Records, lists and arrays by position. Maps and what else is no layout are read by
/// <see cref="WireReader"/>, in place.</content>
public ref partial struct WireCursor
{
    private const int FirstCapacity = 8;

    /// <summary>A record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Object<T>()
        where T : IWire<T>, allows ref struct
    {
        TryObject<T>(out var value);
        return value;
    }

    /// <summary>A record; false where it has another form.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryObject<T>(out T value)
        where T : IWire<T>, allows ref struct
    {
        var left = T.ReadExpected(Rest, _context, _depth, out value);
        return Take(left);
    }

    /// <summary>The place of the case that a discriminator names; -1 where it does not come first, or is not known. The
    /// cursor stays before the object.</summary>
    /// <param name="key">The object's start up to the discriminator: <c>{"e":</c>.</param>
    /// <param name="cases">Its values.</param>
    public readonly int Case(ReadOnlySpan<byte> key, EnumTable cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (!Rest.StartsWith(key))
        {
            return -1;
        }

        PastName(Rest.Slice(key.Length), cases.Values, out var found);
        return found is null ? -1 : found.Index;
    }

    /// <summary>A record that is a class, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? ClassOrNull<T>()
        where T : class, IWire<T> => TakeAbsent() ? null : Object<T>();

    /// <summary>A record that is a struct, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? StructOrNull<T>()
        where T : struct, IWire<T> => TakeAbsent() ? null : Object<T>();

    /// <summary>A list of records.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[] List<T>()
        where T : IWire<T>
    {
        Take(ReadList<T>(Rest, _context, _depth, out var items));
        return items;
    }

    /// <summary>A list of records.</summary>
    /// <returns>Number of bytes behind it, or -1.</returns>
    internal static int ReadList<T>(ReadOnlySpan<byte> utf8, WireContext context, int depth, out T[] items)
        where T : IWire<T>
    {
        items = [];
        var count = 0;
        var cursor = new WireCursor(utf8, context, depth);
        cursor.BeginTuple();
        while (cursor.NextItem(count))
        {
            if (count == items.Length)
            {
                Array.Resize(ref items, Math.Max(FirstCapacity, count * 2));
            }

            items[count++] = cursor.Object<T>();
        }

        Array.Resize(ref items, count);
        return cursor.LeaveTuple(count);
    }

    /// <summary>A list of records, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[]? ListOrNull<T>()
        where T : IWire<T> => TakeAbsent() ? null : List<T>();

    /// <summary>A list of scalars.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[] ListOf<T>(ScalarRead<T> read)
    {
        Rest = PastAnyOrder(Rest, _context, (ref WireReader r) => r.ListOf(read), out var items);
        return items!;
    }

    /// <summary>A list of scalars, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T[]? ListOfOrNull<T>(ScalarRead<T> read) => TakeAbsent() ? null : ListOf(read);

    /// <summary>A list of struct records in reused memory; <c>default</c>, which an empty list is not, where it is absent.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> SpanOrNone<T>(int slot)
        where T : struct, IWire<T> => TakeAbsent() ? default : Span<T>(slot);

    /// <summary>A list of struct records in reused memory; valid until the context reads the next message.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<T> Span<T>(int slot)
        where T : struct, IWire<T>
    {
        Take(ReadSpan<T>(Rest, _context, _depth, slot, out var items));
        return items;
    }

    /// <summary>A list of struct records in reused memory.</summary>
    /// <returns>Number of bytes behind it, or -1.</returns>
    internal static int ReadSpan<T>(
        ReadOnlySpan<byte> utf8, WireContext context, int depth, int slot, out ReadOnlySpan<T> list)
        where T : struct, IWire<T>
    {
        var items = context.Borrow<T>(slot, 1);
        var count = 0;
        var cursor = new WireCursor(utf8, context, depth);
        cursor.BeginTuple();
        while (cursor.NextItem(count))
        {
            if (count == items.Length)
            {
                items = context.Borrow<T>(slot, count * 2);
            }

            items[count++] = cursor.Object<T>();
        }

        list = items.AsSpan(0, count);
        return cursor.LeaveTuple(count);
    }

    /// <summary>A map of records by text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dictionary<string, T> Map<T>()
        where T : IWire<T>
    {
        Rest = PastAnyOrder(Rest, _context, static (ref WireReader r) => r.Map<T>(), out var map);
        return map!;
    }

    /// <summary>A map of records by text, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dictionary<string, T>? MapOrNull<T>()
        where T : IWire<T> => TakeAbsent() ? null : Map<T>();

    /// <summary>A map of scalars or lists by text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dictionary<string, T> MapOf<T>(ScalarRead<T> read)
    {
        Rest = PastAnyOrder(Rest, _context, (ref WireReader r) => r.MapOf(read), out var map);
        return map!;
    }

    /// <summary>A map of scalars or lists by text, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dictionary<string, T>? MapOfOrNull<T>(ScalarRead<T> read) => TakeAbsent() ? null : MapOf(read);

    /// <summary>Any JSON value, kept as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonText Json()
    {
        Rest = PastAnyOrder(Rest, _context, static (ref WireReader r) => r.Json(), out var json);
        return json;
    }

    /// <summary>Any JSON value, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonText? JsonOrNull() => TakeAbsent() ? null : Json();

    /// <summary>Reads a value of any type, in any order and form, by <see cref="WireReader"/>.</summary>
    /// <returns>Number of bytes behind it; -1 where the reader refuses it: read from the message's start it says why.
    /// </returns>
    internal static int ReadInAnyOrder<T>(ReadOnlySpan<byte> utf8, WireContext context, out T value)
        where T : IWire<T>, allows ref struct
    {
        if (BeginsWithSpace(utf8))
        {
            value = default!;
            return -1;
        }

        try
        {
            var reader = WireReader.Within(utf8, context);
            T.Read(ref reader, out value);
            return utf8.Length - reader.Consumed;
        }
        catch (WireException)
        {
            value = default!;
        }
        catch (JsonException)
        {
            value = default!;
        }

        return -1;
    }

    // The reader would pass it; but whoever asked whether the value is absent did not see behind it.
    private static bool BeginsWithSpace(ReadOnlySpan<byte> rest) => rest.Length > 0 && rest[0] <= ' ';

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastAnyOrder<T>(
        ReadOnlySpan<byte> rest, WireContext context, ScalarRead<T> read, out T? value)
    {
        if (BeginsWithSpace(rest))
        {
            value = default;
            return default;
        }

        try
        {
            var reader = WireReader.Within(rest, context);
            value = read(ref reader);
            return rest.Slice(reader.Consumed);
        }
        catch (WireException)
        {
            value = default;
        }
        catch (JsonException)
        {
            value = default;
        }

        return default; // read from the message's start it is told why
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Take(int left)
    {
        Rest = left < 0 ? default : Rest.Slice(Rest.Length - left);
        return left >= 0;
    }
}
