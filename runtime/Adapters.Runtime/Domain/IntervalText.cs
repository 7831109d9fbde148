using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>The short texts of candle lengths, <c>1s</c> to <c>1M</c> (a month; <c>1m</c> is a minute).</summary>
public static class IntervalText
{
    private static readonly (Interval Interval, string Text, TimeSpan? Duration)[] All =
    [
        (Interval.Seconds1, "1s", TimeSpan.FromSeconds(1)),
        (Interval.Minutes1, "1m", TimeSpan.FromMinutes(1)),
        (Interval.Minutes3, "3m", TimeSpan.FromMinutes(3)),
        (Interval.Minutes5, "5m", TimeSpan.FromMinutes(5)),
        (Interval.Minutes15, "15m", TimeSpan.FromMinutes(15)),
        (Interval.Minutes30, "30m", TimeSpan.FromMinutes(30)),
        (Interval.Hours1, "1h", TimeSpan.FromHours(1)),
        (Interval.Hours2, "2h", TimeSpan.FromHours(2)),
        (Interval.Hours4, "4h", TimeSpan.FromHours(4)),
        (Interval.Hours6, "6h", TimeSpan.FromHours(6)),
        (Interval.Hours8, "8h", TimeSpan.FromHours(8)),
        (Interval.Hours12, "12h", TimeSpan.FromHours(12)),
        (Interval.Days1, "1d", TimeSpan.FromDays(1)),
        (Interval.Days3, "3d", TimeSpan.FromDays(3)),
        (Interval.Weeks1, "1w", TimeSpan.FromDays(7)),
        (Interval.Months1, "1M", null),
    ];

    /// <summary>Every text, shortest interval first.</summary>
    public static IReadOnlyList<string> Texts { get; } = Array.ConvertAll(All, static row => row.Text);

    /// <summary>The text of an interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public static string Format(Interval interval) => Row(interval).Text;

    /// <summary>Finds the interval of a text; case matters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Interval interval)
    {
        foreach (var row in All)
        {
            if (row.Text == text)
            {
                interval = row.Interval;
                return true;
            }
        }

        interval = default;
        return false;
    }

    /// <summary>The interval of a text.</summary>
    /// <exception cref="FormatException">There is no such interval; the message lists those that there are.</exception>
    public static Interval Parse(string text) => TryParse(text, out var interval)
        ? interval
        : throw new FormatException($"'{text}' is no interval. Use one of {string.Join(", ", Texts)}.");

    /// <summary>The length of an interval; null for a month, whose length changes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public static TimeSpan? Duration(Interval interval) => Row(interval).Duration;

    /// <summary>The first moment after a candle that opens at <paramref name="open"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of <see cref="Interval"/>.</exception>
    public static Timestamp End(Interval interval, Timestamp open) => Row(interval).Duration is { } duration
        ? open + duration
        : Timestamp.From(open.ToDateTimeOffset().AddMonths(1));

    private static (Interval Interval, string Text, TimeSpan? Duration) Row(Interval interval)
    {
        foreach (var row in All)
        {
            if (row.Interval == interval)
            {
                return row;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(interval), interval, "This is no interval.");
    }
}
