using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

public sealed class IntervalTextTests
{
    [Fact]
    public void Every_interval_has_its_own_text()
    {
        foreach (var interval in Enum.GetValues<Interval>())
        {
            Assert.Equal(interval, IntervalText.Parse(IntervalText.Format(interval)));
        }

        Assert.Equal(Enum.GetValues<Interval>().Length, IntervalText.Texts.Distinct().Count());
    }

    [Fact]
    public void A_minute_is_no_month()
    {
        Assert.Equal(Interval.Minutes1, IntervalText.Parse("1m"));
        Assert.Equal(Interval.Months1, IntervalText.Parse("1M"));
        Assert.Equal(TimeSpan.FromMinutes(1), IntervalText.Duration(Interval.Minutes1));
        Assert.Null(IntervalText.Duration(Interval.Months1));
    }

    [Fact]
    public void A_candle_ends_where_the_next_begins()
    {
        var february = Timestamp.From(new DateTimeOffset(2024, 2, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal("2024-03-01T00:00:00Z", IntervalText.End(Interval.Months1, february).ToString());
        Assert.Equal("2024-02-01T04:00:00Z", IntervalText.End(Interval.Hours4, february).ToString());
    }

    [Fact]
    public void An_unknown_text_is_refused_with_those_that_there_are() => Assert.Contains(
        "1s, 1m, 3m", Assert.Throws<FormatException>(() => IntervalText.Parse("7m")).Message, StringComparison.Ordinal);

    [Fact]
    public void No_domain_enum_means_anything_by_its_zero()
    {
        Type[] enums =
        [
            typeof(Side), typeof(MarketKind), typeof(MarketStatus), typeof(Interval), typeof(OrderKind),
            typeof(TimeInForce), typeof(OrderStatus), typeof(LimitKind), typeof(TimeUnit), typeof(Rounding),
            typeof(MarketRule),
        ];

        Assert.All(enums, type => Assert.False(Enum.IsDefined(type, 0), type.Name));
    }
}
