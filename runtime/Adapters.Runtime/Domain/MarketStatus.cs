using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>What can be done in a market now.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum MarketStatus
{
    /// <summary>Orders are taken and matched.</summary>
    Trading = 1,

    /// <summary>Listed, not yet open.</summary>
    Announced,

    /// <summary>Neither orders nor cancels, for a while.</summary>
    Halted,

    /// <summary>Orders can be cancelled, none placed.</summary>
    CancelOnly,

    /// <summary>The contract is being settled.</summary>
    Settling,

    /// <summary>Closed for good.</summary>
    Delisted,
}
