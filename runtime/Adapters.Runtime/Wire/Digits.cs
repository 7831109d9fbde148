using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Adapters.Wire;

/// <summary>
/// The digits of one number, 16 bytes at once. Callers hand over at least <see cref="Room"/> bytes; what stands behind
/// the number does not matter.
/// </summary>
internal static class Digits
{
    /// <summary>Bytes that are loaded at once.</summary>
    internal const int Room = 16;

    private const int NoPoint = 31;

    // The place of each lane; one that is moved below zero gives zero when shuffled.
    private static Vector128<byte> Lanes => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);

    /// <summary>Number of digits at the start, at most 15; 16 means that the number is longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Whole(ReadOnlySpan<byte> text, out ulong value)
    {
        var digits = Load(text, 0) - Vector128.Create((byte)'0');
        var count = BitOperations.TrailingZeroCount(Others(digits) | 0x1_0000);
        value = Pack(Vector128.ShuffleNative(digits, Right(count)));
        return count;
    }

    /// <summary>13 digits and then something else: milliseconds since 2001.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryThirteen(ReadOnlySpan<byte> text, out ulong value)
    {
        var digits = Load(text, 0) - Vector128.Create((byte)'0');
        value = Pack(Vector128.ShuffleNative(digits, Right(13)));
        return (Others(digits) & 0x3FFF) == 0x2000;
    }

    /// <summary>Digits with at most one point, and a digit on both its sides. False for any other form of number.
    /// </summary>
    /// <param name="text">The number and what follows.</param>
    /// <param name="length">The number's length, 1 to 15.</param>
    /// <param name="mantissa">The digits.</param>
    /// <param name="scale">Digits behind the point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryDecimal(ReadOnlySpan<byte> text, int length, out ulong mantissa, out int scale)
    {
        var characters = Load(text, 0);
        var digits = characters - Vector128.Create((byte)'0');
        var inside = (1u << length) - 1;
        var others = Others(digits) & inside;
        var points = Vector128.Equals(characters, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & inside;
        var point = BitOperations.TrailingZeroCount(points | (1u << length));
        var behind = (length - point - 1) & NoPoint;
        // Lanes before the point move by one more, into its place. Without a point no lane is below -15.
        var beforePoint = Vector128.GreaterThan(Vector128.Create((sbyte)(Room - behind)), Lanes.AsSByte()).AsByte();
        mantissa = Pack(Vector128.ShuffleNative(digits, Right(length) + beforePoint));
        scale = behind == NoPoint ? 0 : behind;
        return others == points && (points & (points - 1)) == 0 && point != 0 && behind != 0;
    }

    /// <summary>Place of the first quote in 16 bytes; 16 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Quote(ReadOnlySpan<byte> text) => BitOperations.TrailingZeroCount(
        Vector128.Equals(Load(text, 0), Vector128.Create((byte)'"')).ExtractMostSignificantBits() | 0x1_0000);

    /// <summary>Up to 16 bytes of text before a quote as two numbers, zeros behind it; false where it is longer. One
    /// byte more than <see cref="Room"/> must be there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryText(ReadOnlySpan<byte> text, out int length, out ulong low, out ulong high)
    {
        var characters = Load(text, 0);
        length = BitOperations.TrailingZeroCount(
            Vector128.Equals(characters, Vector128.Create((byte)'"')).ExtractMostSignificantBits() | 0x1_0000);
        var kept = (characters & Vector128.GreaterThan(Vector128.Create((sbyte)length), Lanes.AsSByte()).AsByte()).AsUInt64();
        low = kept.ToScalar();
        high = kept.GetElement(1);
        return length < Room || text[Room] == '"';
    }

    // Moves what stands in the first lanes to the last ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Right(int length) => Lanes + Vector128.Create((byte)(length - Room));

    // One bit per byte that is no digit.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Others(Vector128<byte> digits) =>
        Vector128.Equals(Vector128.Min(digits, Vector128.Create((byte)9)), digits).ExtractMostSignificantBits() ^ 0xFFFF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load(ReadOnlySpan<byte> bytes, int from) => Vector128.Create(bytes.Slice(from, Room));

    /// <summary>16 digits, the most significant first, as one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(Vector128<byte> digits)
    {
        if (!Sse41.IsSupported)
        {
            var halves = digits.AsUInt64();
            return (Eight(halves.ToScalar()) * 100_000_000) + Eight(halves.GetElement(1));
        }

        var twos = Ssse3.MultiplyAddAdjacent(
            digits, Vector128.Create((sbyte)10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1));
        var fours = Sse2.MultiplyAddAdjacent(twos, Vector128.Create((short)100, 1, 100, 1, 100, 1, 100, 1));
        var eights = Sse2.MultiplyAddAdjacent(
            Sse41.PackUnsignedSaturate(fours, fours).AsInt16(),
            Vector128.Create((short)10_000, 1, 10_000, 1, 10_000, 1, 10_000, 1)).AsUInt64().ToScalar();
        return ((ulong)(uint)eights * 100_000_000) + (eights >> 32);
    }

    // Eight digits in one register: neighbours are joined to twos, fours and eights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ulong digits)
    {
        const ulong Mask = 0x0000_00FF_0000_00FF;
        var twos = (digits * 10) + (digits >> 8);
        return (((twos & Mask) * 0x000F_4240_0000_0064) + (((twos >> 16) & Mask) * 0x0000_2710_0000_0001)) >> 32;
    }
}
