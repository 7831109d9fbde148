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

    /// <summary>A time in milliseconds since the epoch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp TimeMs()
    {
        Leave(LeftOfTimeMs(_rest, out var value));
        return value;
    }

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
        _rest = PastTimeIso(_rest, out var value);
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
        _rest = PastTime(_rest, unit, out var value);
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Timestamp? TimeOrNull(long unit, scoped ReadOnlySpan<long> unless)
    {
        if (TakeAbsent())
        {
            return null;
        }

        var rest = _rest;
        var value = Time(unit);
        return unless.Length > 0 && IsOneOf(rest, unless) ? null : value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LeftOfTimeMs(ReadOnlySpan<byte> rest, out Timestamp value)
    {
        if (rest.Length >= Digits.Room && rest[0] != '0' && Digits.TryThirteen(rest, out var milliseconds)
            && milliseconds <= long.MaxValue / PerMillisecond)
        {
            // A known length: what follows can be read before these digits are.
            value = Timestamp.FromNanoseconds((long)milliseconds * PerMillisecond);
            return rest.Length - 13;
        }

        return PastTime(rest, PerMillisecond, out value).Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> PastTime(ReadOnlySpan<byte> rest, long unit, out Timestamp value)
    {
        var past = PastLong(rest, out var number);
        var overflow = Math.BigMul(number, unit, out var nanoseconds);
        value = Timestamp.FromNanoseconds(nanoseconds);
        return overflow == nanoseconds >> 63 ? past : default;
    }

    private static ReadOnlySpan<byte> PastTimeIso(ReadOnlySpan<byte> rest, out Timestamp value)
    {
        var length = TextLength(rest);
        return Timestamp.TryParseIso(length == 0 ? default : rest.Slice(1, length - 2), out value) ? rest.Slice(length) : default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsOneOf(ReadOnlySpan<byte> rest, ReadOnlySpan<long> unless) =>
        !PastLong(rest, out var number).IsEmpty && unless.Contains(number);
}
