using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Orders;

/// <summary>How the orders of a list depend on each other. Zero is no member, so that a forgotten value shows.
/// </summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderListKind
{
    /// <summary>A pair of which one ends the other.</summary>
    OneCancelsOther = 1,

    /// <summary>A working order and what comes to the book once it is filled: one order, or a pair.</summary>
    OneTriggersOther,
}
