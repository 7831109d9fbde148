using Adapters.Domain;

namespace Adapters.Trading;

/// <summary>What a venue answers to an order.</summary>
/// <param name="Id">The venue's id.</param>
/// <param name="Order">The order, where the answer tells it; otherwise it is pending as far as is known.</param>
/// <param name="Fills">Fills that the answer tells.</param>
public readonly record struct PlacedOrder(OrderId Id, Order? Order, IReadOnlyList<Fill>? Fills = null);
