using System.Globalization;
using System.Text;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("-0.0")]
    [InlineData("0.00000001")]
    [InlineData("64000.10")]
    [InlineData("-1.5")]
    [InlineData("10")]
    [InlineData("99.99")]
    [InlineData("100.00")]
    [InlineData("18446744073709551615")]
    [InlineData("18446744073709551616")]
    [InlineData("1.8446744073709551615")]
    [InlineData("0.18446744073709551615")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335")]
    public void Decimals_are_written_as_the_runtime_writes_them(string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);

        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Written(value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(99)]
    [InlineData(-1)]
    [InlineData(1795514430000)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Whole_numbers_are_written_as_the_runtime_writes_them(long value) =>
        Assert.Equal(value.ToString(CultureInfo.InvariantCulture), Written(value));

    [Fact]
    public void Random_numbers_are_written_as_the_runtime_writes_them()
    {
        const int Seed = 415;
        var random = new Random(Seed);
        for (var i = 0; i < 200_000; i++)
        {
            var bits = random.NextInt64() >> random.Next(64);
            var high = random.Next(4) == 0 ? random.Next() >> random.Next(32) : 0;
            var value = new decimal((int)bits, (int)(bits >> 32), high, random.Next(2) == 0, (byte)random.Next(29));
            Assert.True(value.ToString(CultureInfo.InvariantCulture) == Written(value), $"{value} of seed {Seed} became {Written(value)}");
            var whole = random.Next(2) == 0 ? bits : -bits;
            Assert.True(whole.ToString(CultureInfo.InvariantCulture) == Written(whole), $"{whole} of seed {Seed} became {Written(whole)}");
        }
    }

    private static string Written(decimal value)
    {
        Span<byte> output = stackalloc byte[NumberText.MaxLength];
        return Encoding.ASCII.GetString(output[..NumberText.Write(value, output)]);
    }

    private static string Written(long value)
    {
        Span<byte> output = stackalloc byte[NumberText.MaxLength];
        return Encoding.ASCII.GetString(output[..NumberText.Write(value, output)]);
    }
}
