using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Adapters.Wire;

/// <summary>The digits of one number, 16 bytes at once; what stands behind the number does not matter. For processors
/// that keep the lowest byte first, as all do that .NET's vectors are fast on.</summary>
internal static class Digits
{
    /// <summary>Bytes in a vector.</summary>
    internal const int Room = 16;

    private const int NoPoint = 31;

    // The place of each lane; one that is moved below zero gives zero when shuffled.
    private static Vector128<byte> Lanes
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    /// <summary>Characters as digits: all others are above nine afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Of(Vector128<byte> text) => text - Vector128.Create((byte)'0');

    /// <summary>One bit per lane that is no digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Others(Vector128<byte> digits) =>
        Vector128.GreaterThan(digits, Vector128.Create((byte)9)).ExtractMostSignificantBits();

    /// <summary>Place of the first quote; 16 where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Quote(Vector128<byte> text) => BitOperations.TrailingZeroCount(
        Vector128.Equals(text, Vector128.Create((byte)'"')).ExtractMostSignificantBits() | 0x1_0000);

    /// <summary>All bits in the first lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Below(int lane) =>
        Vector128.GreaterThan(Vector128.Create((sbyte)lane), Lanes.AsSByte()).AsByte();

    /// <summary>Number of digits at the start; 16 means that the number is longer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Count(Vector128<byte> digits) => BitOperations.TrailingZeroCount(Others(digits) | 0x1_0000);

    /// <summary>The number that the first digits make.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Whole(Vector128<byte> digits, int count) => Pack(Vector128.ShuffleNative(digits, Right(count)));

    /// <summary>Digits with at most one point, and a digit on both its sides. False for any other form of number.
    /// </summary>
    /// <param name="text">The number and what follows.</param>
    /// <param name="length">The number's length, below 16.</param>
    /// <param name="mantissa">The digits.</param>
    /// <param name="scale">Digits behind the point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryDecimal(Vector128<byte> text, int length, out ulong mantissa, out int scale)
    {
        var digits = Of(text);
        var inside = (1u << length) - 1;
        var others = Others(digits) & inside;
        var points = Vector128.Equals(text, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & inside;
        var behind = (length - BitOperations.TrailingZeroCount(points | (1u << length)) - 1) & NoPoint;

        mantissa = WithoutPoint(digits, length, behind); // without a point no lane is below -15
        scale = behind == NoPoint ? 0 : behind;
        return others == points && (points & (points - 1)) == 0 && (points & 1) == 0 && behind != 0 && length != 0;
    }

    /// <summary>Digits with a point among them, as one whole number.</summary>
    /// <param name="digits">The number, its point included, and what follows.</param>
    /// <param name="length">The number's length, the point included.</param>
    /// <param name="behind">Digits behind the point.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong WithoutPoint(Vector128<byte> digits, int length, int behind) =>
        Pack(Vector128.ShuffleNative(digits, Order(length, behind)));

    /// <summary>Moves the digits of a number to the last lanes, those before the point by one more, into its place.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Order(int length, int behind) => Right(length) + Below(Room - behind);

    // Moves what stands in the first lanes to the last ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Right(int length) => Lanes + Vector128.Create((byte)(length - Room));

    /// <summary>16 digits, the most significant first, as one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Pack(Vector128<byte> digits)
    {
        if (!Sse41.IsSupported)
        {
            var halves = digits.AsUInt64();
            return (Eight(halves.ToScalar()) * 100_000_000) + Eight(halves.GetElement(1));
        }

        // Weights of neighbours, the first in the low half.
        var fours = Sse2.MultiplyAddAdjacent(
            Ssse3.MultiplyAddAdjacent(digits, Vector128.Create((ushort)0x010A).AsSByte()), Vector128.Create(0x0001_0064).AsInt16());
        var eights = Sse2.MultiplyAddAdjacent(
            Sse41.PackUnsignedSaturate(fours, fours).AsInt16(), Vector128.Create(0x0001_2710).AsInt16()).AsUInt64().ToScalar();
        return ((ulong)(uint)eights * 100_000_000) + (eights >> 32);
    }

    /// <summary>Eight digits in one register: neighbours are joined to twos, fours and eights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Eight(ulong digits)
    {
        const ulong Mask = 0x0000_00FF_0000_00FF;
        var twos = (digits * 10) + (digits >> 8);
        return (((twos & Mask) * 0x000F_4240_0000_0064) + (((twos >> 16) & Mask) * 0x0000_2710_0000_0001)) >> 32;
    }
}
