using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Server;

/// <summary>How much an answer tells of an order that was placed. Zero is no member, so that a forgotten value shows.
/// </summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderDetail
{
    /// <summary>Its ids and the time.</summary>
    Ids = 1,

    /// <summary>The order.</summary>
    Order,

    /// <summary>The order and its fills.</summary>
    Fills,
}
