using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Adapters.Sockets;

/// <summary>All that stands before the payloads of a topic in their expected layout.</summary>
internal sealed class TopicHeader
{
    private const int Wide = 32;

    private readonly Vector256<byte> _first;
    private readonly Vector256<byte> _last;
    private readonly bool _isWide; // the first 32 bytes and the last 32 are all of it
    private readonly byte[] _text;

    public TopicHeader(StreamTopic topic, EnvelopeLayout layout, byte[] text, int start)
    {
        Topic = topic;
        Layout = layout;
        Low = BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(start));
        High = BinaryPrimitives.ReadUInt64LittleEndian(text.AsSpan(start + 8));
        Length = text.Length;
        _text = text;
        _isWide = text.Length is >= Wide and <= 2 * Wide;
        if (_isWide)
        {
            _first = Vector256.Create(text.AsSpan(0, Wide));
            _last = Vector256.Create(text.AsSpan(text.Length - Wide));
        }
    }

    public StreamTopic Topic { get; }

    public EnvelopeLayout Layout { get; }

    /// <summary>16 bytes from the topic's start, by which it is found.</summary>
    public ulong Low { get; }

    /// <inheritdoc cref="Low"/>
    public ulong High { get; }

    public int Length { get; }

    /// <summary>The frame begins so; false as well where that cannot be told at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsStartOf(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < Length || !_isWide)
        {
            return false;
        }

        var others = (Vector256.Create(frame) ^ _first) | (Vector256.Create(frame.Slice(Length - Wide)) ^ _last);
        return others == Vector256<byte>.Zero;
    }

    /// <summary>The frame begins so.</summary>
    public bool IsWrittenIn(ReadOnlySpan<byte> frame) => frame.StartsWith(_text);
}
