using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Matching;

/// <summary>What happens where an order would match another one of the same owner or of the same group of owners. The
/// taker's choice counts. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum SelfTradePrevention
{
    /// <summary>They match.</summary>
    None = 1,

    /// <summary>What is left of the taker ends.</summary>
    ExpireTaker,

    /// <summary>The resting order ends, the taker goes on.</summary>
    ExpireMaker,

    /// <summary>Both end.</summary>
    ExpireBoth,

    /// <summary>Both become smaller by what would have matched; the smaller one ends.</summary>
    Decrement,

    /// <summary>As <see cref="Decrement"/>; between two accounts of one group what would have matched changes hands, if
    /// both orders say so.</summary>
    Transfer,
}
