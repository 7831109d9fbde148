using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Runtime.Tests.Domain;

public sealed class NumberTests
{
    private const string Huge = "123456789012345678901234567890.5";

    [Fact]
    public void A_decimal_keeps_its_trailing_zeros()
    {
        var number = Number.FromText("1.500");

        Assert.Equal("1.500", number.ToString());
        Assert.Equal(1.5m, number);
        Assert.True(number.IsExact);
        Assert.Equal(Number.FromDecimal(1.5m), number);
    }

    [Fact]
    public void What_a_decimal_cannot_hold_keeps_its_text_and_fails_only_when_read()
    {
        var number = Number.FromText(Huge);

        Assert.Equal(Huge, number.ToString());
        Assert.False(number.IsExact);
        Assert.False(number.TryGet(out _));
        Assert.Equal(Huge, Assert.Throws<NumberRangeException>(() => number.Value).Text);
        Assert.Throws<NumberRangeException>(() => 1m + number);
        Assert.Equal(Number.FromText(Huge), number);
        Assert.NotEqual(Number.FromDecimal(0m), number);
    }

    [Fact]
    public void Text_that_is_no_number_is_refused()
    {
        Assert.Throws<FormatException>(() => Number.FromText("1,5"));
        Assert.Throws<FormatException>(() => Number.FromText(""));
        Assert.Throws<FormatException>(() => Number.FromText("５"));
    }

    [Fact]
    public void It_has_the_size_of_a_decimal_and_a_reference() =>
        Assert.Equal(24, System.Runtime.CompilerServices.Unsafe.SizeOf<Number>());
}
