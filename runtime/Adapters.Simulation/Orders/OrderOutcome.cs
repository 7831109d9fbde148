using System.Diagnostics.CodeAnalysis;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Orders;

/// <summary>What became of an order at once.</summary>
public sealed record OrderOutcome
{
    /// <summary>The order as it is after it met the book; null where it was refused.</summary>
    public OrderSnapshot? Order { get; init; }

    /// <summary>Its fills, oldest first.</summary>
    public IReadOnlyList<AccountFill> Fills { get; init; } = [];

    /// <summary>The matches with oneself that did not happen.</summary>
    public IReadOnlyList<PreventedMatch> Prevented { get; init; } = [];

    /// <summary>Why it was refused; null where it was not.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>True where the order was taken.</summary>
    [MemberNotNullWhen(true, nameof(Order))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Rejection is null;

    internal static OrderOutcome Refused(Rejection rejection) => new() { Rejection = rejection };
}
