using System.Text.Json;

namespace Adapters.Generator.Tests.Reference;

/// <summary>
/// A JSON value as System.Text.Json's parser tells it, as far as the text can be parsed: where it breaks off, the values
/// around that place are incomplete.
/// </summary>
internal sealed class JsonPart
{
    private const int MaxDepth = 64;

    private readonly byte[] _utf8;
    private int _start;
    private int _end;

    private JsonPart(byte[] utf8, JsonTokenType kind, JsonPlace place)
    {
        _utf8 = utf8;
        Kind = kind;
        Place = place;
    }

    /// <summary>The value's first token.</summary>
    public JsonTokenType Kind { get; }

    /// <summary>Where it stands.</summary>
    public JsonPlace Place { get; }

    /// <summary>The text, or a number's digits, between the quotes and as written.</summary>
    public ReadOnlySpan<byte> Raw => Kind == JsonTokenType.String ? _utf8.AsSpan(_start + 1, _end - _start - 2) : Whole;

    /// <summary>All of the value as written.</summary>
    public ReadOnlySpan<byte> Whole => _utf8.AsSpan(_start, _end - _start);

    /// <summary>What stands in an object or array. The last name may lack its value.</summary>
    public List<(JsonName? Name, JsonPart? Value)> Items { get; } = [];

    /// <summary>All of it was parsed.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Parses as much as can be.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="broken">Where the text breaks off: at the last token before; null for sound JSON.</param>
    public static JsonPart? Parse(byte[] utf8, out JsonPlace? broken)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        JsonPart? root = null;
        var last = JsonPlace.Root;
        var open = new Stack<JsonPart>();
        try
        {
            while (reader.Read())
            {
                last = Take(utf8, ref reader, open, ref root);
            }

            broken = null;
        }
        catch (JsonException)
        {
            broken = last;
        }

        return root;
    }

    private static JsonPlace Take(byte[] utf8, ref Utf8JsonReader reader, Stack<JsonPart> open, ref JsonPart? root)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                var ended = open.Pop();
                ended._end = (int)reader.BytesConsumed;
                ended.IsComplete = true;
                return ended.Place;
            case JsonTokenType.PropertyName:
                var name = JsonName.Of(ref reader);
                open.Peek().Items.Add((name, null));
                return open.Peek().Place.Of(name);
            default:
                return Value(utf8, ref reader, open, ref root).Place;
        }
    }

    private static JsonPart Value(byte[] utf8, ref Utf8JsonReader reader, Stack<JsonPart> open, ref JsonPart? root)
    {
        var around = open.Count > 0 ? open.Peek() : null;
        var name = around?.Kind == JsonTokenType.StartObject ? around.Items[^1].Name : null;
        var place = around is null ? JsonPlace.Root
            : name is not null ? around.Place.Of(name) : around.Place.At(around.Items.Count);
        var part = new JsonPart(utf8, reader.TokenType, place)
        {
            _start = (int)reader.TokenStartIndex,
            _end = (int)reader.BytesConsumed,
        };
        if (around is null)
        {
            root = part;
        }
        else if (name is not null)
        {
            around.Items[^1] = (name, part);
        }
        else
        {
            around.Items.Add((null, part));
        }

        if (part.Kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            open.Push(part);
        }
        else
        {
            part.IsComplete = true;
        }

        return part;
    }
}
