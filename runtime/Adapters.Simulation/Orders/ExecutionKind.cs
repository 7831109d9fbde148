using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Orders;

/// <summary>What happened to an order. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum ExecutionKind
{
    /// <summary>Accepted, or brought to the book by its trigger or its list.</summary>
    New = 1,

    /// <summary>Ended by its owner.</summary>
    Canceled,

    /// <summary>Made smaller by its owner.</summary>
    Amended,

    /// <summary>Never accepted.</summary>
    Rejected,

    /// <summary>A part or all filled.</summary>
    Trade,

    /// <summary>Ended by its own terms or by the venue.</summary>
    Expired,

    /// <summary>Made smaller or ended so that its owner does not trade with himself.</summary>
    TradePrevention,
}
