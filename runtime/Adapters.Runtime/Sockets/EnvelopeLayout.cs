using System.Text;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>The bytes of an envelope in the order of its template: what stands around topic and payload is compared, and
/// the payload is read where it stands, without looking for its end first.</summary>
internal sealed class EnvelopeLayout
{
    private readonly Literal[] _literals; // one before each placeholder, and one behind the last
    private readonly int _topic;
    private readonly int _payload;

    private EnvelopeLayout(List<byte[]> literals, int topic, int payload)
    {
        _literals = [.. literals.Select(static text => new Literal(text))];
        _topic = topic;
        _payload = payload;
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

    /// <summary>Moves to the payload; null where the frame has another form or its topic is not in the table.</summary>
    public StreamTopic? Open(scoped ref WireCursor cursor, TopicTable topics)
    {
        StreamTopic? topic = null;
        for (var i = 0; i < _payload; i++)
        {
            if (!cursor.Is(_literals[i]))
            {
                return null;
            }

            if (i != _topic)
            {
                cursor.Skip();
            }
            else if ((topic = cursor.Name(topics.Names)) is null)
            {
                return null;
            }
        }

        return cursor.Is(_literals[_payload]) ? topic : null;
    }

    /// <summary>What follows the payload is the end of the frame.</summary>
    public bool Ends(scoped ref WireCursor cursor)
    {
        for (var i = _payload + 1; i < _literals.Length - 1; i++)
        {
            if (!cursor.Is(_literals[i]))
            {
                return false;
            }

            cursor.Skip();
        }

        return cursor.Rest.SequenceEqual(_literals[^1].Text);
    }

    private static bool IsPlain(string name) => name.All(static c => c is >= ' ' and < '\u007F' and not ('"' or '\\'));
}
