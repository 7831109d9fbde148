using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Orders;

/// <summary>What an event of an order list is about. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderListEventKind
{
    /// <summary>Placed, or its working order was filled.</summary>
    Started = 1,

    /// <summary>An order of it has another client order id.</summary>
    Updated,

    /// <summary>All its orders have ended.</summary>
    Done,

    /// <summary>Refused.</summary>
    Refused,
}
