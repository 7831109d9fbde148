using Adapters.Domain;

namespace Adapters.Simulation.History;

/// <summary>Where candles begin, in UTC: lengths count from 1970-01-01, weeks begin on Monday, months on the first.
/// </summary>
public static class IntervalClock
{
    private static readonly long NanosecondsPerDay = 86_400_000_000_000;

    // 1970-01-01 was a Thursday.
    private static readonly long FirstMonday = 4 * NanosecondsPerDay;

    /// <summary>First moment of the candle that a moment falls into.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public static Timestamp OpenOf(Interval interval, Timestamp time)
    {
        if (IntervalText.Duration(interval) is not { } duration)
        {
            var date = time.ToDateTimeOffset();
            return Timestamp.From(new DateTimeOffset(date.Year, date.Month, 1, 0, 0, 0, TimeSpan.Zero));
        }

        var length = duration.Ticks * 100;
        var origin = interval == Interval.Weeks1 ? FirstMonday : 0;
        var since = time.UnixNanoseconds - origin;
        var into = ((since % length) + length) % length;
        return Timestamp.FromNanoseconds(time.UnixNanoseconds - into);
    }

    /// <summary>The same where days begin east of UTC, or west of it below zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public static Timestamp OpenOf(Interval interval, Timestamp time, TimeSpan offset) =>
        OpenOf(interval, time + offset) - offset;

    /// <summary>First moment of the candle that lies some candles before the one that a moment falls into.</summary>
    internal static Timestamp Back(Interval interval, Timestamp time, int candles, TimeSpan offset)
    {
        var open = OpenOf(interval, time + offset);
        return (IntervalText.Duration(interval) is { } duration
            ? open - (duration * candles)
            : Timestamp.From(open.ToDateTimeOffset().AddMonths(-candles))) - offset;
    }
}
