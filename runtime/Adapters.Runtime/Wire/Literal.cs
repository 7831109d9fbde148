using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Adapters.Wire;

/// <summary>Bytes that are expected, known only once a specification is read; the first 16 are compared at once.</summary>
internal readonly struct Literal
{
    private readonly ulong _low;
    private readonly ulong _high;
    private readonly ulong _lowMask;
    private readonly ulong _highMask;
    private readonly byte[] _text;

    internal Literal(byte[] text)
    {
        _text = text;
        Span<byte> padded = stackalloc byte[16];
        Span<byte> mask = stackalloc byte[16];
        var length = Math.Min(text.Length, 16);
        text.AsSpan(0, length).CopyTo(padded);
        mask[..length].Fill(0xFF);
        _low = BinaryPrimitives.ReadUInt64LittleEndian(padded);
        _high = BinaryPrimitives.ReadUInt64LittleEndian(padded[8..]);
        _lowMask = BinaryPrimitives.ReadUInt64LittleEndian(mask);
        _highMask = BinaryPrimitives.ReadUInt64LittleEndian(mask[8..]);
    }

    internal int Length => _text.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Starts(ReadOnlySpan<byte> rest) => _text.Length <= 16 && rest.Length >= 16
        ? (((BinaryPrimitives.ReadUInt64LittleEndian(rest) ^ _low) & _lowMask)
            | ((BinaryPrimitives.ReadUInt64LittleEndian(rest.Slice(8)) ^ _high) & _highMask)) == 0
        : rest.StartsWith(_text);
}
