using System.Text;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>The bytes of an envelope in the order of its template: what stands around topic and payload is compared, and
/// the payload is read where it stands, without looking for its end first.</summary>
internal sealed class EnvelopeLayout
{
    private readonly byte[][] _texts;
    private readonly Literal[] _literals; // one before each placeholder, and one behind the last
    private readonly int _topic;
    private readonly int _payload;
    private readonly bool _isLast; // nothing but a brace follows the payload

    private EnvelopeLayout(List<byte[]> literals, int topic, int payload)
    {
        _texts = [.. literals];
        _literals = [.. literals.Select(static text => new Literal(text))];
        _topic = topic;
        _payload = payload;
        _isLast = payload == literals.Count - 2 && literals[^1].AsSpan().SequenceEqual("}"u8);
    }

    /// <summary>The layout of a template; null for one that leaves the bytes open (optional or nested parts), or whose
    /// topic does not come before the payload.</summary>
    public static EnvelopeLayout? Of(FrameTemplate template)
    {
        using var document = JsonDocument.Parse(template.Text);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        List<byte[]> literals = [];
        var open = new StringBuilder("{");
        foreach (var (index, property) in document.RootElement.EnumerateObject().Index())
        {
            var text = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : null;
            if (property.Name.EndsWith('?') || text?.EndsWith('?') == true || !IsPlain(property.Name)
                || property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
            {
                return null;
            }

            open.Append(index == 0 ? "" : ",").Append('"').Append(property.Name).Append("\":");
            if (text?.StartsWith('$') == true)
            {
                literals.Add(Encoding.UTF8.GetBytes(open.ToString()));
                open.Clear();
            }
            else
            {
                open.Append(property.Value.GetRawText());
            }
        }

        literals.Add(Encoding.UTF8.GetBytes(open.Append('}').ToString()));
        var (topic, payload) = (template.IndexOf("topic"), template.IndexOf("payload"));
        return topic >= 0 && topic < payload ? new EnvelopeLayout(literals, topic, payload) : null;
    }

    /// <summary>Where a topic's text begins.</summary>
    public int TopicStart => _texts[0].Length + 1;

    /// <summary>All that stands before the payloads of a topic; null where more than the topic is open.</summary>
    public byte[]? HeaderOf(StreamTopic topic) => _payload == 1 && IsPlain(topic.Text)
        ? [.. _texts[0], (byte)'"', .. topic.Utf8, (byte)'"', .. _texts[1]]
        : null;

    /// <summary>Finds the payload; null where the frame has another form or its topic is not in the table.</summary>
    public StreamTopic? Open(ReadOnlySpan<byte> frame, TopicTable topics, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        StreamTopic? topic = null;
        var rest = frame;
        for (var i = 0; i < _payload; i++)
        {
            if (!_literals[i].Starts(rest))
            {
                return null;
            }

            rest = rest.Slice(_literals[i].Length);
            var cursor = new WireCursor(rest, null!, 0);
            if (i != _topic)
            {
                cursor.Skip();
            }
            else if ((topic = cursor.Name(topics.Names)) is null)
            {
                return null;
            }

            rest = cursor.Rest;
        }

        if (!_literals[_payload].Starts(rest))
        {
            return null;
        }

        payload = rest.Slice(_literals[_payload].Length);
        return topic;
    }

    /// <summary>What follows the payload is the end of the frame.</summary>
    /// <param name="payload">Starts with the payload and goes on to the frame's end.</param>
    /// <param name="left">Number of bytes behind it.</param>
    public bool Ends(ReadOnlySpan<byte> payload, int left) =>
        _isLast ? left == 1 && payload[^1] == '}' : EndsOtherwise(payload[^left..]);

    private bool EndsOtherwise(ReadOnlySpan<byte> rest)
    {
        for (var i = _payload + 1; i < _literals.Length - 1; i++)
        {
            if (!_literals[i].Starts(rest))
            {
                return false;
            }

            rest = rest.Slice(_literals[i].Length);
            rest = WireCursor.PastValue(rest);
        }

        return rest.Length == _literals[^1].Length && _literals[^1].Starts(rest);
    }

    private static bool IsPlain(string name) => name.All(static c => c is >= ' ' and < '\u007F' and not ('"' or '\\'));
}
