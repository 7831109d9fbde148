using System.Diagnostics.CodeAnalysis;

namespace Adapters.Domain;

/// <summary>What a rate limit counts.
/// Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum LimitKind
{
    /// <summary>The weight of requests.</summary>
    Weight = 1,

    /// <summary>Orders placed.</summary>
    Orders,

    /// <summary>Requests, whatever their weight.</summary>
    Requests,

    /// <summary>Connections opened.</summary>
    Connections,
}
