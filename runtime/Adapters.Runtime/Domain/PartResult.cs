using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>What a venue says of one part of a call that does several things.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum PartResult
{
    /// <summary>It was done.</summary>
    Done = 1,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>It was not tried, because of what became of the other part.</summary>
    Untried,
}
