using Adapters.Domain;

namespace Adapters.Sockets;

/// <summary>Topics by their UTF-8 text, looked up without making a string. Replaced as a whole when it changes.</summary>
internal sealed class TopicTable
{
    public TopicTable(IReadOnlyCollection<StreamTopic> topics)
    {
        foreach (var topic in topics)
        {
            Names.GetOrAdd(topic.Utf8, topic);
        }
    }

    /// <summary>For those who read them in place.</summary>
    public Utf8Table<StreamTopic> Names { get; } = new();

    public StreamTopic? Find(ReadOnlySpan<byte> utf8) => Names.TryGet(utf8, out var topic) ? topic : null;
}
