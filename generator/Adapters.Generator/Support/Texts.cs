using System.Globalization;

namespace Adapters.Generator.Support;

/// <summary>Numbers and durations as specifications write them.</summary>
public static class Texts
{
    private static readonly (string Suffix, long Milliseconds)[] Units =
        [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>A whole number, possibly negative.</summary>
    public static bool TryInt(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>A number such as <c>-0.5</c> that decimal holds.</summary>
    public static bool IsDecimal(string text) => text.Length > 0 && text[0] != '.' && text[text.Length - 1] != '.'
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    /// <summary>A duration in milliseconds.</summary>
    public static bool TryDuration(string text, out long milliseconds)
    {
        foreach (var (suffix, unit) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.Ordinal)) continue;
            if (!TryInt(text.Substring(0, text.Length - suffix.Length), out var count) || count <= 0 || count > long.MaxValue / unit) continue;
            milliseconds = count * unit;
            return true;
        }
        milliseconds = 0;
        return false;
    }

    /// <summary>Splits at blanks and keeps where each word began.</summary>
    public static List<(string Text, int Offset)> Words(string text)
    {
        var words = new List<(string, int)>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var blank = i == text.Length || char.IsWhiteSpace(text[i]);
            if (blank && start >= 0)
            {
                words.Add((text.Substring(start, i - start), start));
                start = -1;
            }
            else if (!blank && start < 0)
            {
                start = i;
            }
        }
        return words;
    }
}
