namespace Adapters.Catalogue;

/// <summary>A WebSocket of a product: its address and the forms of its frames.</summary>
public sealed class SocketInfo
{
    /// <summary>Name in the specification.</summary>
    public required string Name { get; init; }

    /// <summary>Address over hosts of the environment, for example <c>{stream}/stream</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Forms of data frames; without one the frame itself is the payload.</summary>
    public IReadOnlyList<FrameTemplate> Envelopes { get; init; } = [];

    /// <summary>Form of a subscribe frame.</summary>
    public FrameTemplate? Subscribe { get; init; }

    /// <summary>Form of an unsubscribe frame.</summary>
    public FrameTemplate? Unsubscribe { get; init; }

    /// <summary>Forms of an acknowledgement.</summary>
    public IReadOnlyList<FrameTemplate> Accepted { get; init; } = [];

    /// <summary>Forms of a rejection.</summary>
    public IReadOnlyList<FrameTemplate> Rejected { get; init; } = [];

    /// <summary>Form of a request.</summary>
    public FrameTemplate? Call { get; init; }

    /// <summary>Form of an answer to a request.</summary>
    public FrameTemplate? Answer { get; init; }

    /// <summary>How a connection is logged on, where that is possible.</summary>
    public SocketLogin? Login { get; init; }

    /// <summary>Form of the client's ping.</summary>
    public FrameTemplate? Ping { get; init; }

    /// <summary>How often the client pings.</summary>
    public TimeSpan? PingEvery { get; init; }

    /// <summary>Form of the answer to the client's ping.</summary>
    public FrameTemplate? Pong { get; init; }

    /// <summary>Topics per connection.</summary>
    public int? MaxTopics { get; init; }

    /// <summary>Outgoing frames per <see cref="FramesPer"/> and connection.</summary>
    public int? MaxFrames { get; init; }

    /// <summary>Window of <see cref="MaxFrames"/>.</summary>
    public TimeSpan? FramesPer { get; init; }

    /// <summary>The venue closes a connection after this time.</summary>
    public TimeSpan? Life { get; init; }

    /// <summary>How often the venue pings.</summary>
    public TimeSpan? ServerPing { get; init; }

    /// <summary>Without a frame or ping for so long the connection is dead.</summary>
    public TimeSpan? Silence { get; init; }

    /// <summary>What opening a connection costs, by limit.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Counts { get; init; } = [];

    /// <summary>Frames that come unasked, and what they ask for.</summary>
    public IReadOnlyList<SocketSignal> Signals { get; init; } = [];
}

/// <summary>Logging a connection on: later calls on it need no key and signature.</summary>
/// <param name="Endpoint">Name of the call that does it.</param>
/// <param name="KeyKind">The only kind of signing key that it takes: Hmac, Rsa or Ed25519; null for any.</param>
public sealed record SocketLogin(string Endpoint, string? KeyKind);

/// <summary>A frame that comes unasked.</summary>
/// <param name="Name">Name of its record in the specification, for example <c>ShutdownEvent</c>.</param>
/// <param name="Action">What it asks for: rotate, renew, resubscribe or resync.</param>
/// <param name="Form">How it is told apart, as a frame of its own or inside an envelope.</param>
public sealed record SocketSignal(string Name, string Action, FrameTemplate Form);
