using System.Globalization;

namespace Adapters.Domain;

/// <summary>A moment in UTC, in nanoseconds since 1970-01-01T00:00:00Z; 8 bytes, years 1678 to 2262.</summary>
public readonly struct Timestamp : IEquatable<Timestamp>, IComparable<Timestamp>, ISpanFormattable
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerTick = 100;

    private readonly long _nanoseconds;

    private Timestamp(long nanoseconds) => _nanoseconds = nanoseconds;

    /// <summary>1970-01-01T00:00:00Z.</summary>
    public static Timestamp Epoch => default;

    /// <summary>Nanoseconds since the epoch.</summary>
    public long UnixNanoseconds => _nanoseconds;

    /// <summary>Whole microseconds since the epoch, rounded down.</summary>
    public long UnixMicroseconds => FloorDivide(_nanoseconds, 1_000);

    /// <summary>Whole milliseconds since the epoch, rounded down.</summary>
    public long UnixMilliseconds => FloorDivide(_nanoseconds, 1_000_000);

    /// <summary>Whole seconds since the epoch, rounded down.</summary>
    public long UnixSeconds => FloorDivide(_nanoseconds, NanosecondsPerSecond);

    /// <summary>Makes a timestamp from nanoseconds since the epoch.</summary>
    public static Timestamp FromNanoseconds(long nanoseconds) => new(nanoseconds);

    /// <summary>Makes a timestamp from microseconds since the epoch.</summary>
    /// <exception cref="OverflowException">The moment lies outside the years 1678 to 2262.</exception>
    public static Timestamp FromMicroseconds(long microseconds) => new(checked(microseconds * 1_000));

    /// <summary>Makes a timestamp from milliseconds since the epoch.</summary>
    /// <exception cref="OverflowException">The moment lies outside the years 1678 to 2262.</exception>
    public static Timestamp FromMilliseconds(long milliseconds) => new(checked(milliseconds * 1_000_000));

    /// <summary>Makes a timestamp from seconds since the epoch.</summary>
    /// <exception cref="OverflowException">The moment lies outside the years 1678 to 2262.</exception>
    public static Timestamp FromSeconds(long seconds) => new(checked(seconds * NanosecondsPerSecond));

    /// <summary>Makes a timestamp from .NET's type, whatever its offset.</summary>
    /// <exception cref="OverflowException">The moment lies outside the years 1678 to 2262.</exception>
    public static Timestamp From(DateTimeOffset moment) =>
        new(checked((moment.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) * NanosecondsPerTick));

    /// <summary>Reads an ISO 8601 date and time, for example <c>2026-11-24T14:30:00.123456789Z</c>; an offset
    /// (<c>+02:00</c>) may stand in place of <c>Z</c>, without either it is UTC; a date alone is midnight.</summary>
    public static bool TryParseIso(ReadOnlySpan<byte> utf8, out Timestamp value) => IsoTime.TryParse(utf8, out value);

    /// <summary>This moment as .NET's type in UTC, rounded down to 100 ns.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        new(DateTimeOffset.UnixEpoch.UtcTicks + FloorDivide(_nanoseconds, NanosecondsPerTick), TimeSpan.Zero);

    /// <summary>ISO 8601 in UTC with as many fractional digits as are needed.</summary>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[IsoTime.MaxLength];
        TryFormat(buffer, out var written, default, CultureInfo.InvariantCulture);
        return new string(buffer[..written]);
    }

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        IsoTime.TryFormat(this, destination, out charsWritten);

    /// <inheritdoc/>
    public bool Equals(Timestamp other) => _nanoseconds == other._nanoseconds;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Timestamp other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _nanoseconds.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Timestamp other) => _nanoseconds.CompareTo(other._nanoseconds);

    /// <summary>Same moment.</summary>
    public static bool operator ==(Timestamp left, Timestamp right) => left._nanoseconds == right._nanoseconds;

    /// <summary>Different moments.</summary>
    public static bool operator !=(Timestamp left, Timestamp right) => left._nanoseconds != right._nanoseconds;

    /// <summary>Earlier.</summary>
    public static bool operator <(Timestamp left, Timestamp right) => left._nanoseconds < right._nanoseconds;

    /// <summary>Later.</summary>
    public static bool operator >(Timestamp left, Timestamp right) => left._nanoseconds > right._nanoseconds;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Timestamp left, Timestamp right) => left._nanoseconds <= right._nanoseconds;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Timestamp left, Timestamp right) => left._nanoseconds >= right._nanoseconds;

    /// <summary>A later moment.</summary>
    /// <exception cref="OverflowException">The moment lies outside the years 1678 to 2262.</exception>
    public static Timestamp operator +(Timestamp time, TimeSpan span) =>
        new(checked(time._nanoseconds + (span.Ticks * NanosecondsPerTick)));

    /// <summary>An earlier moment.</summary>
    /// <exception cref="OverflowException">The moment lies outside the years 1678 to 2262.</exception>
    public static Timestamp operator -(Timestamp time, TimeSpan span) =>
        new(checked(time._nanoseconds - (span.Ticks * NanosecondsPerTick)));

    /// <summary>The span between two moments, rounded down to 100 ns.</summary>
    public static TimeSpan operator -(Timestamp left, Timestamp right) =>
        TimeSpan.FromTicks(FloorDivide(checked(left._nanoseconds - right._nanoseconds), NanosecondsPerTick));

    private static long FloorDivide(long value, long divisor)
    {
        var quotient = value / divisor;
        return value % divisor < 0 ? quotient - 1 : quotient;
    }
}
