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

    /// <summary>Who asks for an order by two ids names two orders, or one and none.</summary>
    OtherOrder,

    /// <summary>The order that is asked for ended unfilled so long ago that it is told no more.</summary>
    OrderArchived,

    /// <summary>Of a replacement one part was done and the other one refused.</summary>
    ReplacePartlyFailed,

    /// <summary>Of a replacement no part was done.</summary>
    ReplaceFailed,

    /// <summary>The connection is told the account's events already.</summary>
    Subscribed,

    /// <summary>The connection has no such subscription to an account's events.</summary>
    NotSubscribed,

    /// <summary>The connection has too many subscriptions to accounts' events; known: how many it may have,
    /// <c>most</c>.</summary>
    TooManySubscriptions,

    /// <summary>The connection has had as many subscriptions to accounts' events as there are numbers.</summary>
    SubscriptionsUsedUp,

    /// <summary>Two moments lie too far apart; known: <c>hours</c> between them at most.</summary>
    SpanTooLong,

    /// <summary>A client that does not wait is shut out; known: <c>until</c>, in Unix milliseconds.</summary>
    ShutOut,

    /// <summary>The venue cannot answer and does not know why.</summary>
    Broken,

    /// <summary>The venue has too much to do.</summary>
    Overloaded,

    /// <summary>The venue's own servers did not answer in time; what became of the call is not known.</summary>
    TimedOut,
}
