using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Numbers, as JSON numbers or as text, and booleans.</content>
public ref partial struct WireCursor
{
    /// <summary>True or false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Bool()
    {
        _rest = PastBool(_rest, out var value);
        return value;
    }

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

    /// <summary>A whole number of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Long()
    {
        Leave(LeftOfLong(_rest, out var value));
        return value;
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
        Leave(LeftOfDecimal(_rest, out var value));
        return Domain.Number.FromDecimal(value);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> PastBool(ReadOnlySpan<byte> rest, out bool value)
    {
        // Which of the two comes is hard to predict: both are compared, and the length is computed.
        const uint True = 0x65757274;
        const uint False = 0x736C6166;
        value = false;
        if (rest.Length <= 4)
        {
            return default; // no message ends with the value
        }

        var word = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        value = word == True;
        return value | (word == False & rest[4] == 'e') ? rest.Slice(value ? 4 : 5) : default;
    }

    // One number comes back in a register, a span would not: what is hot gives the length of what it leaves.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfLong(ReadOnlySpan<byte> rest, out long value) => PastLong(rest, out value).Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfDecimal(ReadOnlySpan<byte> rest, out decimal value) => PastDecimal(rest, out value).Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> PastLong(ReadOnlySpan<byte> rest, out long value)
    {
        if (rest.Length >= Digits.Room && rest[0] != '0')
        {
            var count = Digits.Whole(rest, out var digits);
            if (count is > 0 and < Digits.Room)
            {
                value = (long)digits;
                return rest.Slice(count);
            }
        }

        return PastOtherLong(rest, out value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> PastDecimal(ReadOnlySpan<byte> rest, out decimal value)
    {
        if (rest.Length > Digits.Room && rest[0] == '"')
        {
            var text = rest.Slice(1);
            var length = Digits.Quote(text);
            if (length < Digits.Room && Digits.TryDecimal(text, length, out var mantissa, out var scale))
            {
                value = Compose(mantissa, scale);
                return text.Slice(length + 1);
            }
        }

        return PastOtherDecimal(rest, out value);
    }

    /// <summary>Any form of a decimal but those with escapes or spaces.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastOtherDecimal(ReadOnlySpan<byte> rest, out decimal value)
    {
        value = 0m;
        var past = PastCharacters(rest, out var digits);
        return DecimalText.Parse(digits, out value) == DecimalTextResult.Exact ? past : default;
    }

    /// <summary>Any form of a whole number but those with escapes, spaces, a fraction or an exponent.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastOtherLong(ReadOnlySpan<byte> rest, out long value)
    {
        var past = PastCharacters(rest, out var digits);
        return WireReader.TryPlainLong(digits, out value) ? past : default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static decimal Compose(ulong mantissa, int scale) =>
        new((int)mantissa, (int)(mantissa >> 32), 0, isNegative: false, (byte)scale);
}
