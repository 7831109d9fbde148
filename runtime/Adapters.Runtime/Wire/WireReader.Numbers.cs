using System.Text;
using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Numbers, as JSON numbers or as text, and booleans.</content>
public ref partial struct WireReader
{
    /// <summary>True or false, as a literal or as text in any case.</summary>
    public bool Bool()
    {
        switch (_json.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.String:
                return TextBool();
            default:
                throw Unexpected(BoolForm);
        }
    }

    private readonly bool TextBool()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = _json.ValueIsEscaped ? Unescape(scratch) : _json.ValueSpan;
        return Ascii.EqualsIgnoreCase(text, "true"u8)
            || (Ascii.EqualsIgnoreCase(text, "false"u8) ? false : throw Unexpected(BoolForm));
    }

    /// <summary>True or false, or null where it is absent.</summary>
    public bool? BoolOrNull() => IsAbsent ? null : Bool();

    /// <summary>A whole number of 32 bits.</summary>
    public int Int()
    {
        var value = Long();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw Fail("the number does not fit 32 bits");
    }

    /// <summary>A whole number of 32 bits, or null where it is absent or one of the values that mean so.</summary>
    public int? IntOrNull(params ReadOnlySpan<long> unless)
    {
        if (IsAbsent)
        {
            return null;
        }

        // Compared before the range is checked: a value that means "none" need not fit.
        var value = Long();
        return unless.Contains(value) ? null : Int();
    }

    /// <summary>A whole number of 64 bits.</summary>
    public long Long()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = Digits(scratch);
        return TryPlainLong(text, out var value) ? value : SlowLong(text);
    }

    /// <summary>A whole number of 64 bits, or null where it is absent or one of the values that mean so.</summary>
    public long? LongOrNull(params ReadOnlySpan<long> unless)
    {
        if (IsAbsent)
        {
            return null;
        }

        var value = Long();
        return unless.Contains(value) ? null : value;
    }

    /// <summary>An exact number; beyond what decimal holds it keeps its text.</summary>
    public Number Number()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = Digits(scratch);
        return DecimalText.Parse(text, out var value) switch
        {
            DecimalTextResult.Exact => Domain.Number.FromDecimal(value),
            DecimalTextResult.OutOfRange => Domain.Number.OutOfRange(Encoding.ASCII.GetString(text)),
            _ => throw Unexpected(NumberForm),
        };
    }

    /// <summary>An exact number, or null where it is absent or one of the values that mean so.</summary>
    public Number? NumberOrNull(params ReadOnlySpan<decimal> unless)
    {
        if (IsAbsent)
        {
            return null;
        }

        var number = Number();
        return number.TryGet(out var value) && unless.Contains(value) ? null : number;
    }

    /// <summary>An exact number, or null where it is absent or below zero.</summary>
    public Number? NumberOrNullIfNegative()
    {
        if (IsAbsent)
        {
            return null;
        }

        var number = Number();
        return number.TryGet(out var value) ? value < 0 ? null : number
            : number.ToString()[0] == '-' ? null : number;
    }

    /// <summary>An exact decimal.</summary>
    /// <exception cref="WireException">It is no number, or decimal cannot hold it exactly.</exception>
    public decimal Decimal()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return DecimalText.Parse(Digits(scratch), out var value) switch
        {
            DecimalTextResult.Exact => value,
            DecimalTextResult.OutOfRange => throw Fail("the number has more digits than a decimal holds exactly"),
            _ => throw Unexpected(NumberForm),
        };
    }

    private const string BoolForm = "true or false";
    private const string NumberForm = "a number";
    private const int MaxPlainDigits = 19;

    /// <summary>The characters of a number, without the quotes and spaces around it.</summary>
    private readonly ReadOnlySpan<byte> Digits(Span<byte> scratch)
    {
        if (_json.TokenType == JsonTokenType.Number)
        {
            return _json.ValueSpan;
        }

        if (_json.TokenType != JsonTokenType.String)
        {
            throw Unexpected(NumberForm);
        }

        var text = _json.ValueIsEscaped ? Unescape(scratch) : _json.ValueSpan;
        if (text.Length > 0 && (text[0] <= ' ' || text[^1] <= ' '))
        {
            text = text.Trim(" \t"u8);
        }

        return text;
    }

    internal static bool TryPlainLong(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var i = text.Length > 0 && text[0] == '-' ? 1 : 0;
        if (text.Length == i || text.Length - i > MaxPlainDigits)
        {
            return false;
        }

        var magnitude = 0UL; // of as many digits it does not overflow
        for (var at = i; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit > 9)
            {
                return false;
            }

            magnitude = (magnitude * 10) + digit;
        }

        value = i == 0 ? (long)magnitude : -(long)magnitude;
        return magnitude <= long.MaxValue;
    }

    /// <summary>Exponents, more digits, and fractions that are zero.</summary>
    private readonly long SlowLong(ReadOnlySpan<byte> text)
    {
        var result = DecimalText.Parse(text, out var value);
        if (result == DecimalTextResult.NotANumber)
        {
            throw Unexpected("a whole number");
        }

        if (result == DecimalTextResult.Exact && value != decimal.Truncate(value))
        {
            throw Fail("the number is not whole");
        }

        return result == DecimalTextResult.Exact && value is >= long.MinValue and <= long.MaxValue
            ? (long)value
            : throw Fail("the number does not fit 64 bits");
    }
}
