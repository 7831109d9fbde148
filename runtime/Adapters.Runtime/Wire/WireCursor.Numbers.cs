using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Numbers, as JSON numbers or as text, and booleans.</content>
public ref partial struct WireCursor
{
    /// <summary>True or false, or null where it is absent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool? BoolOrNull() => TakeAbsent() ? null : Bool();

    /// <summary>A whole number of 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Int()
    {
        var value = Long();
        if ((int)value != value)
        {
            Fail();
        }

        return (int)value;
    }

    /// <summary>A whole number of 32 bits, or null where it is absent or one of the values that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int? IntOrNull(params ReadOnlySpan<long> unless)
    {
        var value = LongOrNull(unless);
        if (value is < int.MinValue or > int.MaxValue)
        {
            Fail();
        }

        return (int?)value;
    }

    /// <summary>A whole number of 64 bits, or null where it is absent or one of the values that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long? LongOrNull(params ReadOnlySpan<long> unless)
    {
        if (TakeAbsent())
        {
            return null;
        }

        var value = Long();
        return unless.Length > 0 && unless.Contains(value) ? null : value;
    }

    /// <summary>An exact number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Number Number()
    {
        var value = default(Number);
        Number(ref value);
        return value;
    }

    /// <summary>An exact number, or null where it is absent or one of the values that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Number? NumberOrNull(params ReadOnlySpan<decimal> unless)
    {
        if (TakeAbsent())
        {
            return null;
        }

        var number = Number();
        return unless.Length > 0 && unless.Contains(number.Value) ? null : number;
    }

    /// <summary>An exact number, or null where it is absent or below zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Number? NumberOrNullIfNegative()
    {
        if (TakeAbsent())
        {
            return null;
        }

        var number = Number();
        return number.Value < 0 ? null : number;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfLong(ref byte at, int left, out long value) => PastOtherLong(Span(ref at, left), out value).Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfNumber(ref byte at, int left, scoped ref Number target)
    {
        var past = PastDecimal(Span(ref at, left), out var value);
        target = Domain.Number.FromDecimal(value);
        return past.Length;
    }

    private static ReadOnlySpan<byte> PastLong(ReadOnlySpan<byte> rest, out long value)
    {
        if (rest.Length >= Room && rest[0] != '0')
        {
            var digits = Digits.Of(Vector128.Create(rest.Slice(0, Room)));
            var count = Digits.Count(digits);
            if (count is > 0 and < Room)
            {
                value = (long)Digits.Whole(digits, count);
                return rest.Slice(count);
            }
        }

        return PastOtherLong(rest, out value);
    }

    private static ReadOnlySpan<byte> PastDecimal(ReadOnlySpan<byte> rest, out decimal value)
    {
        if (rest.Length > Room && rest[0] == '"')
        {
            var text = Vector128.Create(rest.Slice(1, Room));
            var length = Digits.Quote(text);
            if (length < Room && Digits.TryDecimal(text, length, out var mantissa, out var scale))
            {
                value = Compose(mantissa, scale);
                return rest.Slice(length + 2);
            }
        }

        return PastOtherDecimal(rest, out value);
    }

    /// <summary>Any form of a decimal but those with escapes or spaces.</summary>
    private static ReadOnlySpan<byte> PastOtherDecimal(ReadOnlySpan<byte> rest, out decimal value)
    {
        value = 0m;
        var past = PastCharacters(rest, out var digits);
        return DecimalText.Parse(digits, out value) == DecimalTextResult.Exact ? past : default;
    }

    /// <summary>Any form of a whole number but those with escapes, spaces, a fraction or an exponent.</summary>
    private static ReadOnlySpan<byte> PastOtherLong(ReadOnlySpan<byte> rest, out long value)
    {
        var past = PastCharacters(rest, out var digits);
        return WireReader.TryPlainLong(digits, out value) ? past : default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static decimal Compose(ulong mantissa, int scale) =>
        new((int)mantissa, (int)(mantissa >> 32), 0, isNegative: false, (byte)scale);
}
