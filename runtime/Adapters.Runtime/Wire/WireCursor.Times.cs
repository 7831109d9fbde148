using System.Runtime.CompilerServices;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Times.</content>
public ref partial struct WireCursor
{
    private const long PerSecond = 1_000_000_000;
    private const long PerMillisecond = 1_000_000;
    private const long PerMicrosecond = 1_000;

    /// <summary>A time in seconds since the epoch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp TimeS() => Time(PerSecond);

    /// <summary>A time in microseconds since the epoch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp TimeUs() => Time(PerMicrosecond);

    /// <summary>A time in nanoseconds since the epoch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp TimeNs() => Time(1);

    /// <summary>A time in ISO 8601.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp TimeIso()
    {
        Move(LeftOfTimeIso(ref _at, _left, out var value));
        return value;
    }

    /// <summary>A time in seconds, or null where it is absent or one of the values that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeSOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(PerSecond, unless);

    /// <summary>A time in milliseconds, or null where it is absent or one of the values that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeMsOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(PerMillisecond, unless);

    /// <summary>A time in microseconds, or null where it is absent or one of the values that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeUsOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(PerMicrosecond, unless);

    /// <summary>A time in nanoseconds, or null where it is absent or one of the values that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeNsOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(1, unless);

    /// <summary>A time in ISO 8601, or null where it is absent or one of the texts that mean so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeIsoOrNull(params ReadOnlySpan<string> unless) =>
        TakeAbsent() || TakeOneOf(unless) ? null : TimeIso();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Timestamp Time(long unit)
    {
        Move(LeftOfTime(ref _at, _left, unit, out var value));
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Timestamp? TimeOrNull(long unit, scoped ReadOnlySpan<long> unless)
    {
        if (TakeAbsent())
        {
            return null;
        }

        var rest = Rest;
        var value = Time(unit);
        return unless.Length > 0 && IsOneOf(rest, unless) ? null : value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfTime(ref byte at, int left, long unit, out Timestamp value)
    {
        var past = PastLong(Span(ref at, left), out var number);
        var overflow = Math.BigMul(number, unit, out var nanoseconds);
        value = Timestamp.FromNanoseconds(nanoseconds);
        return overflow == nanoseconds >> 63 ? past.Length : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfTimeIso(ref byte at, int left, out Timestamp value)
    {
        var past = PastCharacters(left > 0 && at == '"' ? Span(ref at, left) : default, out var text);
        return Timestamp.TryParseIso(text, out value) ? past.Length : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsOneOf(ReadOnlySpan<byte> rest, ReadOnlySpan<long> unless) =>
        !PastLong(rest, out var number).IsEmpty && unless.Contains(number);
}
