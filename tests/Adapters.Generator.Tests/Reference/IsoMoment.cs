using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Adapters.Generator.Tests.Reference;

/// <summary>A moment in ISO 8601: a date, or date and time, with a zone or in UTC.</summary>
internal static partial class IsoMoment
{
    private const long Second = 1_000_000_000;
    private const int Places = 9;

    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    /// <summary>Nanoseconds since 1970; null where the text is no moment, or none that 64 bits hold.</summary>
    public static long? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success
            || !DateOnly.TryParseExact(
                match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var fraction = match.Groups["fraction"].Value.TrimEnd('0');
        var (hours, minutes, seconds) = (Number(match, "hours"), Number(match, "minutes"), Number(match, "seconds"));
        var (zoneHours, zoneMinutes) = (Number(match, "zoneHours"), Number(match, "zoneMinutes"));
        if (fraction.Length > Places || hours > 23 || minutes > 59 || seconds > 59 || zoneHours > 23 || zoneMinutes > 59)
        {
            return null;
        }

        var zone = ((zoneHours * 60) + zoneMinutes) * (match.Groups["sign"].Value == "-" ? -60L : 60L);
        var whole = ((date.DayNumber - Epoch) * 86_400L) + (hours * 3_600L) + (minutes * 60L) + seconds - zone;
        var moment = (new BigInteger(whole) * Second)
            + (fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(Places, '0'), CultureInfo.InvariantCulture));
        return moment >= long.MinValue && moment <= long.MaxValue ? (long)moment : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})" +
        @"([Tt ](?<hours>[0-9]{2}):(?<minutes>[0-9]{2})(:(?<seconds>[0-9]{2})(\.(?<fraction>[0-9]+))?)?" +
        @"([Zz]|(?<sign>[+-])(?<zoneHours>[0-9]{2})(:?(?<zoneMinutes>[0-9]{2}))?)?)?\z")]
    private static partial Regex Form();
}
