using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Adapters.Domain;

namespace Adapters.Wire;

/// <summary>
/// Reads one message in the layout that the specification expects: without white space and escapes, and fast where the
/// fields come in the declared order. Whatever it does not take it leaves to <see cref="WireReader"/>, which reads
/// every form and says what is wrong with the others: the two never give different values.
/// </summary>
/// <remarks>The cursor stands on the first byte of what comes next. Where it cannot go on it drops the rest of the
/// message: nothing can be read from there, no object ends, and the record's <c>TryRead</c> gives false. All access is
/// by spans, so no byte outside the message can be read, whatever the message holds.</remarks>
public ref partial struct WireCursor
{
    // Deeper nesting is left to the reader, which has its own bound.
    private const int MaxDepth = 24;

    // Few fields, never copied as a whole on the fast way: then all of them live in registers.
    private readonly WireContext _context;
    private ReadOnlySpan<byte> _rest;
    private ulong _seen;
    private int _length; // of what was left behind the object's opening
    private int _depth;
    private bool _isFound;

    /// <summary>Starts on the first value of the text, which may go on behind it.</summary>
    public WireCursor(ReadOnlySpan<byte> utf8, WireContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        _rest = utf8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private WireCursor(WireContext context, ReadOnlySpan<byte> rest, int depth)
    {
        _context = context;
        _rest = rest;
        _depth = depth;
    }

    /// <summary>When the message arrived.</summary>
    public readonly Timestamp ReceivedAt => _context.ReceivedAt;

    /// <summary>What has not been read; empty where the cursor could not go on.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>A cursor for the fields or items of one value; <c>Leave</c> hands its place over to this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly WireCursor Inside() => new(_context, _rest, _depth);

    /// <summary>Enters an object.</summary>
    /// <returns>The first field, for the loop over the fields.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BeginObject()
    {
        Enter((byte)'{');
        _length = _rest.Length;
        return 0;
    }

    /// <summary>Passes a field's key; false where something else follows.</summary>
    /// <param name="key">The expected bytes up to the value: <c>,"p":</c>, without the comma for the first field.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(ReadOnlySpan<byte> key)
    {
        var rest = _rest;
        if (key.Length == 5)
        {
            // Names of one letter are what most of market data has: two comparisons with constants.
            if (rest.Length >= 5
                && BinaryPrimitives.ReadUInt32LittleEndian(rest) == BinaryPrimitives.ReadUInt32LittleEndian(key)
                && rest[4] == key[4])
            {
                _rest = rest.Slice(5);
                return true;
            }
        }
        else if (rest.StartsWith(key))
        {
            _rest = rest.Slice(key.Length);
            return true;
        }

        if (_isFound)
        {
            _isFound = false;
            return true;
        }

        return false;
    }

    /// <summary>Passes bytes that are known only at run time; false where others follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Is(Literal literal)
    {
        var isThere = literal.Starts(_rest);
        _rest = _rest.Slice(isThere ? literal.Length : 0);
        return isThere;
    }

    /// <summary>Finds out which field follows instead of the expected one, skipping those that the record does not
    /// have. The cursor then stands on the field's value, and the next call of <c>Is</c> says so.</summary>
    /// <param name="fields">The record's fields.</param>
    /// <param name="required">One bit per field that must be there.</param>
    /// <param name="from">The field from which fields were read in the declared order.</param>
    /// <param name="to">The field that did not follow.</param>
    /// <returns>The field; the number of fields at the object's end; -1 where the cursor cannot go on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Seek(FieldTable fields, ulong required, int from, int to)
    {
        // By copies: what has its address taken cannot live in registers.
        var rest = _rest;
        _seen |= Run(from, to);
        var field = Next(ref rest, fields, _seen, rest.Length == _length);
        _rest = rest;
        _isFound = field >= 0 && field < fields.Count;
        if (_isFound && (required & Run(field, to)) != 0)
        {
            _context.HasStrayed = true;
        }

        return field;
    }

    /// <summary>Passes the object's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool EndsObject()
    {
        if (_rest.Length == 0 || _rest[0] != '}')
        {
            return false;
        }

        _rest = _rest.Slice(1);
        return true;
    }

    /// <summary>Hands over to the cursor of the object around, and checks that all required fields were there.</summary>
    /// <param name="outer">The cursor that this one is a copy of.</param>
    /// <param name="from">The field from which fields were read in the declared order.</param>
    /// <param name="count">Number of the record's fields.</param>
    /// <param name="required">One bit per field that must be there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Leave(scoped ref WireCursor outer, int from, int count, ulong required)
    {
        outer._rest = _rest;
        return ((_seen | Run(from, count)) & required) == required;
    }

    /// <summary>Hands over to the cursor of the value around.</summary>
    /// <param name="outer">The cursor that this one is a copy of.</param>
    public readonly void Leave(scoped ref WireCursor outer) => outer._rest = _rest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(byte opening)
    {
        _rest = _rest.Length > 0 && _rest[0] == opening && _depth < MaxDepth ? _rest.Slice(1) : default;
        _depth++;
    }

    private static int Next(scoped ref ReadOnlySpan<byte> rest, FieldTable fields, ulong seen, bool isFirst)
    {
        while (!rest.IsEmpty)
        {
            if (rest[0] == '}')
            {
                return fields.Count;
            }

            if (!TryKey(ref rest, isFirst, out var name))
            {
                break;
            }

            isFirst = false;
            var field = fields.Find(name, seen);
            if (field >= 0 && !LooksLikeKey(rest))
            {
                return field;
            }

            rest = field >= 0 ? default : PastValue(rest);
        }

        rest = default;
        return -1;
    }

    // No value begins as a key does: the loop, which compares the expected key first, must not take one for the other.
    private static bool LooksLikeKey(ReadOnlySpan<byte> rest) =>
        rest.IsEmpty || rest[0] == ',' || (TextLength(rest) is var text and > 0 && text < rest.Length && rest[text] == ':');

    private static bool TryKey(scoped ref ReadOnlySpan<byte> rest, bool isFirst, out ReadOnlySpan<byte> name)
    {
        name = default;
        var key = isFirst ? rest : rest[0] == ',' ? rest.Slice(1) : default;
        var length = TextLength(key);
        if (length == 0 || length >= key.Length || key[length] != ':')
        {
            return false;
        }

        name = key.Slice(1, length - 2);
        rest = key.Slice(length + 1);
        return true;
    }

    /// <summary>Moves to where so many bytes are left; none where the cursor cannot go on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Leave(int left) => _rest = _rest.Slice(_rest.Length - left);

    private static ulong Run(int from, int to) => Below(to) & ~Below(from);

    private static ulong Below(int field) => field >= 64 ? ulong.MaxValue : (1UL << field) - 1;
}
