using System.Globalization;

namespace Adapters.Domain;

/// <summary>Reads and writes ISO 8601 moments with nanoseconds, without allocating.</summary>
internal static class IsoTime
{
    /// <summary>Length of <c>2026-11-24T14:30:00.123456789Z</c>.</summary>
    internal const int MaxLength = 30;

    private const long NanosecondsPerTick = 100;
    private const long NanosecondsPerMinute = 60_000_000_000;

    internal static bool TryParse(ReadOnlySpan<byte> text, out Timestamp value)
    {
        value = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !Digits(text[..4], out var year) || !Digits(text.Slice(5, 2), out var month)
            || !Digits(text.Slice(8, 2), out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        var ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        long nanoseconds = 0;
        var rest = text[10..];
        if (rest.Length > 0 && !TryParseClock(rest, out nanoseconds))
        {
            return false;
        }

        var whole = ((Int128)(ticks - DateTime.UnixEpoch.Ticks) * NanosecondsPerTick) + nanoseconds;
        if (whole < long.MinValue || whole > long.MaxValue)
        {
            return false;
        }

        value = Timestamp.FromNanoseconds((long)whole);
        return true;
    }

    /// <summary>Reads <c>T14:30[:00[.123456789]][Z|+02:00]</c> as nanoseconds since midnight in UTC.</summary>
    private static bool TryParseClock(ReadOnlySpan<byte> text, out long nanoseconds)
    {
        nanoseconds = 0;
        if (text.Length < 6 || text[0] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[3] != ':'
            || !Digits(text.Slice(1, 2), out var hour) || !Digits(text.Slice(4, 2), out var minute)
            || hour > 23 || minute > 59)
        {
            return false;
        }

        nanoseconds = ((hour * 60) + minute) * NanosecondsPerMinute;
        var at = 6;
        if (at + 2 < text.Length && text[at] == ':')
        {
            if (!Digits(text.Slice(at + 1, 2), out var second) || second > 59)
            {
                return false;
            }

            nanoseconds += second * 1_000_000_000L;
            at += 3;
            if (at < text.Length && text[at] == '.' && !TryParseFraction(text, ref at, ref nanoseconds))
            {
                return false;
            }
        }

        return TryParseOffset(text[at..], ref nanoseconds);
    }

    private static bool TryParseFraction(ReadOnlySpan<byte> text, ref int at, ref long nanoseconds)
    {
        at++;
        var start = at;
        long unit = 100_000_000;
        for (; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            // Digits below a nanosecond must be zero: a time that cannot be held exactly is refused, not rounded.
            if (unit == 0 && text[at] != '0')
            {
                return false;
            }

            nanoseconds += (text[at] - '0') * unit;
            unit /= 10;
        }

        return at > start;
    }

    private static bool TryParseOffset(ReadOnlySpan<byte> text, ref long nanoseconds)
    {
        if (text.Length == 0 || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        var hasColon = text.Length == 6 && text[3] == ':';
        if (text[0] is not ((byte)'+' or (byte)'-') || !(hasColon || text.Length is 5 or 3)
            || !Digits(text.Slice(1, 2), out var hours))
        {
            return false;
        }

        var minutes = 0;
        if (text.Length > 3 && !Digits(text[^2..], out minutes))
        {
            return false;
        }

        if (hours > 23 || minutes > 59)
        {
            return false;
        }

        var offset = ((hours * 60) + minutes) * NanosecondsPerMinute;
        nanoseconds += text[0] == '+' ? -offset : offset;
        return true;
    }

    internal static bool TryFormat(Timestamp value, Span<char> destination, out int written)
    {
        written = 0;
        var seconds = value.UnixSeconds;
        var fraction = value.UnixNanoseconds - (seconds * 1_000_000_000);
        Span<char> buffer = stackalloc char[MaxLength];
        var moment = DateTime.UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
        moment.TryFormat(buffer, out var length, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        if (fraction != 0)
        {
            buffer[length++] = '.';
            for (long unit = 100_000_000; unit > 0 && fraction > 0; unit /= 10)
            {
                buffer[length++] = (char)('0' + (fraction / unit));
                fraction %= unit;
            }
        }

        buffer[length++] = 'Z';
        if (!buffer[..length].TryCopyTo(destination))
        {
            return false;
        }

        written = length;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
