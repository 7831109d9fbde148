namespace Adapters.Domain;

/// <summary>One public trade.</summary>
public readonly struct Trade
{
    /// <summary>Symbol that was traded.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The venue's id, unique per symbol.</summary>
    public required TradeId Id { get; init; }

    /// <summary>Price in quote units.</summary>
    public required decimal Price { get; init; }

    /// <summary>Quantity in base units.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Quantity in quote units, where the venue sends it.</summary>
    public decimal? QuoteQuantity { get; init; }

    /// <summary>Side of the taker, the party whose order caused the trade.</summary>
    public required Side Side { get; init; }

    /// <summary>The venue's time of the trade.</summary>
    public required Timestamp Time { get; init; }

    /// <summary>When the message arrived; absent for an answer to a request.</summary>
    public Timestamp? ReceivedAt { get; init; }
}
