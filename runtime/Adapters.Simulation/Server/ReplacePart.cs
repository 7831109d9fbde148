using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Server;

/// <summary>What became of a part of a replacement. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum ReplacePart
{
    /// <summary>It was done.</summary>
    Success = 1,

    /// <summary>It was refused.</summary>
    Failure,

    /// <summary>It was not tried, because the other part failed.</summary>
    NotAttempted,
}
