namespace Adapters.Domain;

/// <summary>What reading a number's text came to.</summary>
internal enum DecimalTextResult
{
    /// <summary>The text is no number.</summary>
    NotANumber = 1,

    /// <summary>A number that decimal holds exactly.</summary>
    Exact,

    /// <summary>A number that decimal cannot hold exactly.</summary>
    OutOfRange,
}

/// <summary>
/// Reads ASCII digits into an exact decimal. Plain digits (the form venues send) are gathered in a 64-bit mantissa;
/// longer ones and exponents take the slower way. Never rounds. Accepts JSON's grammar, and what venues send inside
/// text beyond it: a leading plus, leading zeros, and a point without digits on one of its sides.
/// </summary>
internal static class DecimalText
{
    private const int MaxScale = 28;
    private const int MaxDigits = 29;
    private const int MaxFastDigits = 18;

    internal static DecimalTextResult Parse(ReadOnlySpan<byte> text, out decimal value)
    {
        var negative = false;
        var i = 0;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            i = 1;
        }

        ulong mantissa = 0;
        var start = i;
        var point = -1;
        for (; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return ParseSlow(text, start, negative, out value);
            }
        }

        var digits = i - start - (point < 0 ? 0 : 1);
        if (digits > MaxFastDigits || digits == 0)
        {
            return ParseSlow(text, start, negative, out value);
        }

        var scale = point < 0 ? 0 : i - point - 1;
        value = new decimal((int)mantissa, (int)(mantissa >> 32), 0, negative && mantissa != 0, (byte)scale);
        return DecimalTextResult.Exact;
    }

    /// <summary>Long digits and exponents: a 128-bit mantissa without the zeros that carry no value.</summary>
    private static DecimalTextResult ParseSlow(
        ReadOnlySpan<byte> text, int start, bool negative, out decimal value)
    {
        value = 0m;
        if (!TryScan(text, start, out var end, out var point, out var exponent))
        {
            return DecimalTextResult.NotANumber;
        }

        var digits = text[start..end];
        var scale = point < 0 ? 0L : end - point - 1;
        UInt128 mantissa = 0;
        var significant = 0;
        var zeros = 0L;
        foreach (var c in digits)
        {
            if (c == '.')
            {
                continue;
            }

            // Zeros are held back until a digit follows, so that trailing ones can be dropped where they do not fit.
            if (c == '0')
            {
                zeros += significant == 0 ? 0 : 1;
                continue;
            }

            significant += (int)Math.Min(zeros, 40) + 1;
            if (significant > MaxDigits)
            {
                return DecimalTextResult.OutOfRange;
            }

            mantissa = (mantissa * Power((int)zeros + 1)) + (uint)(c - '0');
            zeros = 0;
        }

        if (mantissa == 0)
        {
            value = new decimal(0, 0, 0, false, (byte)Math.Clamp(scale - exponent, 0, MaxScale));
            return DecimalTextResult.Exact;
        }

        return Compose(mantissa, significant, zeros, scale - exponent, negative, out value);
    }

    /// <summary>Builds mantissa x 10^(zeros - scale) with as many of the held-back zeros as fit.</summary>
    private static DecimalTextResult Compose(
        UInt128 mantissa, int significant, long zeros, long scale, bool negative, out decimal value)
    {
        value = 0m;
        var exponent = zeros - scale;
        if (exponent < -MaxScale || significant + exponent > MaxDigits)
        {
            return DecimalTextResult.OutOfRange;
        }

        if (exponent > 0)
        {
            mantissa *= Power((int)exponent);
        }

        if (mantissa > MaxMantissa)
        {
            return DecimalTextResult.OutOfRange;
        }

        var natural = Math.Clamp(scale, 0, MaxScale);
        var target = Math.Max(-exponent, 0);
        for (; target < natural && mantissa <= MaxMantissa / 10; target++)
        {
            mantissa *= 10;
        }

        value = new decimal(
            (int)(uint)mantissa, (int)(uint)(mantissa >> 32), (int)(uint)(mantissa >> 64), negative, (byte)target);
        return DecimalTextResult.Exact;
    }

    private static bool TryScan(ReadOnlySpan<byte> text, int start, out int end, out int point, out long exponent)
    {
        point = -1;
        exponent = 0;
        end = start;
        var digits = 0;
        for (; end < text.Length; end++)
        {
            if (text[end] is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
            }
            else if (text[end] == '.' && point < 0)
            {
                point = end;
            }
            else
            {
                break;
            }
        }

        if (digits == 0)
        {
            return false;
        }

        if (end == text.Length)
        {
            return true;
        }

        var rest = text[(end + 1)..];
        if (text[end] is not ((byte)'e' or (byte)'E') || rest.Length == 0)
        {
            return false;
        }

        var sign = rest[0] == '-' ? -1 : 1;
        if (rest[0] is (byte)'-' or (byte)'+')
        {
            rest = rest[1..];
        }

        if (rest.Length == 0)
        {
            return false;
        }

        foreach (var c in rest)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            // Beyond this no decimal is left, however many digits follow.
            exponent = Math.Min((exponent * 10) + (c - '0'), 1_000_000_000_000);
        }

        exponent *= sign;
        return true;
    }

    private static UInt128 MaxMantissa => (UInt128.One << 96) - 1;

    private static UInt128 Power(int exponent)
    {
        UInt128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
