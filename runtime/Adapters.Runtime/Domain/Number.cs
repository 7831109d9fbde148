using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Adapters.Errors;

namespace Adapters.Domain;

/// <summary>
/// A number as a venue sent it: an exact decimal or, where decimal cannot hold it exactly, its text.
/// Nothing is rounded; reading <see cref="Value"/> of a number beyond decimal's range throws.
/// </summary>
public readonly struct Number : IEquatable<Number>
{
    private readonly decimal _value;
    private readonly string? _text;

    private Number(decimal value, string? text)
    {
        _value = value;
        _text = text;
    }

    /// <summary>True where <see cref="Value"/> can be read; false where only the text is kept.</summary>
    public bool IsExact => _text is null;

    /// <summary>The number as a decimal, with the scale (trailing zeros) that the venue wrote.</summary>
    /// <exception cref="NumberRangeException">The number has more digits than a decimal holds.</exception>
    public decimal Value => _text is null ? _value : throw new NumberRangeException(_text);

    /// <summary>Wraps a decimal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Number FromDecimal(decimal value) => new(value, null);

    /// <summary>The decimal of a number that is being made.</summary>
    internal static ref decimal Exact(ref Number number) => ref Unsafe.AsRef(in number._value);

    /// <summary>Keeps the text of a number that decimal cannot hold exactly.</summary>
    /// <exception cref="FormatException">The text is no JSON number.</exception>
    public static Number FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<byte> utf8 = text.Length <= 256 ? stackalloc byte[text.Length] : new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            utf8[i] = text[i] < 128 ? (byte)text[i] : (byte)'?';
        }

        return DecimalText.Parse(utf8, out var value) switch
        {
            DecimalTextResult.Exact => new Number(value, null),
            DecimalTextResult.OutOfRange => new Number(0m, text),
            _ => throw new FormatException($"'{text}' is no number."),
        };
    }

    internal static Number OutOfRange(string text) => new(0m, text);

    /// <summary>Gives the decimal, or false where only the text is kept.</summary>
    public bool TryGet(out decimal value)
    {
        value = _value;
        return _text is null;
    }

    /// <summary>Reads <see cref="Value"/>.</summary>
    /// <exception cref="NumberRangeException">The number has more digits than a decimal holds.</exception>
    [SuppressMessage("Usage", "CA2225", Justification = "Value is the named form.")]
    public static implicit operator decimal(Number number) => number.Value;

    /// <summary>The digits as the venue wrote them.</summary>
    public override string ToString() => _text ?? _value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Same value; numbers beyond decimal's range are the same where their texts are.</summary>
    public bool Equals(Number other) => _value == other._value && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Number other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text?.GetHashCode(StringComparison.Ordinal) ?? _value.GetHashCode();

    /// <summary>Same value.</summary>
    public static bool operator ==(Number left, Number right) => left.Equals(right);

    /// <summary>Different value.</summary>
    public static bool operator !=(Number left, Number right) => !left.Equals(right);
}
