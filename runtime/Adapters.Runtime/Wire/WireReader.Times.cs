using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Times.</content>
public ref partial struct WireReader
{
    private const long PerSecond = 1_000_000_000;
    private const long PerMillisecond = 1_000_000;
    private const long PerMicrosecond = 1_000;

    /// <summary>A time in seconds since the epoch; a fraction is kept to the nanosecond.</summary>
    public Timestamp TimeS() => Time(PerSecond);

    /// <summary>A time in milliseconds since the epoch.</summary>
    public Timestamp TimeMs() => Time(PerMillisecond);

    /// <summary>A time in microseconds since the epoch.</summary>
    public Timestamp TimeUs() => Time(PerMicrosecond);

    /// <summary>A time in nanoseconds since the epoch.</summary>
    public Timestamp TimeNs() => Time(1);

    /// <summary>A time in ISO 8601.</summary>
    public Timestamp TimeIso()
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return _json.TokenType == JsonTokenType.String
            && Timestamp.TryParseIso(TextBytes(scratch, IsoForm), out var value)
            ? value
            : throw Unexpected(IsoForm);
    }

    /// <summary>A time in seconds, or null where it is absent or one of the values that mean so.</summary>
    public Timestamp? TimeSOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(PerSecond, unless);

    /// <summary>A time in milliseconds, or null where it is absent or one of the values that mean so.</summary>
    public Timestamp? TimeMsOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(PerMillisecond, unless);

    /// <summary>A time in microseconds, or null where it is absent or one of the values that mean so.</summary>
    public Timestamp? TimeUsOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(PerMicrosecond, unless);

    /// <summary>A time in nanoseconds, or null where it is absent or one of the values that mean so.</summary>
    public Timestamp? TimeNsOrNull(params ReadOnlySpan<long> unless) => TimeOrNull(1, unless);

    /// <summary>A time in ISO 8601, or null where it is absent or one of the texts that mean so.</summary>
    public Timestamp? TimeIsoOrNull(params ReadOnlySpan<string> unless)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        return TryText(IsoForm, scratch, unless, out _) ? TimeIso() : null;
    }

    private const string IsoForm = "a time in ISO 8601";
    private const string TimeRange = "the time lies outside the years 1678 to 2262";

    private Timestamp? TimeOrNull(long unit, scoped ReadOnlySpan<long> unless)
    {
        if (IsAbsent)
        {
            return null;
        }

        Span<byte> scratch = stackalloc byte[ScratchLength];
        if (DecimalText.Parse(Digits(scratch), out var value) == DecimalTextResult.Exact)
        {
            foreach (var none in unless)
            {
                if (value == none)
                {
                    return null;
                }
            }
        }

        return Time(unit);
    }

    private Timestamp Time(long unit)
    {
        Span<byte> scratch = stackalloc byte[ScratchLength];
        var text = Digits(scratch);
        if (TryPlainLong(text, out var value))
        {
            var overflow = Math.BigMul(value, unit, out var nanoseconds);
            return overflow == nanoseconds >> 63
                ? Timestamp.FromNanoseconds(nanoseconds)
                : throw Fail(TimeRange);
        }

        return SlowTime(text, unit);
    }

    private readonly Timestamp SlowTime(ReadOnlySpan<byte> text, long unit)
    {
        var result = DecimalText.Parse(text, out var value);
        if (result == DecimalTextResult.NotANumber)
        {
            throw Unexpected("a time as a number");
        }

        // One unit more than fits, so that the product itself is no larger than a decimal.
        if (result == DecimalTextResult.OutOfRange || Math.Abs(value) > (long.MaxValue / unit) + 1m)
        {
            throw Fail("the time lies outside the years 1678 to 2262, or is finer than a nanosecond");
        }

        var nanoseconds = value * unit;
        if (nanoseconds != decimal.Truncate(nanoseconds))
        {
            throw Fail("the time is finer than a nanosecond");
        }

        return nanoseconds is >= long.MinValue and <= long.MaxValue
            ? Timestamp.FromNanoseconds((long)nanoseconds)
            : throw Fail(TimeRange);
    }
}
