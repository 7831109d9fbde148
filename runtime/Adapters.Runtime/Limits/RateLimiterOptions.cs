namespace Adapters.Limits;

/// <summary>How the limiter shares out what the venue allows.</summary>
public sealed class RateLimiterOptions
{
    /// <summary>Part of every window that only <see cref="LimitPriority.Reserved"/> calls may use, 0 to 0.5, rounded
    /// down to whole units. Without it a burst of questions would keep cancels waiting.</summary>
    public double ReservedShare { get; init; } = 0.05;

    /// <summary>Calls that may wait at once; one more is refused.</summary>
    public int MaxWaiting { get; init; } = 10_000;

    /// <summary>Where whoever waits goes on: on the pool, so that it cannot hold up others. Tests with a simulated clock
    /// go on at once.</summary>
    internal TaskCreationOptions Continuations { get; init; } = TaskCreationOptions.RunContinuationsAsynchronously;

    internal void Validate()
    {
        if (!(ReservedShare is >= 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(ReservedShare), ReservedShare, "must lie between 0 and 0.5.");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxWaiting);
    }
}
