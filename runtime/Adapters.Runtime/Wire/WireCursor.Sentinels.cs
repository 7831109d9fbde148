using System.Runtime.CompilerServices;
using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Values of which one stands for "none": a list of one would be made for each call where code is not optimised.
/// </content>
public ref partial struct WireCursor
{
    /// <summary>A whole number of 32 bits, or null where it is absent or the value that means so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int? IntOrNull(long unless)
    {
        var value = LongOrNull(unless);
        if (value is < int.MinValue or > int.MaxValue)
        {
            Fail();
        }

        return (int?)value;
    }

    /// <summary>A whole number of 64 bits, or null where it is absent or the value that means so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long? LongOrNull(long unless)
    {
        if (TakeAbsent())
        {
            return null;
        }

        var value = Long();
        return value == unless ? null : value;
    }

    /// <summary>An exact number, or null where it is absent or the value that means so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Number? NumberOrNull(decimal unless)
    {
        if (TakeAbsent())
        {
            return null;
        }

        var number = Number();
        return number.Value == unless ? null : number;
    }

    /// <summary>A time in seconds, or null where it is absent or the value that means so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeSOrNull(long unless) => TimeOrNull(PerSecond, new(in unless));

    /// <summary>A time in milliseconds, or null where it is absent or the value that means so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeMsOrNull(long unless) => TimeOrNull(PerMillisecond, new(in unless));

    /// <summary>A time in microseconds, or null where it is absent or the value that means so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeUsOrNull(long unless) => TimeOrNull(PerMicrosecond, new(in unless));

    /// <summary>A time in nanoseconds, or null where it is absent or the value that means so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Timestamp? TimeNsOrNull(long unless) => TimeOrNull(1, new(in unless));
}
