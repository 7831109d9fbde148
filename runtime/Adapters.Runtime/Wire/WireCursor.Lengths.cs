using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Adapters.Wire;

/// <content>How long a value is. 0 means that it is left to the reader: it is malformed, or in a form that the cursor
/// does not take.</content>
public ref partial struct WireCursor
{
    // Ends a text, begins an escape, or may not stand in a text.
    private static readonly SearchValues<byte> TextEnds = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(static c => (byte)c), (byte)'"', (byte)'\\']);

    /// <summary>Text without escapes, with its quotes. Whether it is UTF-8 is not looked at.</summary>
    private static int TextLength(ReadOnlySpan<byte> rest)
    {
        if (rest.Length < 2 || rest[0] != '"')
        {
            return 0;
        }

        var end = rest.Slice(1).IndexOfAny(TextEnds);
        return end >= 0 && rest[end + 1] == '"' ? end + 2 : 0;
    }

    /// <summary>A JSON number. What follows it is not looked at: it must be what the cursor expects next.</summary>
    private static int NumberLength(ReadOnlySpan<byte> rest)
    {
        var start = rest.Length > 0 && rest[0] == '-' ? 1 : 0;
        var at = DigitsEnd(rest, start);
        if (at == start || (rest[start] == '0' && at > start + 1))
        {
            return 0;
        }

        if (at < rest.Length && rest[at] == '.')
        {
            start = at + 1;
            at = DigitsEnd(rest, start);
            if (at == start)
            {
                return 0;
            }
        }

        if (at < rest.Length && rest[at] is (byte)'e' or (byte)'E')
        {
            start = at + 1 < rest.Length && rest[at + 1] is (byte)'+' or (byte)'-' ? at + 2 : at + 1;
            at = DigitsEnd(rest, start);
            if (at == start)
            {
                return 0;
            }
        }

        return at;
    }

    private static int DigitsEnd(ReadOnlySpan<byte> rest, int from)
    {
        while (from < rest.Length && rest[from] is >= (byte)'0' and <= (byte)'9')
        {
            from++;
        }

        return from;
    }

    /// <summary>Any value.</summary>
    private static int ValueLength(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return 0;
        }

        switch (rest[0])
        {
            case (byte)'t':
                return rest.StartsWith("true"u8) ? 4 : 0;
            case (byte)'f':
                return rest.StartsWith("false"u8) ? 5 : 0;
            case (byte)'n':
                return rest.StartsWith("null"u8) ? 4 : 0;
            case (byte)'"' when TextLength(rest) is > 0 and var length:
                return length;
            case (byte)'"' or (byte)'{' or (byte)'[':
                return ParsedLength(rest);
            default:
                return NumberLength(rest);
        }
    }

    /// <summary>What needs a parser: nesting, and texts with escapes.</summary>
    private static int ParsedLength(ReadOnlySpan<byte> rest)
    {
        var json = new Utf8JsonReader(rest, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            json.Read();
            json.Skip();
            return (int)json.BytesConsumed;
        }
        catch (JsonException)
        {
            return 0; // the reader says what is wrong
        }
    }

    /// <summary>What follows the characters between quotes, or of a number. Between quotes they can be anything: what
    /// reads them is as strict as for the reader.</summary>
    private static ReadOnlySpan<byte> PastCharacters(ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> characters)
    {
        if (rest.Length > 0 && rest[0] == '"')
        {
            var length = TextLength(rest);
            characters = length == 0 ? default : rest.Slice(1, length - 2);
            return length == 0 ? default : rest.Slice(length);
        }

        var count = NumberLength(rest);
        characters = rest.Slice(0, count);
        return count == 0 ? default : rest.Slice(count);
    }

    /// <summary>What follows any value.</summary>
    internal static ReadOnlySpan<byte> PastValue(ReadOnlySpan<byte> rest)
    {
        var length = ValueLength(rest);
        return length == 0 ? default : rest.Slice(length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfValue(ref byte at, int left) => PastValue(Span(ref at, left)).Length;
}
