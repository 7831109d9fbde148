using Adapters.Domain;

namespace Adapters.Orders;

/// <summary>Orders that depend on each other. Without a working order: a pair of which one ends the other. With one:
/// what comes to the book once it is filled, one order or such a pair. All are of one market; a pair has one side and
/// one quantity.</summary>
public sealed record OrderListRequest
{
    /// <summary>The order that works at once; null for a pair alone.</summary>
    public OrderRequest? Working { get; init; }

    /// <summary>One order, or a pair: the one with the higher prices first.</summary>
    public required IReadOnlyList<OrderRequest> Others { get; init; }

    /// <summary>The client's id of the list; one is made where it is missing.</summary>
    public ClientOrderId? ListId { get; init; }

    /// <summary>All orders: the working one first.</summary>
    internal IReadOnlyList<OrderRequest> All => Working is { } first ? [first, .. Others] : Others;

    /// <summary>What is wrong with them together; null where nothing is.</summary>
    internal string? Problem => this switch
    {
        { Others.Count: not (1 or 2) } or { Working: null, Others.Count: 1 } =>
            "A list is a pair, or a working order with one order or a pair.",
        _ when All.Any(static order => order.Quantity is null) => "Each order of a list has a quantity in base units.",
        _ when All.Any(order => order.Symbol != All[0].Symbol) => "All orders of a list are of one market.",
        { Others: [var above, var below] } when above.Side != below.Side || above.Quantity != below.Quantity =>
            "Both orders of a pair have the same side and quantity.",
        _ => null,
    };
}
