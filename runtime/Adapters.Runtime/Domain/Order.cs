namespace Adapters.Domain;

/// <summary>An order as the venue last told it. Prices in quote units, quantities in base units.</summary>
public readonly struct Order
{
    /// <summary>The market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>The venue's id.</summary>
    public required OrderId Id { get; init; }

    /// <summary>The client's id, where the order has one.</summary>
    public ClientOrderId? ClientId { get; init; }

    /// <summary>Buys or sells.</summary>
    public required Side Side { get; init; }

    /// <summary>How it finds its price.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>How long it stays; absent where the venue does not say, as for market orders.</summary>
    public TimeInForce? TimeInForce { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>Limit price; absent for orders without one.</summary>
    public decimal? Price { get; init; }

    /// <summary>The price that triggers it; absent for orders without one.</summary>
    public decimal? TriggerPrice { get; init; }

    /// <summary>Quantity ordered, base units; absent where the order was given in quote units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Quantity ordered, quote units; absent where the order was given in base units.</summary>
    public decimal? QuoteQuantity { get; init; }

    /// <summary>Quantity filled so far, base units.</summary>
    public required decimal FilledQuantity { get; init; }

    /// <summary>Value filled so far, quote units, where the venue sends it.</summary>
    public decimal? FilledValue { get; init; }

    /// <summary>Price averaged over the fills, where the venue sends it.</summary>
    public decimal? AveragePrice { get; init; }

    /// <summary>It must not take; absent where the venue does not say.</summary>
    public bool? PostOnly { get; init; }

    /// <summary>It may only reduce a position; absent where there are none, or the venue does not say.</summary>
    public bool? ReduceOnly { get; init; }

    /// <summary>When the venue took it.</summary>
    public Timestamp? CreatedAt { get; init; }

    /// <summary>When it last changed, on the venue's clock.</summary>
    public Timestamp? UpdatedAt { get; init; }

    /// <summary>Why the venue refused or ended it, in its own words; absent where it gave no reason.</summary>
    public string? Reason { get; init; }

    /// <summary>When the message arrived; absent for an answer to a request.</summary>
    public Timestamp? ReceivedAt { get; init; }

    /// <summary>It can still be filled or cancelled.</summary>
    public bool IsOpen => Status is OrderStatus.Pending or OrderStatus.Open or OrderStatus.PartiallyFilled;

    /// <summary>Names the order for queries, cancels and amends.</summary>
    public OrderRef Ref => OrderRef.Of(Symbol, Id);
}
