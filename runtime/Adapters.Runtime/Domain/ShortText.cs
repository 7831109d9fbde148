using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Adapters.Domain;

/// <summary>The first 16 bytes of a text in two registers, zeros behind it, and the text's whole length.</summary>
internal readonly struct ShortText(ulong low, ulong high, int length) : IEquatable<ShortText>
{
    internal const int MaxLength = 16;
    internal const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong _low = low;
    private readonly ulong _high = high;
    private readonly int _length = length;

    internal int Hash
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (Sse42.X64.IsSupported)
            {
                return (int)Sse42.X64.Crc32(Sse42.X64.Crc32((uint)_length, _low), _high) & int.MaxValue;
            }

            var hash = ((_high * Multiplier) ^ _low) * 0xD6E8_FEB8_6659_FD93;
            return (int)(hash >> 33) ^ _length;
        }
    }

    internal static ShortText Of(ReadOnlySpan<byte> text)
    {
        if (text.Length >= MaxLength)
        {
            return new ShortText(
                BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[8..]), text.Length);
        }

        if (text.Length >= 8)
        {
            var high = BinaryPrimitives.ReadUInt64LittleEndian(text[(text.Length - 8)..]);
            return new ShortText(
                BinaryPrimitives.ReadUInt64LittleEndian(text), (high >> 1) >> ((8 * (MaxLength - text.Length)) - 1), text.Length);
        }

        var low = 0UL;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            low = (low << 8) | text[i];
        }

        return new ShortText(low, 0, text.Length);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(ShortText other) => _low == other._low && _high == other._high && _length == other._length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ShortText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash;

    public static bool operator ==(ShortText left, ShortText right) => left.Equals(right);

    public static bool operator !=(ShortText left, ShortText right) => !left.Equals(right);
}
