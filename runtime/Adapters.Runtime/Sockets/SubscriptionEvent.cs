using Adapters.Domain;

namespace Adapters.Sockets;

/// <summary>What can happen to a subscription.</summary>
public enum SubscriptionEventKind
{
    /// <summary>The venue acknowledged it for the first time.</summary>
    Connected = 1,

    /// <summary>Messages may be missing from now on: the connection is lost.</summary>
    Gap,

    /// <summary>The venue acknowledged it again: what was sent between <c>From</c> and <c>To</c> is missing.</summary>
    Resumed,

    /// <summary>No message came for longer than the options allow.</summary>
    Stale,

    /// <summary>A message could not be read or handled; it is lost.</summary>
    Failed,

    /// <summary>The venue refused to subscribe again; no message comes any more.</summary>
    Refused,

    /// <summary>The client was disposed of while it was subscribed; no message comes any more.</summary>
    Closed,
}

/// <summary>Something that happened to a subscription.</summary>
/// <param name="Kind">What.</param>
/// <param name="From">Time of the last frame before it.</param>
/// <param name="To">When it happened.</param>
/// <param name="Error">The error, with <see cref="SubscriptionEventKind.Failed"/>,
/// <see cref="SubscriptionEventKind.Refused"/> and <see cref="SubscriptionEventKind.Closed"/>.</param>
public readonly record struct SubscriptionEvent(
    SubscriptionEventKind Kind, Timestamp From, Timestamp To, Exception? Error = null);

/// <summary>Where a subscription stands.</summary>
public enum SubscriptionState
{
    /// <summary>Not acknowledged yet.</summary>
    Pending = 1,

    /// <summary>Messages come.</summary>
    Live,

    /// <summary>The connection is lost; it is being subscribed again.</summary>
    Lost,

    /// <summary>Ended, by its owner or by the venue's refusal.</summary>
    Closed,
}
