using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>What became of a cancel.</summary>
public sealed record CancelOutcome
{
    /// <summary>The order as it is now; null where the cancel was refused.</summary>
    public OrderSnapshot? Order { get; init; }

    /// <summary>The account's id of the cancel.</summary>
    public ClientOrderId CancelId { get; init; }

    /// <summary>The list that ended with the order.</summary>
    public OrderListOutcome? List { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>True where the order has ended.</summary>
    [MemberNotNullWhen(true, nameof(Order))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Rejection is null;
}
