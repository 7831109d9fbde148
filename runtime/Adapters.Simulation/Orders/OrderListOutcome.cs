using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>What became of an order list, or of its cancel.</summary>
public sealed record OrderListOutcome
{
    /// <summary>The list as it is now; null where the request was refused.</summary>
    public OrderListSnapshot? List { get; init; }

    /// <summary>Its orders with what they filled at once, in the order of the list.</summary>
    public IReadOnlyList<OrderOutcome> Orders { get; init; } = [];

    /// <summary>The account's id of the cancel, where it was one.</summary>
    public ClientOrderId CancelId { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>True where the request was taken.</summary>
    [MemberNotNullWhen(true, nameof(List))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Rejection is null;
}
