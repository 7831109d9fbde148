using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Orders;

/// <summary>Why an order expired. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum ExpiryReason
{
    /// <summary>It was refused when its trigger or its list brought it to the book.</summary>
    Refused = 1,

    /// <summary>The other order of its pair began to work, was filled or ended.</summary>
    PairTriggered,

    /// <summary>The working order of its list ended before it was filled.</summary>
    WorkingOrderEnded,

    /// <summary>What an immediate-or-cancel order did not fill at once.</summary>
    ImmediateOrCancel,

    /// <summary>A fill-or-kill order that could not be filled whole.</summary>
    FillOrKill,

    /// <summary>A market order that found too little in the book.</summary>
    InsufficientLiquidity,

    /// <summary>Its date has come.</summary>
    DateReached,

    /// <summary>The account would have traded with itself.</summary>
    SelfTrade,
}
