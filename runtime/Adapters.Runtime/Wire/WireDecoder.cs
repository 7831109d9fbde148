using System.Text.Json;
using Adapters.Errors;

namespace Adapters.Wire;

/// <summary>Decodes whole messages: everything that can be wrong with one becomes a <see cref="DecodeException"/> with
/// endpoint or channel and JSON path, and nothing of the message's content.</summary>
public static class WireDecoder
{
    /// <summary>Decodes a message that holds one record.</summary>
    /// <param name="utf8">The whole message.</param>
    /// <param name="context">What reading needs; borrowed values stay valid until its next message.</param>
    /// <param name="where">Endpoint or channel, for the error.</param>
    /// <exception cref="DecodeException">The message is not what the venue documents.</exception>
    public static T Decode<T>(ReadOnlySpan<byte> utf8, WireContext context, string where)
        where T : IWire<T>, allows ref struct
    {
        try
        {
            var reader = new WireReader(utf8, context);
            T.Read(ref reader, out var value);
            reader.End();
            return value;
        }
        catch (WireException error)
        {
            throw Describe(utf8, where, error);
        }
        catch (JsonException error)
        {
            throw Describe(utf8, where, context.HasLeapt ? Rescan(utf8, error) : error);
        }
    }

    /// <summary>Decodes a message that is in its expected layout, several times faster than <see cref="Decode"/> and
    /// with the same values.</summary>
    /// <param name="utf8">The whole message.</param>
    /// <param name="context">What reading needs; borrowed values stay valid until its next message. An observer hears
    /// nothing.</param>
    /// <param name="value">The message.</param>
    /// <returns>False where <see cref="Decode"/> must decide.</returns>
    public static bool TryExpected<T>(ReadOnlySpan<byte> utf8, WireContext context, out T value)
        where T : IWire<T>, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Restart();
        var left = T.ReadExpected(utf8, context, 0, out value);
        return left == 0 || (left > 0 && !utf8[^left..].ContainsAnyExcept(" \n\r\t"u8));
    }

    /// <summary>Decodes a message that holds a list of records, or a lone one.</summary>
    /// <exception cref="DecodeException">The message is not what the venue documents.</exception>
    public static T[] DecodeList<T>(ReadOnlySpan<byte> utf8, WireContext context, string where)
        where T : IWire<T> => DecodeOf(utf8, context, where, static (ref WireReader r) => r.List<T>());

    /// <summary>Decodes a message of any form.</summary>
    /// <param name="utf8">The whole message.</param>
    /// <param name="context">What reading needs.</param>
    /// <param name="where">Endpoint or channel, for the error.</param>
    /// <param name="read">Reads the message's one value, for example a map of records.</param>
    /// <exception cref="DecodeException">The message is not what the venue documents.</exception>
    public static T DecodeOf<T>(ReadOnlySpan<byte> utf8, WireContext context, string where, ScalarRead<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            var reader = new WireReader(utf8, context);
            var value = read(ref reader);
            reader.End();
            return value;
        }
        catch (WireException error)
        {
            throw Describe(utf8, where, error);
        }
        catch (JsonException error)
        {
            throw Describe(utf8, where, context.HasLeapt ? Rescan(utf8, error) : error);
        }
    }

    private static DecodeException Describe(ReadOnlySpan<byte> utf8, string where, WireException error) =>
        new(where, JsonPath.At(utf8, error.Offset), error.Message, error.InnerException);

    // The parser's own message is left out: it can quote the text.
    private static DecodeException Describe(ReadOnlySpan<byte> utf8, string where, JsonException error)
    {
        var offset = OffsetOf(utf8, error);
        return new DecodeException(
            where,
            JsonPath.At(utf8, offset),
            $"malformed JSON or nesting beyond {WireReader.MaxDepth} at byte {offset}");
    }

    private static JsonException Rescan(ReadOnlySpan<byte> utf8, JsonException error)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = WireReader.MaxDepth });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException whole)
        {
            return whole;
        }

        return error;
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException error)
    {
        var start = 0;
        for (var line = error.LineNumber ?? 0; line > 0; line--)
        {
            var end = utf8[start..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            start += end + 1;
        }

        return (int)Math.Min(start + (error.BytePositionInLine ?? 0), utf8.Length);
    }
}
