using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Orders;

/// <summary>What became of an amendment.</summary>
public sealed record AmendOutcome
{
    /// <summary>The order as it is now; null where the request was refused.</summary>
    public OrderSnapshot? Order { get; init; }

    /// <summary>The change; null where the request was refused.</summary>
    public Amendment? Amendment { get; init; }

    /// <summary>The list that the order belongs to.</summary>
    public OrderListSnapshot? List { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>True where the order is smaller now.</summary>
    [MemberNotNullWhen(true, nameof(Order), nameof(Amendment))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Rejection is null;
}
