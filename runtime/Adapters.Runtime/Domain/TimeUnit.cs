using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>Unit of a window.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum TimeUnit
{
    /// <summary>One second.</summary>
    Second = 1,

    /// <summary>One minute.</summary>
    Minute,

    /// <summary>One hour.</summary>
    Hour,

    /// <summary>One day.</summary>
    Day,
}
