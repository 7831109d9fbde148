using System.Globalization;
using System.Numerics;
using System.Text;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

public sealed class DecimalTextTests
{
    private static readonly BigInteger MaxMantissa = (BigInteger.One << 96) - 1;

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("0.00000000", "0.00000000")]
    [InlineData("0.00100", "0.00100")]
    [InlineData("-64000.10", "-64000.10")]
    [InlineData("+5", "5")]
    [InlineData("007.5", "7.5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("1.50e1", "15.0")]
    [InlineData("12e+0", "12")]
    [InlineData("0e99999999999999999999", "0")]
    [InlineData("123456789012345678901234567", "123456789012345678901234567")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("1.0000000000000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000001.5", "1.5")]
    public void Reads_exactly(string text, string expected)
    {
        Assert.Equal(DecimalTextResult.Exact, Parse(text, out var value));
        Assert.Equal(expected, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("-79228162514264337593543950336")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000001")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    [InlineData("1e999999999999999999999999")]
    [InlineData("1e-999999999999999999999999")]
    [InlineData("123456789012345678901234567890.5")]
    public void Tells_what_a_decimal_cannot_hold(string text) =>
        Assert.Equal(DecimalTextResult.OutOfRange, Parse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1 5")]
    [InlineData("--1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("e5")]
    [InlineData("1e5.0")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("12345678901234567890123456789x")]
    [InlineData("١")]
    public void Refuses_what_is_no_number(string text) =>
        Assert.Equal(DecimalTextResult.NotANumber, Parse(text, out _));

    [Fact]
    public void Random_decimals_come_back_with_every_digit()
    {
        const int Seed = 96_028;
        var random = new Random(Seed);
        for (var i = 0; i < 50_000; i++)
        {
            var expected = new decimal(
                random.Next() * random.Next(2),
                random.Next() * random.Next(2),
                random.Next() * random.Next(2),
                random.Next(2) == 0,
                (byte)random.Next(29));
            var text = expected.ToString(CultureInfo.InvariantCulture);

            Assert.True(Parse(text, out var value) == DecimalTextResult.Exact, $"{text}, seed {Seed}");
            var digits = value.ToString(CultureInfo.InvariantCulture);
            Assert.True(digits == text || (value == 0m && $"-{digits}" == text), $"{text} gave {digits}, seed {Seed}");
        }
    }

    [Fact]
    public void Random_digits_give_the_exact_value_or_say_that_there_is_none()
    {
        const int Seed = 4_242;
        var random = new Random(Seed);
        var outOfRange = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = RandomNumber(random, out var mantissa, out var exponent);
            var result = Parse(text, out var value);
            if (Fits(mantissa, exponent))
            {
                Assert.True(result == DecimalTextResult.Exact, $"{text}, seed {Seed}");
                Assert.True(IsSame(value, mantissa, exponent), $"{text} became {value}, seed {Seed}");
            }
            else
            {
                outOfRange++;
                Assert.True(result == DecimalTextResult.OutOfRange, $"{text} became {value}, seed {Seed}");
            }
        }

        Assert.InRange(outOfRange, 1_000, 49_000);
    }

    private static DecimalTextResult Parse(string text, out decimal value) =>
        DecimalText.Parse(Encoding.UTF8.GetBytes(text), out value);

    /// <summary>A number's text, and its value as mantissa x 10^exponent.</summary>
    private static string RandomNumber(Random random, out BigInteger mantissa, out int exponent)
    {
        var whole = Digits(random, random.Next(1, 34));
        var fraction = random.Next(2) == 0 ? string.Empty : Digits(random, random.Next(1, 34));
        var power = random.Next(3) == 0 ? random.Next(-40, 41) : (int?)null;
        var isNegative = random.Next(2) == 0;
        mantissa = BigInteger.Parse(whole + fraction, CultureInfo.InvariantCulture) * (isNegative ? -1 : 1);
        exponent = (power ?? 0) - fraction.Length;
        var point = fraction.Length > 0 ? "." : string.Empty;
        return $"{(isNegative ? "-" : "")}{whole}{point}{fraction}{(power is null ? "" : $"e{power}")}";
    }

    private static string Digits(Random random, int count)
    {
        // Runs of zeros are where the careful part is.
        var zeros = random.Next(3) == 0;
        return string.Concat(Enumerable.Range(0, count).Select(_ => zeros && random.Next(5) > 0 ? 0 : random.Next(10)));
    }

    private static bool Fits(BigInteger mantissa, int exponent)
    {
        while (!mantissa.IsZero && (mantissa % 10).IsZero)
        {
            mantissa /= 10;
            exponent++;
        }

        if (mantissa.IsZero)
        {
            return true;
        }

        return exponent >= -28
            && exponent < 40
            && BigInteger.Abs(mantissa) * BigInteger.Pow(10, Math.Max(exponent, 0)) <= MaxMantissa;
    }

    private static bool IsSame(decimal value, BigInteger mantissa, int exponent)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var actual = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        actual = value < 0 ? -actual : actual;
        var common = Math.Max(scale, Math.Max(-exponent, 0));
        return actual * BigInteger.Pow(10, common - scale) == mantissa * BigInteger.Pow(10, common + exponent);
    }
}
