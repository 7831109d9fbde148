using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>Where an order is in its life.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderStatus
{
    /// <summary>Accepted, not yet in the book: waiting for a trigger or for the engine.</summary>
    Pending = 1,

    /// <summary>In the book, nothing filled.</summary>
    Open,

    /// <summary>In the book, a part filled.</summary>
    PartiallyFilled,

    /// <summary>Filled whole.</summary>
    Filled,

    /// <summary>Cancelled, perhaps after a part was filled.</summary>
    Canceled,

    /// <summary>Refused by the venue.</summary>
    Rejected,

    /// <summary>Ended by its time in force or by the venue.</summary>
    Expired,
}
