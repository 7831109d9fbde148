using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Calls;

/// <summary>Reads what an answer tells of limits.</summary>
public delegate RateLimitInfo[] LimitsReader(ReadOnlySpan<byte> json, WireContext context);

/// <summary>Reads until when a refusal asks to wait; null where it does not say.</summary>
public delegate Timestamp? RetryReader(ReadOnlySpan<byte> json, WireContext context);

/// <summary>What is read of answers besides their payload, by the venue's records.</summary>
public sealed class CallReaders
{
    /// <summary>Reads <c>$limits</c> of an answer.</summary>
    public LimitsReader? Limits { get; init; }

    /// <summary>Reads <c>$data</c> of a refusal for too many calls.</summary>
    public RetryReader? RetryAt { get; init; }
}
