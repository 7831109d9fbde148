namespace Adapters.Domain;

/// <summary>One of a venue's limits as the venue itself tells it.</summary>
public readonly struct RateLimitInfo
{
    /// <summary>What is counted.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Unit of the window.</summary>
    public required TimeUnit Unit { get; init; }

    /// <summary>Length of the window in units.</summary>
    public required int Per { get; init; }

    /// <summary>What may be used in one window.</summary>
    public required long Capacity { get; init; }

    /// <summary>What is used of the present window, where the venue tells it.</summary>
    public long? Used { get; init; }
}
