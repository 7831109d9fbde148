using Adapters.Domain;
using Adapters.Orders;

namespace Adapters.Faces.Tests.Faults;

/// <summary>An order of a strategy, and what the adapter told of it.</summary>
internal sealed class TrackedOrder(OrderRequest request)
{
    public OrderRequest Request => request;

    /// <summary>The client's id, as far as the strategy knows it.</summary>
    public ClientOrderId? ClientId { get; set; } = request.ClientId;

    /// <summary>Another order has, or had, the same client id.</summary>
    public bool SharesClientId { get; set; }

    /// <summary>A cancel named it by the client's id: coming late, it would end another order of that id.</summary>
    public bool IsCanceledByClientId { get; set; }

    /// <summary>The venue's id, once it is known.</summary>
    public OrderId? Id { get; set; }

    /// <summary>How placing it ended at last; null where it was given up before it was sent.</summary>
    public OrderOutcome? Placed { get; set; }

    /// <summary>The list that it was placed with, itself among them; alone where there is none.</summary>
    public IReadOnlyList<TrackedOrder> List { get; set; } = [];

    /// <summary>Whose quantity is its own too: of a pair both.</summary>
    public IReadOnlyList<TrackedOrder> Pair { get; set; } = [];

    /// <summary>How each cancel ended at last.</summary>
    public List<OrderOutcome> Cancels { get; } = [];

    /// <summary>Changes that were asked for.</summary>
    public int AmendsTried { get; set; }

    /// <summary>How each change ended at last, with the quantity it asked for.</summary>
    public List<(decimal Quantity, OrderOutcome Outcome)> Amends { get; } = [];

    /// <summary>Names it, where it can be named.</summary>
    public OrderRef? Ref => Id is { } id
        ? OrderRef.Of(request.Symbol, id)
        : ClientId is { } client && !SharesClientId ? OrderRef.Of(request.Symbol, client) : null;
}
