using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>Where a price or quantity goes that lies between two steps.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum Rounding
{
    /// <summary>To the lower step.</summary>
    Down = 1,

    /// <summary>To the higher step.</summary>
    Up,

    /// <summary>To the nearer step; the middle goes up.</summary>
    Nearest,
}
