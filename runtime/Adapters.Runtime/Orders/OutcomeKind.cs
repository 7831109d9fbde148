using System.Diagnostics.CodeAnalysis;

namespace Adapters.Orders;

/// <summary>How a call about an order ended.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OutcomeKind
{
    /// <summary>The venue took it. Where it answers asynchronously the order is not live yet.</summary>
    Acknowledged = 1,

    /// <summary>It was refused, by the venue or before it was sent: nothing happened.</summary>
    Rejected,

    /// <summary>It may or may not have happened. Resolve it; never send it again.</summary>
    Unknown,
}
