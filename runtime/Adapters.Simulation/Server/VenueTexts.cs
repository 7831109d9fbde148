using System.Globalization;

namespace Adapters.Simulation.Server;

/// <summary>Texts that several venues take for the same things.</summary>
public static class VenueTexts
{
    /// <summary>Reads how far east of UTC something is: hours, or hours and minutes, <c>-12:00</c> to <c>14:00</c>.
    /// </summary>
    public static bool TryReadOffset(string text, out TimeSpan offset)
    {
        ArgumentNullException.ThrowIfNull(text);
        offset = default;
        var parts = text.TrimStart('+', '-').Split(':');
        if (parts.Length > 2 || !Array.TrueForAll(parts, static p => p.Length is 1 or 2 && p.All(char.IsAsciiDigit)))
        {
            return false;
        }

        var minutes = parts.Length == 2 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        offset = TimeSpan.FromMinutes((int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + minutes);
        offset = text[0] == '-' ? -offset : offset;
        return minutes < 60 && offset.TotalHours is >= -12 and <= 14;
    }

    /// <summary>Reads a window: <c>1m</c> to <c>59m</c>, <c>1h</c> to <c>23h</c>, <c>1d</c> to <c>7d</c>.</summary>
    public static bool TryReadWindow(string text, out TimeSpan window)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var (unit, most) = text[^1] switch
        {
            'm' => (TimeSpan.FromMinutes(1), 59),
            'h' => (TimeSpan.FromHours(1), 23),
            'd' => (TimeSpan.FromDays(1), 7),
            _ => (default, 0),
        };
        var isNumber = int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        window = unit * count;
        return isNumber && count >= 1 && count <= most;
    }
}
