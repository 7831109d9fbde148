namespace Adapters.Domain;

/// <summary>A change of an open order; what is absent stays as it is.</summary>
public sealed record AmendRequest
{
    /// <summary>The order.</summary>
    public required OrderRef Order { get; init; }

    /// <summary>The new quantity with what is filled already, base units. Without a new price the venue alone judges what
    /// the order is worth then.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>The new limit price, quote units.</summary>
    public decimal? Price { get; init; }

    /// <summary>The client's id after the change. Without one an order that is named by its client id keeps it; otherwise
    /// the venue decides, and the answer tells.</summary>
    public ClientOrderId? NewClientId { get; init; }

    /// <summary>Values are sent as given, and refused where they are off the market's tick or step; otherwise rounded
    /// as <see cref="OrderRequest.IsExact"/> tells.</summary>
    public bool IsExact { get; init; }
}
