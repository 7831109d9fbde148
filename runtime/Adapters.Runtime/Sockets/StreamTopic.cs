using System.Text;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>A topic of the venue and those who subscribe to it here.</summary>
internal abstract class StreamTopic(ChannelInfo channel, string text)
{
    private long _lastMessageAt;
    private volatile SubscriptionState _state = SubscriptionState.Pending;
    private volatile bool _isStale;

    /// <summary>Passed while a message or an event is handed out and while the state changes: one at a time, in order.
    /// Entered before the client's lock, never after it.</summary>
    protected readonly DeliveryGate Gate = new();

    public string Text { get; } = text;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

    public ChannelInfo Channel { get; } = channel;

    public SubscriptionState State
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>Ends with the venue's first acknowledgement or refusal.</summary>
    public TaskCompletionSource First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The connection that delivers it; another one may be taking over.</summary>
    public StreamConnection? Connection { get; set; }

    /// <summary>Set while a new connection takes it over.</summary>
    public HandOver? HandOver { get; set; }

    public bool WasLive { get; set; }

    /// <summary>A message does not stand in for the venue's acknowledgement.</summary>
    public bool AwaitsAnswer { get; set; }

    public bool IsStale
    {
        get => _isStale;
        set => _isStale = value;
    }

    /// <summary>When the present state began, so that silence is measured from there at the earliest.</summary>
    public Timestamp Since { get; set; }

    public Timestamp LastMessageAt
    {
        get => Timestamp.FromNanoseconds(Volatile.Read(ref _lastMessageAt));
        private set => Volatile.Write(ref _lastMessageAt, value.UnixNanoseconds);
    }

    public abstract bool IsEmpty { get; }

    public void Dispatch(ReadOnlySpan<byte> payload, WireContext context)
    {
        Arrived(context);
        Handle(payload, context);
    }

    /// <summary>In the usual case hands over a payload where it stands in its frame.</summary>
    /// <param name="connection">Where it came from.</param>
    /// <param name="payload">Starts with the payload and goes on to the frame's end.</param>
    /// <param name="layout">Says what follows it.</param>
    public abstract Delivery Deliver(StreamConnection connection, ReadOnlySpan<byte> payload, EnvelopeLayout layout);

    /// <summary>The same for a frame in any order; the reader stands on the payload.</summary>
    /// <exception cref="WireException">A value cannot be read.</exception>
    /// <exception cref="System.Text.Json.JsonException">The frame is malformed.</exception>
    public abstract bool TryDeliver(StreamConnection connection, scoped ref WireReader reader, EnvelopeFields fields, ulong seen);

    /// <summary>The same for a payload alone, which may be anything: failures are reported.</summary>
    public bool TryDeliver(StreamConnection connection, ReadOnlySpan<byte> payload)
    {
        if (!Gate.TryPass(connection))
        {
            return false;
        }

        try
        {
            if (!IsLive)
            {
                return false;
            }

            Dispatch(payload, connection.Context);
            return true;
        }
        finally
        {
            connection.End();
        }
    }

    /// <summary>Keeps others out until what it gives is disposed of, and waits for those who are inside.</summary>
    public Inside Enter()
    {
        Gate.Enter();
        return new Inside(this);
    }

    // Set without the gate where a topic ends: what its connection still brings is not delivered.
    protected bool IsLive => State == SubscriptionState.Live;

    /// <summary>Ends with its disposal; the connection that delivers then passes the gate as its owner.</summary>
    public readonly ref struct Inside(StreamTopic topic)
    {
        /// <summary>Lets the next one in.</summary>
        public void Dispose() => topic.Gate.Leave(topic.HandOver is null && topic.IsLive ? topic.Connection : null);
    }

    /// <summary>Ends waiting with an error.</summary>
    /// <returns>False where the first acknowledgement or refusal came before.</returns>
    public bool Fail(Exception error)
    {
        if (!First.TrySetException(error))
        {
            return false;
        }

        _ = First.Task.Exception; // seen, even where everybody who waited has given up
        return true;
    }

    public abstract void Raise(in SubscriptionEvent change);

    public abstract void Remove(Subscription subscription);

    protected abstract void Handle(ReadOnlySpan<byte> payload, WireContext context);

    protected void Arrived(WireContext context)
    {
        LastMessageAt = context.ReceivedAt;
        if (IsStale)
        {
            IsStale = false;
        }
    }
}
