using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>An envelope in any order and form, read once: the payload is decoded where it stands, as soon as the topic is
/// known. What it does not take is matched as a whole first.</summary>
internal sealed class EnvelopeFields
{
    private readonly FieldTable _fields;
    private readonly ulong _required;
    private readonly int _topic;
    private readonly int _payload;

    private EnvelopeFields(List<(string Key, bool IsRequired)> keys, int topic, int payload)
    {
        _fields = new FieldTable([.. keys.Select(static key => key.Key)]);
        for (var i = 0; i < keys.Count; i++)
        {
            _required |= keys[i].IsRequired ? 1UL << i : 0;
        }

        _topic = topic;
        _payload = payload;
    }

    /// <summary>The fields of a template; null for one that has more than a topic, a payload and placeholders.</summary>
    public static EnvelopeFields? Of(FrameTemplate template)
    {
        using var document = JsonDocument.Parse(template.Text);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var (topic, payload) = (-1, -1);
        List<(string Key, bool IsRequired)> keys = [];
        foreach (var property in document.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.String || property.Value.GetString() is not ['$', ..] text)
            {
                return null;
            }

            topic = text == "$topic" ? keys.Count : topic;
            payload = text == "$payload" ? keys.Count : payload;
            keys.Add((property.Name.TrimEnd('?'), !property.Name.EndsWith('?') && !text.EndsWith('?')));
        }

        return topic >= 0 && payload >= 0 ? new EnvelopeFields(keys, topic, payload) : null;
    }

    /// <summary>Moves to the payload; null where the topic did not come before it or is not in the table.</summary>
    public StreamTopic? Open(scoped ref WireReader reader, TopicTable topics, ref ulong seen)
    {
        StreamTopic? topic = null;
        reader.BeginObject();
        while (reader.NextField(_fields, ref seen, out var field))
        {
            if (field == _payload)
            {
                return topic;
            }

            if (field == _topic)
            {
                topic = topics.Find(reader.Raw);
            }

            reader.Skip();
        }

        return null;
    }

    /// <summary>What follows the payload is the end of the frame. Topic and payload come once.</summary>
    public bool Ends(scoped ref WireReader reader, ref ulong seen)
    {
        while (reader.NextField(_fields, ref seen, out var field))
        {
            if (field == _topic || field == _payload)
            {
                return false;
            }

            reader.Skip();
        }

        reader.End();
        return (seen & _required) == _required;
    }
}
