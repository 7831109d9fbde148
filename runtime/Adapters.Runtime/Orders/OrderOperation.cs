using System.Diagnostics.CodeAnalysis;

namespace Adapters.Orders;

/// <summary>What was done about an order.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderOperation
{
    /// <summary>It was placed.</summary>
    Place = 1,

    /// <summary>It was cancelled.</summary>
    Cancel,

    /// <summary>It was changed.</summary>
    Amend,
}
