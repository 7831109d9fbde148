using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using Adapters.Domain;

namespace Adapters.Sockets;

/// <summary>
/// The topics of a connection by their UTF-8 text, looked up without making a string; replaced as a whole when they
/// change. Where the envelope begins with the topic, a frame finds its topic by what stands before the payload: 16 bytes
/// from the topic's start choose, then all of it is compared.
/// </summary>
internal sealed class TopicTable
{
    private const int Chosen = 16;

    private readonly Header?[] _headers;
    private readonly int _start;

    public TopicTable(IReadOnlyCollection<StreamTopic> topics, EnvelopeLayout? layout)
    {
        foreach (var topic in topics)
        {
            Names.GetOrAdd(topic.Utf8, topic);
        }

        _start = layout?.TopicStart ?? 0;
        _headers = new Header?[Math.Max(8, (int)BitOperations.RoundUpToPowerOf2((uint)topics.Count * 2))];
        foreach (var topic in topics)
        {
            if (layout?.HeaderOf(topic) is { } text && text.Length >= _start + Chosen)
            {
                Add(new Header(topic, text, _start));
            }
        }
    }

    /// <summary>For those who read them in place.</summary>
    public Utf8Table<StreamTopic> Names { get; } = new();

    public StreamTopic? Find(ReadOnlySpan<byte> utf8) => Names.TryGet(utf8, out var topic) ? topic : null;

    /// <summary>The topic of a frame in its expected layout, and where its payload begins; null where it must be looked
    /// at more closely.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StreamTopic? Open(ReadOnlySpan<byte> frame, out int payload)
    {
        payload = 0;
        if (frame.Length < _start + Chosen)
        {
            return null;
        }

        var text = frame.Slice(_start, Chosen);
        var low = BinaryPrimitives.ReadUInt64LittleEndian(text);
        var high = BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(8));
        var headers = _headers;
        for (var slot = Hash(low, high) & (headers.Length - 1); headers[slot] is { } header; slot = (slot + 1) & (headers.Length - 1))
        {
            if (header.Low == low && header.High == high && frame.StartsWith(header.Text))
            {
                payload = header.Text.Length;
                return header.Topic;
            }
        }

        return null;
    }

    private void Add(Header header)
    {
        var slot = Hash(header.Low, header.High) & (_headers.Length - 1);
        while (_headers[slot] is not null)
        {
            slot = (slot + 1) & (_headers.Length - 1);
        }

        _headers[slot] = header;
    }

    private static int Hash(ulong low, ulong high) =>
        (int)((((high * ShortText.Multiplier) ^ low) * ShortText.Multiplier) >> 33);

    private sealed class Header(StreamTopic topic, byte[] text, int start)
    {
        public readonly ulong Low = BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(start));
        public readonly ulong High = BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(start + 8));
        public readonly byte[] Text = text;
        public readonly StreamTopic Topic = topic;
    }
}
