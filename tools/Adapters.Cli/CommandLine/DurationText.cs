using System.Globalization;
using System.Text.RegularExpressions;

namespace Adapters.Cli.CommandLine;

/// <summary>Durations as people write them: <c>500ms</c>, <c>10s</c>, <c>2m</c>, <c>1h30m</c>.</summary>
internal static partial class DurationText
{
    /// <summary>What is accepted, for messages.</summary>
    public const string Accepted = "such as 500ms, 10s, 2m or 1h30m";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>Reads a duration above zero and up to 30 days.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text.Length == 0 || !Form().IsMatch(text))
        {
            return false;
        }

        foreach (Match part in Part().Matches(text))
        {
            if (!double.TryParse(part.Groups[1].Value, CultureInfo.InvariantCulture, out var number) || number > 1e9)
            {
                return false;
            }

            duration += part.Groups[2].Value switch
            {
                "ms" => TimeSpan.FromMilliseconds(number),
                "s" => TimeSpan.FromSeconds(number),
                "m" => TimeSpan.FromMinutes(number),
                "h" => TimeSpan.FromHours(number),
                _ => TimeSpan.FromDays(number),
            };
        }

        return duration > TimeSpan.Zero && duration <= Longest;
    }

    [GeneratedRegex(@"^(\d+(\.\d+)?(ms|s|m|h|d))+$")]
    private static partial Regex Form();

    [GeneratedRegex(@"(\d+(?:\.\d+)?)(ms|s|m|h|d)")]
    private static partial Regex Part();
}
