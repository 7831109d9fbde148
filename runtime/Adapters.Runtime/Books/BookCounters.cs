namespace Adapters.Books;

/// <summary>What a <see cref="BookSynchroniser"/> has done so far.</summary>
public readonly struct BookCounters
{
    /// <summary>Updates that the book took.</summary>
    public long Applied { get; init; }

    /// <summary>Updates thrown away because the book already held them.</summary>
    public long Dropped { get; init; }

    /// <summary>Times that the book had to start again: a gap, or an update that does not follow.</summary>
    public long Resyncs { get; init; }

    /// <summary>Snapshots that arrived.</summary>
    public long Snapshots { get; init; }

    /// <summary>Snapshots that the waiting updates do not follow.</summary>
    public long RejectedSnapshots { get; init; }

    /// <summary>Snapshots that could not be had.</summary>
    public long FailedSnapshots { get; init; }

    /// <summary>Times that waiting updates were given up because there were too many.</summary>
    public long Overflows { get; init; }
}
