using System.Text;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

public sealed class OrderIdTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("12345")]
    [InlineData("-7")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("007")]
    [InlineData("-0")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData("x-HNA2TXFJ-abc_1.2")]
    [InlineData("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")]
    public void Every_id_comes_back_as_it_was(string text)
    {
        var id = OrderId.Parse(text);
        Span<byte> utf8 = stackalloc byte[40];

        Assert.Equal(text, id.ToString());
        Assert.Equal(id, OrderId.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.True(id.TryFormat(utf8, out var length));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8[..length]));
        Assert.True(id.IsPresent);
    }

    [Fact]
    public void A_number_and_its_digits_are_one_id()
    {
        Assert.Equal(OrderId.FromInt64(42), OrderId.Parse("42"));
        Assert.Equal(OrderId.FromInt64(42).GetHashCode(), OrderId.Parse("42").GetHashCode());
        Assert.NotEqual(OrderId.FromInt64(42), OrderId.Parse("042"));
        Assert.True(OrderId.Parse("42").TryGetInt64(out var number));
        Assert.Equal(42, number);
        Assert.False(OrderId.Parse("042").TryGetInt64(out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b\n")]
    [InlineData("é")]
    [InlineData("1234567890123456789012345678901234567")]
    public void What_does_not_fit_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => ClientOrderId.Parse(text));
        Assert.False(TradeId.TryParse(Encoding.UTF8.GetBytes(text), out _));
    }

    [Fact]
    public void The_default_is_no_id()
    {
        Assert.False(default(OrderId).IsPresent);
        Assert.Equal("", default(OrderId).ToString());
        Assert.NotEqual(OrderId.FromInt64(0), default);
    }

    [Fact]
    public void Ids_allocate_nothing()
    {
        Span<byte> buffer = stackalloc byte[40];
        OrderId.Parse("warm-up"u8).TryFormat(buffer, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var id = OrderId.Parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"u8);
        id.TryFormat(buffer, out _);
        var isSame = id == OrderId.Parse(buffer[..36]);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(isSame);
    }
}
