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

    private readonly TopicHeader?[] _headers;
    private readonly int _start;
    private int _last; // slot of the header found last; one loop at a time opens frames

    public TopicTable(IReadOnlyCollection<StreamTopic> topics, EnvelopeLayout? layout)
    {
        foreach (var topic in topics)
        {
            Names.GetOrAdd(topic.Utf8, topic);
        }

        _start = layout?.TopicStart ?? 0;
        _headers = new TopicHeader?[Math.Max(8, (int)BitOperations.RoundUpToPowerOf2((uint)topics.Count * 2))];
        foreach (var topic in topics)
        {
            if (layout?.HeaderOf(topic) is { } text && text.Length >= _start + Chosen)
            {
                Add(new TopicHeader(topic, layout, text, _start));
            }
        }
    }

    /// <summary>For those who read them in place.</summary>
    public Utf8Table<StreamTopic> Names { get; } = new();

    public StreamTopic? Find(ReadOnlySpan<byte> utf8) => Names.TryGet(utf8, out var topic) ? topic : null;

    /// <summary>What a frame in its expected layout begins with; null where it must be looked at more closely.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TopicHeader? Open(ReadOnlySpan<byte> frame)
    {
        // Topics come in bursts: where the last one comes again, nothing has to be searched for.
        var header = _headers[_last];
        if (header is not null && header.IsStartOf(frame))
        {
            return header;
        }

        return Search(frame);
    }

    private TopicHeader? Search(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < _start + Chosen)
        {
            return null;
        }

        var text = frame.Slice(_start, Chosen);
        var slot = SlotOf(BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(8)));
        while (_headers[slot] is { } header)
        {
            if (header.IsStartOf(frame) || header.IsWrittenIn(frame))
            {
                _last = slot;
                return header;
            }

            slot = (slot + 1) & (_headers.Length - 1);
        }

        return null;
    }

    private void Add(TopicHeader header)
    {
        var slot = SlotOf(header.Low, header.High);
        while (_headers[slot] is not null)
        {
            slot = (slot + 1) & (_headers.Length - 1);
        }

        _headers[slot] = header;
    }

    private int SlotOf(ulong low, ulong high) =>
        (int)((((high * ShortText.Multiplier) ^ low) * ShortText.Multiplier) >> 33) & (_headers.Length - 1);
}
