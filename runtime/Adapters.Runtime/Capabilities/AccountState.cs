using System.Diagnostics.CodeAnalysis;

namespace Adapters.Capabilities;

/// <summary>Whether a live account can be trusted.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum AccountState
{
    /// <summary>It follows the venue.</summary>
    Live = 1,

    /// <summary>The connection is gone, what was missed is being read, or something changed that was not told whole and is
    /// asked for.</summary>
    Stale,

    /// <summary>It was disposed, or the venue refuses for good.</summary>
    Closed,
}
