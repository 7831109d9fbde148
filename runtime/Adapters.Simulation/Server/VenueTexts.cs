using System.Globalization;
using Adapters.Domain;

namespace Adapters.Simulation.Server;

/// <summary>Texts that several venues take for the same things.</summary>
public static class VenueTexts
{
    /// <summary>A member's name in capitals: <c>PARTIALLY_FILLED</c>.</summary>
    public static string Capitals(Enum member)
    {
        ArgumentNullException.ThrowIfNull(member);
        var name = member.ToString();
        return string.Concat(name.Select((letter, at) =>
            (at > 0 && char.IsUpper(letter) ? "_" : "") + char.ToUpperInvariant(letter)));
    }

    /// <summary>A word in capitals as a C# property is called: <c>LotSize</c> for <c>LOT_SIZE</c>.</summary>
    public static string Pascal(string capitals)
    {
        ArgumentNullException.ThrowIfNull(capitals);
        return string.Concat(capitals.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(static part =>
            char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant()));
    }

    /// <summary>The member of a name in capitals.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static T OfCapitals<T>(string text)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(text);
        return Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
    }

    /// <summary>A length of time in the largest unit that is not longer than it.</summary>
    public static (TimeUnit Unit, int Count) UnitsOf(TimeSpan length) => length switch
    {
        { TotalDays: >= 1 } => (TimeUnit.Day, (int)length.TotalDays),
        { TotalHours: >= 1 } => (TimeUnit.Hour, (int)length.TotalHours),
        { TotalMinutes: >= 1 } => (TimeUnit.Minute, (int)length.TotalMinutes),
        _ => (TimeUnit.Second, (int)length.TotalSeconds),
    };

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
