namespace Adapters.Domain;

/// <summary>A book at one moment: a snapshot, owned by whoever holds it.</summary>
public sealed class OrderBook
{
    /// <summary>Symbol of the book.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The venue's id of the last update that the book contains.</summary>
    public required long Version { get; init; }

    /// <summary>Bids, best (highest) price first.</summary>
    public required Level[] Bids { get; init; }

    /// <summary>Asks, best (lowest) price first.</summary>
    public required Level[] Asks { get; init; }

    /// <summary>The venue's time, where it sends one.</summary>
    public Timestamp? Time { get; init; }
}
