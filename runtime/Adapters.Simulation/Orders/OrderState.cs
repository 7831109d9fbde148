using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Orders;

/// <summary>Where an account's order is in its life. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderState
{
    /// <summary>Accepted with an order list, waits until the list's working order is filled.</summary>
    PendingNew = 1,

    /// <summary>Accepted, nothing filled: in the book, or waiting for its trigger.</summary>
    New,

    /// <summary>A part filled, the rest in the book.</summary>
    PartiallyFilled,

    /// <summary>Nothing left to fill.</summary>
    Filled,

    /// <summary>Ended by its owner.</summary>
    Canceled,

    /// <summary>Never accepted.</summary>
    Rejected,

    /// <summary>Ended by its own terms or by the venue.</summary>
    Expired,

    /// <summary>Ended so that its owner does not trade with himself.</summary>
    ExpiredInMatch,
}
