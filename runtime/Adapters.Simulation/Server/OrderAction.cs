using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Server;

/// <summary>What was asked of an order. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderAction
{
    /// <summary>To place it.</summary>
    Place = 1,

    /// <summary>To end it.</summary>
    Cancel,

    /// <summary>To make it smaller.</summary>
    Amend,
}
