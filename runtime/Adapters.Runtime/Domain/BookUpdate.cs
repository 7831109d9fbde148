namespace Adapters.Domain;

/// <summary>A change of a book; borrows its levels from the frame, so it cannot be kept.</summary>
public readonly ref struct BookUpdate
{
    /// <summary>Symbol of the book.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The venue's id of the first change inside.</summary>
    public required long First { get; init; }

    /// <summary>The venue's id of the last change inside.</summary>
    public required long Last { get; init; }

    /// <summary>The last id of the update before this one, where the venue sends it.</summary>
    public long? Previous { get; init; }

    /// <summary>Changed bids in any order; quantity 0 removes the price.</summary>
    public required ReadOnlySpan<Level> Bids { get; init; }

    /// <summary>Changed asks in any order; quantity 0 removes the price.</summary>
    public required ReadOnlySpan<Level> Asks { get; init; }

    /// <summary>The venue's time, where it sends one.</summary>
    public Timestamp? Time { get; init; }

    /// <summary>When the message arrived.</summary>
    public Timestamp? ReceivedAt { get; init; }
}
