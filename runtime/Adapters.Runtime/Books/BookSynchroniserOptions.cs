namespace Adapters.Books;

/// <summary>How patient a <see cref="BookSynchroniser"/> is.</summary>
public sealed class BookSynchroniserOptions
{
    /// <summary>Wait before the second snapshot in a row; it doubles for each further one.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Longest wait between two snapshots.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A book that was right for this long starts again without a wait.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Most updates kept while a snapshot is on its way; beyond it the oldest are given up.</summary>
    public int MaxBufferedUpdates { get; init; } = 4_096;

    /// <summary>Most levels kept while a snapshot is on its way.</summary>
    public int MaxBufferedLevels { get; init; } = 262_144;

    /// <summary>Source of the jitter, so that many books do not ask at once; seeded in tests.</summary>
    public Random Jitter { get; init; } = Random.Shared;

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value makes no sense; it is named.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(FirstDelay, TimeSpan.Zero, nameof(FirstDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDelay, FirstDelay, nameof(MaxDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(StableAfter, TimeSpan.Zero, nameof(StableAfter));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBufferedUpdates, 1, nameof(MaxBufferedUpdates));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBufferedLevels, 1, nameof(MaxBufferedLevels));
        ArgumentNullException.ThrowIfNull(Jitter);
    }
}
