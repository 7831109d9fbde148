namespace Adapters.Sockets;

/// <summary>Topics by their UTF-8 text, looked up without making a string. Replaced as a whole when it changes.</summary>
internal sealed class TopicTable
{
    private readonly StreamTopic?[] _slots;

    public TopicTable(IReadOnlyCollection<StreamTopic> topics)
    {
        var size = 8;
        while (size < topics.Count * 2)
        {
            size *= 2;
        }

        _slots = new StreamTopic?[size];
        foreach (var topic in topics)
        {
            var slot = Hash(topic.Utf8) & (size - 1);
            while (_slots[slot] is not null)
            {
                slot = (slot + 1) & (size - 1);
            }

            _slots[slot] = topic;
        }
    }

    public StreamTopic? Find(ReadOnlySpan<byte> utf8)
    {
        var mask = _slots.Length - 1;
        for (var slot = Hash(utf8) & mask; _slots[slot] is { } topic; slot = (slot + 1) & mask)
        {
            if (utf8.SequenceEqual(topic.Utf8))
            {
                return topic;
            }
        }

        return null;
    }

    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261;
        foreach (var b in utf8)
        {
            hash = unchecked((hash ^ b) * 16777619);
        }

        return (int)(hash & int.MaxValue);
    }
}
