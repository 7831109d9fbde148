using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Adapters.Generator.Tests.Reference;

/// <summary>
/// A number of any size: digits without the zeros at their end, and a power of ten. What is beyond any type is known by
/// the power alone.
/// </summary>
internal sealed partial record ExactNumber
{
    private const int MaxScale = 28;
    private const long Huge = 1_000_000_000;

    private static readonly BigInteger MaxMantissa = BigInteger.Pow(2, 96) - 1;

    private ExactNumber(string text, BigInteger digits, BigInteger power, BigInteger places)
    {
        Text = text;
        Digits = digits;
        Power = power > Huge ? Huge : power < -Huge ? -Huge : (long)power;
        Places = places > MaxScale ? MaxScale : places < 0 ? 0 : (int)places;
    }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>Digits, with sign, not divisible by ten; 0 for zero.</summary>
    public BigInteger Digits { get; }

    /// <summary>The value is digits times ten to this.</summary>
    public long Power { get; }

    // Digits behind the point as they are written, as many as a decimal has.
    private int Places { get; }

    /// <summary>Reads a number: JSON's form, and in texts also a plus, zeros in front, a point at either end.</summary>
    public static ExactNumber? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value;
        var exponent = match.Groups["exponent"] is { Success: true } written ? Integer(written.Value) : 0;
        var digits = Integer(match.Groups["whole"].Value + fraction);
        var power = exponent - fraction.Length;
        var places = -power;
        if (digits.IsZero)
        {
            return new ExactNumber(text, 0, 0, places);
        }

        while (BigInteger.DivRem(digits, 10, out var rest) is var shorter && rest.IsZero)
        {
            (digits, power) = (shorter, power + 1);
        }

        return new ExactNumber(text, match.Groups["sign"].Value == "-" ? -digits : digits, power, places);
    }

    /// <summary>It has the value of another text.</summary>
    public bool Is(string other) => Parse(other) is { } number && number.Digits == Digits && number.Power == Power;

    /// <summary>The whole number of so many units; null where it is not whole or no 64-bit number.</summary>
    public long? Whole(long unit)
    {
        if (Digits.IsZero)
        {
            return 0;
        }

        if (Power is > 40 or < -40)
        {
            return null;
        }

        var scaled = Digits * unit * BigInteger.Pow(10, (int)Math.Max(Power, 0));
        var value = BigInteger.DivRem(scaled, BigInteger.Pow(10, (int)Math.Max(-Power, 0)), out var rest);
        return rest.IsZero && value >= long.MinValue && value <= long.MaxValue ? (long)value : null;
    }

    /// <summary>Mantissa and scale of the decimal that holds it exactly, with as many of its zeros as fit; null where none
    /// does.</summary>
    public (BigInteger Mantissa, int Scale)? Decimal()
    {
        if (Digits.IsZero)
        {
            return (0, Places);
        }

        if (Power is < -MaxScale or > 40)
        {
            return null;
        }

        var mantissa = Digits * BigInteger.Pow(10, (int)Math.Max(Power, 0));
        var scale = (int)Math.Max(-Power, 0);
        if (BigInteger.Abs(mantissa) > MaxMantissa)
        {
            return null;
        }

        while (scale < Places && BigInteger.Abs(mantissa * 10) <= MaxMantissa)
        {
            (mantissa, scale) = (mantissa * 10, scale + 1);
        }

        return (mantissa, scale);
    }

    private static BigInteger Integer(string text) =>
        text.Length == 0 ? 0 : BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<sign>[+-]?)(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[+-]?[0-9]+))?\z")]
    private static partial Regex Form();
}
