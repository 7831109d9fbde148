using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Calls;

/// <summary>A channel that was opened by a call, and lives through reconnects until it is disposed.</summary>
public abstract class OpenedChannel : IAsyncDisposable
{
    private readonly CallClient _client;
    private readonly Action<SubscriptionEvent>? _changed;
    private Timestamp _lastMessageAt;
    private Timestamp _lostAt;
    private ChannelHandOver? _handOver;

    private protected OpenedChannel(CallClient client, ChannelInfo channel, Action<SubscriptionEvent>? changed)
    {
        _client = client;
        _changed = changed;
        Channel = channel;
        First = new TaskCompletionSource(client.Continuations);
    }

    /// <summary>The channel.</summary>
    public ChannelInfo Channel { get; }

    /// <summary>Where it stands.</summary>
    public SubscriptionState State { get; private set; } = SubscriptionState.Pending;

    /// <summary>Held while a message or an event is handed out: one at a time.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Ends when it is open for the first time.</summary>
    internal TaskCompletionSource First { get; }

    private protected SocketDiagnostics Diagnostics => _client.Diagnostics;

    /// <summary>Closes it, once. A message that is being handled right now may still arrive.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _client.CloseAsync(this);
    }

    internal void OnMessage(CallConnection connection, ReadOnlySpan<byte> payload, WireContext context)
    {
        lock (Gate)
        {
            if (_handOver is { } handOver && !handOver.Passes(connection, payload, context.ReceivedAt))
            {
                return;
            }

            Deliver(payload, context);
        }
    }

    /// <summary>What a new connection brings waits until the old one has brought everything.</summary>
    internal void Await(CallConnection successor)
    {
        lock (Gate)
        {
            _handOver = new ChannelHandOver(successor);
        }
    }

    /// <summary>The old connection has brought everything: the new one takes over, without what both have brought.</summary>
    internal void TakeOver(WireContext context)
    {
        lock (Gate)
        {
            foreach (var (payload, receivedAt) in _handOver?.Rest() ?? [])
            {
                context.ReceivedAt = receivedAt;
                Deliver(payload, context);
            }

            _handOver = null;
        }
    }

    /// <summary>A connection does not take over.</summary>
    /// <returns>It was about to.</returns>
    internal bool StayOff(CallConnection? connection)
    {
        lock (Gate)
        {
            if (_handOver is null || _handOver.Successor != connection)
            {
                return false;
            }

            _handOver = null;
            return true;
        }
    }

    internal void OnOpened(Timestamp now)
    {
        lock (Gate)
        {
            if (State is SubscriptionState.Live or SubscriptionState.Closed)
            {
                return; // another connection has it too
            }

            var kind = State == SubscriptionState.Pending ? SubscriptionEventKind.Connected : SubscriptionEventKind.Resumed;
            State = SubscriptionState.Live;
            Raise(new SubscriptionEvent(kind, kind == SubscriptionEventKind.Connected ? now : _lostAt, now));
        }

        First.TrySetResult();
    }

    internal void OnLost(Timestamp now)
    {
        lock (Gate)
        {
            if (State != SubscriptionState.Live)
            {
                return;
            }

            State = SubscriptionState.Lost;
            _lostAt = now;
            Raise(new SubscriptionEvent(SubscriptionEventKind.Gap, _lastMessageAt, now));
        }
    }

    internal void OnRefused(ExchangeException error, Timestamp now)
    {
        lock (Gate)
        {
            State = SubscriptionState.Closed;
        }

        if (First.TrySetException(error))
        {
            _ = First.Task.Exception; // seen, even where whoever waited has given up
        }
        else
        {
            Raise(new SubscriptionEvent(SubscriptionEventKind.Refused, _lastMessageAt, now, error));
        }
    }

    internal void Close()
    {
        lock (Gate)
        {
            State = SubscriptionState.Closed;
        }

        First.TrySetCanceled();
    }

    /// <summary>The client was disposed of, which whoever has it open must hear.</summary>
    internal void End(Timestamp now)
    {
        bool wasOpen;
        lock (Gate)
        {
            wasOpen = State is SubscriptionState.Live or SubscriptionState.Lost;
        }

        Close();
        if (wasOpen)
        {
            var error = new ObjectDisposedException(nameof(CallClient));
            Raise(new SubscriptionEvent(SubscriptionEventKind.Closed, _lastMessageAt, now, error));
        }
    }

    // Under the gate.
    private void Deliver(ReadOnlySpan<byte> payload, WireContext context)
    {
        if (State != SubscriptionState.Closed)
        {
            _lastMessageAt = context.ReceivedAt;
            Handle(payload, context);
        }
    }

    private protected abstract void Handle(ReadOnlySpan<byte> payload, WireContext context);

    private protected void Raise(in SubscriptionEvent change)
    {
#pragma warning disable CA1031 // a listener's mistake must not end the receiving loop
        try
        {
            _changed?.Invoke(change);
        }
        catch (Exception error)
        {
            Diagnostics.HandlerFailed(Channel.Name, error);
        }
#pragma warning restore CA1031
    }
}

/// <summary>A channel whose messages are read as <typeparamref name="T"/>.</summary>
internal sealed class OpenedChannel<T>(
    CallClient client, ChannelInfo<T> channel, MessageHandler<T> handler, Action<SubscriptionEvent>? changed)
    : OpenedChannel(client, channel, changed)
    where T : IWire<T>, allows ref struct
{
    private readonly string _where = "channel " + channel.Name;

    private protected override void Handle(ReadOnlySpan<byte> payload, WireContext context)
    {
#pragma warning disable CA1031 // whatever a message or a handler does, the connection lives on
        var isRead = false;
        try
        {
            if (context.Observer is not null || !WireDecoder.TryExpected<T>(payload, context, out var message))
            {
                message = WireDecoder.Decode<T>(payload, context, _where);
                Diagnostics.LeftLayout(Channel.Name);
            }

            isRead = true;
            handler(in message);
        }
        catch (Exception error)
        {
            if (isRead)
            {
                Diagnostics.HandlerFailed(Channel.Name, error);
            }
            else
            {
                Diagnostics.DecodeFailed(Channel.Name, error);
            }

            Raise(new SubscriptionEvent(SubscriptionEventKind.Failed, context.ReceivedAt, context.ReceivedAt, error));
        }
#pragma warning restore CA1031
    }
}
