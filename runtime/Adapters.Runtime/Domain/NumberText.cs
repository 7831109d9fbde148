using System.Globalization;

namespace Adapters.Domain;

/// <summary>
/// Writes numbers as ASCII: a decimal with all its digits, as it was written, and never with an exponent. The runtime's own
/// formatting asks a culture and walks digits one by one through a buffer of characters, which costs five times as much.
/// </summary>
internal static class NumberText
{
    /// <summary>Longest text: sign, 29 digits and a point, or a point before 28 digits.</summary>
    internal const int MaxLength = 32;

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    /// <summary>Writes a whole number; gives its length.</summary>
    internal static int Write(long value, Span<byte> output)
    {
        var start = 0;
        if (value < 0)
        {
            output[0] = (byte)'-';
            start = 1;
        }

        var magnitude = value < 0 ? 0 - (ulong)value : (ulong)value;
        var length = DigitsOf(magnitude);
        WriteDigits(magnitude, output.Slice(start, length));
        return start + length;
    }

    /// <summary>Writes a decimal with all its places; gives its length.</summary>
    internal static int Write(decimal value, Span<byte> output)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] != 0)
        {
            value.TryFormat(output, out var written, default, CultureInfo.InvariantCulture);
            return written;
        }

        var mantissa = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xff;
        var start = 0;
        if (bits[3] < 0 && mantissa != 0)
        {
            output[0] = (byte)'-';
            start = 1;
        }

        // At least one digit stands before the point.
        var digits = Math.Max(DigitsOf(mantissa), scale + 1);
        if (scale == 0)
        {
            WriteDigits(mantissa, output.Slice(start, digits));
            return start + digits;
        }

        var whole = output.Slice(start, digits - scale);
        var places = output.Slice(start + whole.Length + 1, scale);
        output[start + whole.Length] = (byte)'.';
        if (scale < Powers.Length)
        {
            var (before, behind) = Math.DivRem(mantissa, Powers[scale]);
            WriteDigits(before, whole);
            WriteDigits(behind, places);
        }
        else
        {
            whole[0] = (byte)'0';
            WriteDigits(mantissa, places);
        }

        return start + digits + 1;
    }

    // An array: without optimisation a span of constants is made anew, with allocation, whenever it is read.
    private static readonly ulong[] Powers =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    private static int DigitsOf(ulong value)
    {
        // The number of bits tells the number of digits up to one.
        var guess = ((64 - System.Numerics.BitOperations.LeadingZeroCount(value | 1)) * 1_233) >> 12;
        return guess + (value >= Powers[guess] || guess == 0 ? 1 : 0);
    }

    /// <summary>Fills the output with the last digits, zeros in front.</summary>
    private static void WriteDigits(ulong value, Span<byte> output)
    {
        var at = output.Length;
        while (at >= 2)
        {
            at -= 2;
            (value, var pair) = Math.DivRem(value, 100);
            output[at + 1] = Pairs[((int)pair * 2) + 1];
            output[at] = Pairs[(int)pair * 2];
        }

        if (at == 1)
        {
            output[0] = (byte)('0' + (value % 10));
        }
    }
}
