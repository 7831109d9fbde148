using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Server;

/// <summary>What a venue does not find or take, besides what is wrong with keys, parameters and orders. Zero is no
/// member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum VenueProblem
{
    /// <summary>There is no such symbol; known: its <c>name</c>.</summary>
    UnknownSymbol = 1,

    /// <summary>A symbol is asked for twice.</summary>
    SymbolTwice,

    /// <summary>A market is not in the status that is asked for.</summary>
    OtherStatus,

    /// <summary>A call socket has no such method; known: its <c>name</c>.</summary>
    UnknownMethod,

    /// <summary>A frame of a call socket is none.</summary>
    BadFrame,

    /// <summary>A connection has too many topics; known: how many it may have, <c>most</c>.</summary>
    TooManyTopics,

    /// <summary>Who asks for an order asks for one that there is not.</summary>
    OrderNotFound,

    /// <summary>There is no order to be cancelled.</summary>
    NothingToCancel,

    /// <summary>A client that does not wait is shut out; known: <c>until</c>, in Unix milliseconds.</summary>
    ShutOut,

    /// <summary>The venue cannot answer and does not know why.</summary>
    Broken,

    /// <summary>The venue has too much to do.</summary>
    Overloaded,

    /// <summary>The venue's own servers did not answer in time; what became of the call is not known.</summary>
    TimedOut,
}
