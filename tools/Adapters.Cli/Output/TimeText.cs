using System.Globalization;
using Adapters.Domain;

namespace Adapters.Cli.Output;

/// <summary>Moments in UTC for people.</summary>
internal static class TimeText
{
    /// <summary>Date and time to the millisecond, without blanks: <c>2026-06-12T03:22:47.122Z</c>.</summary>
    public static string Full(Timestamp time) =>
        time.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Date and time to the minute, with seconds only where there are any.</summary>
    public static string Short(Timestamp time)
    {
        var moment = time.ToDateTimeOffset();
        return moment.ToString(
            moment.Second == 0 ? "yyyy-MM-dd'T'HH:mm'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>The time of day to the millisecond.</summary>
    public static string OfDay(Timestamp time) =>
        time.ToDateTimeOffset().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
