using System.Runtime.CompilerServices;
using Adapters.Domain;

namespace Adapters.Wire;

/// <summary>
/// Reads one message in the layout that the specification expects: without white space and escapes, and fast where the
/// fields come in the declared order. Whatever it does not take it leaves to <see cref="WireReader"/>, which reads
/// every form and says what is wrong with the others: the two never give different values.
/// </summary>
/// <remarks>The cursor stands on the first byte of what comes next. Where it cannot go on it drops the rest of the
/// message: nothing can be read from there, and no object ends.</remarks>
public ref partial struct WireCursor
{
    // Deeper nesting is left to the reader, which has its own bound.
    private const int MaxDepth = 24;

    /// <summary>Starts on a value, which may be followed by others.</summary>
    /// <param name="utf8">Starts with the value.</param>
    /// <param name="context">What reading needs.</param>
    /// <param name="depth">Values around this one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WireCursor(ReadOnlySpan<byte> utf8, WireContext context, int depth)
    {
        _context = context;
        Rest = BitConverter.IsLittleEndian ? utf8 : default; // the other processors read in any order
        _depth = depth;
    }

    /// <summary>Enters an object.</summary>
    /// <returns>The first field, for the loop over the fields.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BeginObject()
    {
        Enter((byte)'{');
        _length = Rest.Length;
        return 0;
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
        var rest = Rest;
        _seen |= Run(from, to);
        var field = Next(ref rest, fields, _seen, rest.Length == _length);
        Rest = rest;
        _isFound = field >= 0 && field < fields.Count;
        if (_isFound && (required & Run(field, to)) != 0)
        {
            _context.HasStrayed = true;
        }

        return field;
    }

    /// <summary>Checks that all required fields were there.</summary>
    /// <param name="from">The field from which fields were read in the declared order.</param>
    /// <param name="count">Number of the record's fields.</param>
    /// <param name="required">One bit per required field.</param>
    /// <returns>Number of bytes behind the object; -1 where fields are missing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Leave(int from, int count, ulong required) =>
        from == 0 || ((_seen | Run(from, count)) & required) == required ? Rest.Length : -1;

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

    private static ulong Run(int from, int to) => Below(to) & ~Below(from);

    private static ulong Below(int field) => field >= 64 ? ulong.MaxValue : (1UL << field) - 1;
}
