namespace Adapters.Domain;

/// <summary>The best bid and ask of a symbol.</summary>
public readonly struct Quote
{
    /// <summary>Symbol that is quoted.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Best bid price, quote units.</summary>
    public required decimal Bid { get; init; }

    /// <summary>Quantity at the best bid, base units.</summary>
    public required decimal BidQuantity { get; init; }

    /// <summary>Best ask price, quote units.</summary>
    public required decimal Ask { get; init; }

    /// <summary>Quantity at the best ask, base units.</summary>
    public required decimal AskQuantity { get; init; }

    /// <summary>The venue's time, where it sends one.</summary>
    public Timestamp? Time { get; init; }

    /// <summary>The book version that the quote belongs to, where the venue sends one.</summary>
    public long? Version { get; init; }

    /// <summary>When the message arrived; absent for an answer to a request.</summary>
    public Timestamp? ReceivedAt { get; init; }
}
