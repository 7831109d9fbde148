using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Benchmarks.Decoding;

/// <summary>
/// What a competent user writes by hand: a Utf8JsonReader, a switch over the one-letter names, Utf8Parser for decimals,
/// lists borrowed from one message to the next, symbols looked up by their bytes. Nothing is allocated, the order of
/// fields does not matter, unknown ones are skipped, and missing ones are found.
/// </summary>
internal sealed partial class HandwrittenDecoder : IDecoder
{
    private readonly SymbolTable _symbols = new();
    private Level[] _bids = new Level[16];
    private Level[] _asks = new Level[16];

    private delegate void Reading(ref Utf8JsonReader reader, Sink sink);

    public string Name => "Utf8JsonReader by hand, Utf8Parser";

    // The dispatch: the topic's handler is looked up by its bytes, as one who subscribes to many topics has to.
    public Action<byte[]> For(MessageKind kind, Sink sink)
    {
        var handlers = Topics.Handlers(this).GetAlternateLookup<ReadOnlySpan<byte>>();
        return frame =>
        {
            var reader = new Utf8JsonReader(frame);
            Begin(ref reader);
            Reading? handler = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("stream"u8))
                {
                    reader.Read();
                    handlers.TryGetValue(reader.ValueSpan, out handler);
                }
                else if (reader.ValueTextEquals("data"u8))
                {
                    reader.Read();
                    (handler ?? throw new FormatException("The topic comes behind the data, or is not known."))(ref reader, sink);
                }
                else
                {
                    reader.Skip();
                }
            }

            if (reader.TokenType != JsonTokenType.EndObject || reader.Read())
            {
                throw new FormatException("The frame goes on behind its end.");
            }
        };
    }

    private static void Begin(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.None)
        {
            reader.Read();
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new FormatException("An object was expected.");
        }
    }

    /// <summary>Moves to the next field; gives its letter, or 0 where the name is longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Next(ref Utf8JsonReader reader, out byte name)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            name = 0;
            return false;
        }

        name = reader.ValueSpan.Length == 1 ? reader.ValueSpan[0] : (byte)0;
        reader.Read();
        return true;
    }

    private static decimal Decimal(ref Utf8JsonReader reader) =>
        Utf8Parser.TryParse(reader.ValueSpan, out decimal value, out var read) && read == reader.ValueSpan.Length
            ? value
            : throw new FormatException("A number was expected.");

    private Symbol Symbol(ref Utf8JsonReader reader) => _symbols.Resolve(reader.ValueSpan);

    private static void Expect(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        if (!reader.ValueTextEquals(text))
        {
            throw new FormatException("Another kind of event came.");
        }
    }

    private static void Require(int seen, int required)
    {
        if ((seen & required) != required)
        {
            throw new FormatException("A field is missing.");
        }
    }

    private static ReadOnlySpan<Level> Levels(scoped ref Utf8JsonReader reader, ref Level[] levels)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            if (count == levels.Length)
            {
                Array.Resize(ref levels, count * 2);
            }

            reader.Read();
            var price = Decimal(ref reader);
            reader.Read();
            levels[count++] = new Level(price, Decimal(ref reader));
            if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
            {
                throw new FormatException("A level has two numbers.");
            }
        }

        return levels.AsSpan(0, count);
    }
}
