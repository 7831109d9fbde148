using System.Text;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Domain;

public sealed class TimestampTests
{
    [Theory]
    [InlineData(0, "1970-01-01T00:00:00Z")]
    [InlineData(1_672_515_782_136_000_000, "2022-12-31T19:43:02.136Z")]
    [InlineData(1_672_515_782_136_456_789, "2022-12-31T19:43:02.136456789Z")]
    [InlineData(-1, "1969-12-31T23:59:59.999999999Z")]
    [InlineData(long.MaxValue, "2262-04-11T23:47:16.854775807Z")]
    [InlineData(long.MinValue, "1677-09-21T00:12:43.145224192Z")]
    public void Iso_text_goes_both_ways(long nanoseconds, string text)
    {
        var time = Timestamp.FromNanoseconds(nanoseconds);

        Assert.Equal(text, time.ToString());
        Assert.True(Timestamp.TryParseIso(Encoding.UTF8.GetBytes(text), out var parsed));
        Assert.Equal(time, parsed);
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-24T14:30", "2026-11-24T14:30:00Z")]
    [InlineData("2026-11-24 14:30:05", "2026-11-24T14:30:05Z")]
    [InlineData("2026-11-24T14:30:05.5", "2026-11-24T14:30:05.5Z")]
    [InlineData("2026-11-24T14:30:05+02:00", "2026-11-24T12:30:05Z")]
    [InlineData("2026-11-24T14:30:05-0530", "2026-11-24T20:00:05Z")]
    [InlineData("2026-11-24T14:30:05.1234567890000Z", "2026-11-24T14:30:05.123456789Z")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    public void Other_forms_of_iso_text_are_read(string text, string expected)
    {
        Assert.True(Timestamp.TryParseIso(Encoding.UTF8.GetBytes(text), out var time));
        Assert.Equal(expected, time.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-24T")]
    [InlineData("2026-11-24T25:00")]
    [InlineData("2026-11-24T14:60")]
    [InlineData("2026-11-24T14:30:05.")]
    [InlineData("2026-11-24T14:30:05.1234567891Z")]
    [InlineData("2026-11-24T14:30:05ZZ")]
    [InlineData("2026-11-24T14:30:05+2")]
    [InlineData("2026-11-24T14:30:05+99:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-01-01T00:00:00Z")]
    [InlineData("1672515782136")]
    public void What_is_no_moment_is_refused(string text) =>
        Assert.False(Timestamp.TryParseIso(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Units_round_down_and_never_wrap()
    {
        var before = Timestamp.FromNanoseconds(-1);

        Assert.Equal(-1, before.UnixMilliseconds);
        Assert.Equal(-1, before.UnixSeconds);
        Assert.Equal(1_672_515_782_136, Timestamp.FromMilliseconds(1_672_515_782_136).UnixMilliseconds);
        Assert.Throws<OverflowException>(() => Timestamp.FromSeconds(long.MaxValue));
        Assert.Throws<OverflowException>(() => Timestamp.FromNanoseconds(long.MaxValue) + TimeSpan.FromDays(1));
    }

    [Fact]
    public void Dates_of_dotnet_go_both_ways()
    {
        var moment = new DateTimeOffset(2026, 11, 24, 14, 30, 5, 123, TimeSpan.FromHours(2));

        Assert.Equal(moment, Timestamp.From(moment).ToDateTimeOffset());
        Assert.Equal(TimeSpan.FromSeconds(3), Timestamp.From(moment.AddSeconds(3)) - Timestamp.From(moment));
        Assert.True(Timestamp.From(moment) < Timestamp.From(moment) + TimeSpan.FromTicks(1));
    }
}
