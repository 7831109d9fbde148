namespace Adapters.Domain;

/// <summary>A trade of one's own order.</summary>
public readonly struct Fill
{
    /// <summary>The market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The venue's id of the trade, unique per symbol.</summary>
    public required TradeId Id { get; init; }

    /// <summary>The venue's id of the order.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The client's id of the order, where the venue sends it.</summary>
    public ClientOrderId? ClientId { get; init; }

    /// <summary>Side of the order.</summary>
    public required Side Side { get; init; }

    /// <summary>Price, quote units.</summary>
    public required decimal Price { get; init; }

    /// <summary>Quantity, base units.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Value, quote units, where the venue sends it.</summary>
    public decimal? QuoteQuantity { get; init; }

    /// <summary>What the venue took, in units of <see cref="FeeAsset"/>; negative for a rebate.</summary>
    public decimal? Fee { get; init; }

    /// <summary>What the fee was paid in.</summary>
    public Asset? FeeAsset { get; init; }

    /// <summary>The order had rested in the book; absent where the venue does not say.</summary>
    public bool? Maker { get; init; }

    /// <summary>The venue's time of the trade.</summary>
    public required Timestamp Time { get; init; }

    /// <summary>When the message arrived; absent for an answer to a request.</summary>
    public Timestamp? ReceivedAt { get; init; }
}
