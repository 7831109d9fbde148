using System.Runtime.InteropServices;
using Adapters.Domain;

namespace Adapters.Books;

/// <summary>Prices as whole numbers of a common scale, which compare in one step where decimals need many.</summary>
internal static class PriceKey
{
    private const int MaxScale = 18;

    /// <summary>Keys stay below this, so that they can be negated and stand apart from <see cref="long.MaxValue"/>.</summary>
    private const long Limit = 1L << 62;

    private static ReadOnlySpan<long> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>The levels' numbers as the words that they consist of.</summary>
    internal static ReadOnlySpan<LevelWords> Words(ReadOnlySpan<Level> levels) =>
        MemoryMarshal.Cast<Level, LevelWords>(levels);

    /// <summary>The price times ten to the power of the scale.</summary>
    /// <returns>False where that is no whole number that a key holds; the price may still be fine.</returns>
    internal static bool TryGet(in DecimalWords price, int scale, out long key)
    {
        var missing = scale - price.Scale;
        key = (long)price.Low;
        if (price.High != 0 || price.Low >= Limit || missing < 0 || (missing > 0 && !TryScale(ref key, missing)))
        {
            return false;
        }

        key = price.IsNegative ? -key : key;
        return true;
    }

    /// <summary>Multiplies a key by a power of ten.</summary>
    /// <returns>False where it grows too large.</returns>
    internal static bool TryScale(ref long key, int places)
    {
        if (places > MaxScale)
        {
            return key == 0;
        }

        var high = Math.BigMul(key, Powers[places], out var low);
        key = low;
        return (high == 0 && low is >= 0 and < Limit) || (high == -1 && low is < 0 and > -Limit);
    }
}

/// <summary>
/// A decimal's words in the order of OLE Automation's DECIMAL, which the runtime keeps for every decimal, so that reading
/// one costs a load instead of a copy of four numbers. A test compares it with <see cref="decimal.GetBits(decimal)"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DecimalWords
{
    private readonly int _flags;
    internal readonly uint High;
    internal readonly ulong Low;

    internal int Scale => (_flags >> 16) & 0xff;

    internal bool IsNegative => _flags < 0;

    internal bool IsZero => (Low | High) == 0;

    /// <summary>All bits set; none where the number is zero.</summary>
    internal long NonZero
    {
        get
        {
            var bits = Low | High;
            return (long)(bits | (0 - bits)) >> 63;
        }
    }
}

/// <summary>A level's words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct LevelWords
{
    internal readonly DecimalWords Price;
    internal readonly DecimalWords Quantity;
}
