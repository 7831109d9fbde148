using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>How long an order stays.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum TimeInForce
{
    /// <summary>Until it is filled or cancelled.</summary>
    GoodTillCancel = 1,

    /// <summary>What cannot be filled at once is cancelled.</summary>
    ImmediateOrCancel,

    /// <summary>Filled whole at once, or not at all.</summary>
    FillOrKill,

    /// <summary>Until a moment that the order names.</summary>
    GoodTillDate,
}
