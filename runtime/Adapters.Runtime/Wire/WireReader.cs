using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Wire;

/// <summary>
/// Reads one message. Lenient where venues are (numbers as text, a lone value for a list, unknown fields), strict
/// everywhere else: what cannot be read throws, nothing ever becomes a default. Between calls the reader stands on
/// the first token of the value to read, after a read on the value's last token.
/// </summary>
/// <remarks>Malformed JSON throws <see cref="JsonException"/> and every other problem <see cref="WireException"/>;
/// decode through <see cref="WireDecoder"/>, which turns both into one error with endpoint and path.</remarks>
public ref partial struct WireReader
{
    /// <summary>Deepest nesting that is read, as deep as the bits of the marks below.</summary>
    internal const int MaxDepth = 64;

    private const int ScratchLength = 256;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly WireContext _context;
    private Utf8JsonReader _json;
    private int _start; // of the parser's text, which begins anew where a list was read without it

    // One bit per depth: an object inside a one-element array; a tuple whose end was reached; a lone tagged object.
    private ulong _wrapped;
    private ulong _ended;
    private ulong _lone;

    /// <summary>Starts on the first value of the text.</summary>
    /// <exception cref="JsonException">The text does not begin with a JSON value.</exception>
    public WireReader(ReadOnlySpan<byte> utf8, WireContext context)
        : this(utf8, context, MaxDepth) => context.Restart();

    private WireReader(ReadOnlySpan<byte> utf8, WireContext context, int maxDepth)
    {
        ArgumentNullException.ThrowIfNull(context);
        _utf8 = utf8;
        _context = context;
        _json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        _json.Read();
    }

    /// <summary>When the message arrived.</summary>
    public readonly Timestamp ReceivedAt => _context.ReceivedAt;

    /// <summary>Bytes from the start of the message to the value that the reader stands on.</summary>
    public readonly int Offset => _start + (int)_json.TokenStartIndex;

    /// <summary>True where the value is null or empty text, which mean that it is absent.</summary>
    public readonly bool IsAbsent =>
        _json.TokenType == JsonTokenType.Null || (_json.TokenType == JsonTokenType.String && _json.ValueSpan.IsEmpty);

    /// <summary>The value as it is written, a text without its quotes.</summary>
    internal readonly ReadOnlySpan<byte> Raw => _json.ValueSpan;

    /// <summary>Bytes from the start of the text to the end of the value that was read.</summary>
    internal readonly int Consumed => _start + (int)_json.BytesConsumed;

    /// <summary>Starts on a value inside a message that a cursor reads.</summary>
    internal static WireReader Within(ReadOnlySpan<byte> utf8, WireContext context) => new(utf8, context, MaxDepth / 2);

    /// <summary>The value is an object.</summary>
    internal readonly bool IsObject => _json.TokenType == JsonTokenType.StartObject;

    /// <summary>Enters an object, or the only object of an array.</summary>
    /// <returns>0: no field was read so far.</returns>
    public ulong BeginObject()
    {
        if (_json.TokenType == JsonTokenType.StartArray)
        {
            Advance();
            if (_json.TokenType != JsonTokenType.StartObject)
            {
                throw Fail("expected an object, found an array");
            }

            _wrapped |= DepthBit;
            return 0;
        }

        if (_json.TokenType != JsonTokenType.StartObject)
        {
            throw Unexpected("an object");
        }

        _wrapped &= ~DepthBit;
        return 0;
    }

    /// <summary>Enters an object, or the only object of an array, that is read into a struct.</summary>
    /// <param name="value">All of it not read so far.</param>
    /// <returns>0: no field was read so far.</returns>
    public ulong BeginObject<T>(out T value)
        where T : struct, allows ref struct
    {
        value = default;
        return BeginObject();
    }

    /// <summary>Moves to the value of the next field that the record has; false at the object's end. Others are skipped,
    /// and the observer hears of them.</summary>
    /// <param name="fields">The record's fields.</param>
    /// <param name="required">One bit per field that must be there.</param>
    /// <param name="seen">One bit per field read so far; the field's bit is set.</param>
    /// <param name="field">The field's index.</param>
    /// <exception cref="WireException">Required fields are missing; the message names them.</exception>
    public bool NextField(FieldTable fields, ulong required, ref ulong seen, out int field)
    {
        while (Next(fields, ref seen, out field))
        {
            if (field >= 0)
            {
                return true;
            }

            SkipUnknown();
        }

        Require(fields, seen, required); // told where the object stands, so before its array is left
        LeaveObject();
        return false;
    }

    /// <summary>Moves to the next field's value; false at the object's end.</summary>
    /// <param name="fields">The record's fields.</param>
    /// <param name="seen">One bit per field read so far; the field's bit is set.</param>
    /// <param name="field">The field's index, or -1 for one that the record does not have.</param>
    public bool NextField(FieldTable fields, ref ulong seen, out int field)
    {
        if (Next(fields, ref seen, out field))
        {
            return true;
        }

        LeaveObject();
        return false;
    }

    /// <summary>Checks that all required fields were there.</summary>
    /// <exception cref="WireException">Some are missing; the message names them.</exception>
    public readonly void Require(FieldTable fields, ulong seen, ulong required)
    {
        if ((seen & required) != required)
        {
            throw Missing(fields, required & ~seen);
        }
    }

    /// <summary>Skips a field that the record does not have, and tells the observer.</summary>
    public void SkipUnknown()
    {
        _context.Observer?.UnknownField(Offset);
        Skip();
    }

    /// <summary>Skips a value that is declared as ignored.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Checks that nothing follows the message.</summary>
    /// <exception cref="JsonException">Something but white space follows.</exception>
    internal void End()
    {
        if (_json.Read())
        {
            throw Fail("nothing may follow the message");
        }
    }

    private bool Next(FieldTable fields, ref ulong seen, out int field)
    {
        Advance();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            field = -1;
            return false;
        }

        field = _json.ValueIsEscaped ? FindEscaped(fields, seen) : fields.Find(_json.ValueSpan, seen);
        if (field >= 0)
        {
            seen |= 1UL << field;
        }

        Advance();
        return true;
    }

    private readonly ulong DepthBit => 1UL << _json.CurrentDepth;

    private void LeaveObject()
    {
        if ((_wrapped & DepthBit) == 0)
        {
            return;
        }

        _wrapped &= ~DepthBit;
        Advance();
        if (_json.TokenType != JsonTokenType.EndArray)
        {
            throw Fail("expected an object, found an array of several values");
        }
    }

    private void Advance()
    {
        if (!_json.Read())
        {
            throw Fail("the message ends here");
        }
    }

    private int FindEscaped(FieldTable fields, ulong seen)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return fields.Find(Unescape(scratch), seen);
    }

    private readonly WireException Fail(string problem) => new(Offset, problem);

    private readonly WireException Unexpected(string expected) => Fail($"expected {expected}, found {Found}");

    private readonly string Found => _json.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String when _json.ValueSpan.IsEmpty => "empty text",
        JsonTokenType.String => "text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        JsonTokenType.Null => "null",
        _ => "nothing",
    };

    private readonly WireException Missing(FieldTable fields, ulong missing)
    {
        var names = Enumerable.Range(0, fields.Count).Where(i => (missing >> i & 1) != 0).Select(i => $"'{fields[i]}'");
        return Fail($"required and not there: {string.Join(", ", names)}");
    }
}
