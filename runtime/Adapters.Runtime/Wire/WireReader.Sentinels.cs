using Adapters.Domain;

namespace Adapters.Wire;

/// <content>Values of which one stands for "none": a list of one would be made for each call where code is not optimised.
/// </content>
public ref partial struct WireReader
{
    /// <summary>A whole number of 32 bits, or null where it is absent or the value that means so.</summary>
    public int? IntOrNull(long unless) => IntOrNull(new ReadOnlySpan<long>(in unless));

    /// <summary>A whole number of 64 bits, or null where it is absent or the value that means so.</summary>
    public long? LongOrNull(long unless) => LongOrNull(new ReadOnlySpan<long>(in unless));

    /// <summary>An exact number, or null where it is absent or the value that means so.</summary>
    public Number? NumberOrNull(decimal unless) => NumberOrNull(new ReadOnlySpan<decimal>(in unless));

    /// <summary>A time in seconds, or null where it is absent or the value that means so.</summary>
    public Timestamp? TimeSOrNull(long unless) => TimeOrNull(PerSecond, new(in unless));

    /// <summary>A time in milliseconds, or null where it is absent or the value that means so.</summary>
    public Timestamp? TimeMsOrNull(long unless) => TimeOrNull(PerMillisecond, new(in unless));

    /// <summary>A time in microseconds, or null where it is absent or the value that means so.</summary>
    public Timestamp? TimeUsOrNull(long unless) => TimeOrNull(PerMicrosecond, new(in unless));

    /// <summary>A time in nanoseconds, or null where it is absent or the value that means so.</summary>
    public Timestamp? TimeNsOrNull(long unless) => TimeOrNull(1, new(in unless));
}
