using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Server;

/// <summary>Why a call is not let in. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum AccessProblem
{
    /// <summary>There is no key.</summary>
    KeyMissing = 1,

    /// <summary>The venue has given out no such key.</summary>
    KeyUnknown,

    /// <summary>The call does not take keys of this kind.</summary>
    KeyKind,

    /// <summary>The signature does not fit what was sent.</summary>
    Signature,

    /// <summary>The time sent lies ahead of the venue's.</summary>
    TooEarly,

    /// <summary>The time sent lies too far back.</summary>
    TooLate,

    /// <summary>The client asks for a longer window than there is.</summary>
    WindowTooLong,

    /// <summary>Nobody is logged on to the connection.</summary>
    NotLoggedOn,
}
