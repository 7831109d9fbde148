using System.Runtime.CompilerServices;
using Adapters.Catalogue;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <summary>A topic whose messages are read as <typeparamref name="T"/>.</summary>
internal sealed class StreamTopic<T>(ChannelInfo channel, string text, SocketDiagnostics diagnostics) : StreamTopic(channel, text)
    where T : IWire<T>, allows ref struct
{
    private readonly string _where = "channel " + channel.Name;
    private readonly NumberShape[] _shapes = new NumberShape[NumberShape.Most];
    private volatile Receiver[] _receivers = []; // replaced as a whole, under the client's lock

    public override bool IsEmpty => _receivers.Length == 0;

    public void Add(Subscription subscription, MessageHandler<T> handler) =>
        _receivers = [.. _receivers, new Receiver(subscription, handler)];

    public override void Remove(Subscription subscription) =>
        _receivers = [.. _receivers.Where(receiver => receiver.Subscription != subscription)];

    public override void Raise(in SubscriptionEvent change)
    {
        foreach (var receiver in _receivers)
        {
            receiver.Subscription.Raise(change);
        }
    }

    // What is thrown here ends the connection's loop, which leaves the gate then.
    public override Delivery Deliver(StreamConnection connection, ReadOnlySpan<byte> payload, EnvelopeLayout layout)
    {
        if (!Gate.TryPass(connection))
        {
            return Delivery.NotUsual;
        }

        var found = !IsLive ? Delivery.NotUsual
            : TryDispatch(payload, layout, connection.Context) ? Delivery.Done : Delivery.InAnotherForm;
        connection.End();
        return found;
    }

    public override bool TryDeliver(StreamConnection connection, scoped ref WireReader reader, EnvelopeFields fields, ulong seen)
    {
        if (!Gate.TryPass(connection))
        {
            return false;
        }

        try
        {
            return IsLive && TryDispatch(ref reader, fields, seen, connection.Context);
        }
        finally
        {
            connection.End();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDispatch(ReadOnlySpan<byte> payload, EnvelopeLayout layout, WireContext context)
    {
        Begin(context);
        if (context.Observer is not null)
        {
            return false;
        }

        var left = T.ReadExpected(payload, context, 0, out var message);
        if (left < 0 || !layout.Ends(payload, left))
        {
            return TryInAnyOrder(payload, layout, context);
        }

        if (context.HasStrayed)
        {
            diagnostics.LeftLayout(Channel.Name);
        }

        Arrived(context);
        HandOut(in message, context);
        return true;
    }

    private bool TryDispatch(scoped ref WireReader reader, EnvelopeFields fields, ulong seen, WireContext context)
    {
        T.Read(ref reader, out var message);
        if (!fields.Ends(ref reader, ref seen))
        {
            return false;
        }

        diagnostics.LeftLayout(Channel.Name);
        Arrived(context);
        HandOut(in message, context);
        return true;
    }

    protected override void Handle(ReadOnlySpan<byte> payload, WireContext context)
    {
#pragma warning disable CA1031 // whatever a message does, the connection and its other topics live on
        try
        {
            Begin(context);
            if (context.Observer is not null || !WireDecoder.TryExpected<T>(payload, context, out var message))
            {
                message = WireDecoder.Decode<T>(payload, context, _where);
            }

            HandOut(in message, context);
        }
        catch (Exception error)
        {
            diagnostics.DecodeFailed(Text, error);
            Raise(Failed(context, error));
        }
#pragma warning restore CA1031
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(WireContext context)
    {
        context.Restart();
        if (context.Shapes != _shapes)
        {
            context.Shapes = _shapes; // a topic's numbers resemble each other, whatever others send between them
        }
    }

    // Still in place: looking for the payload's end first would cost as much again.
    private bool TryInAnyOrder(ReadOnlySpan<byte> payload, EnvelopeLayout layout, WireContext context)
    {
        context.Restart();
        var left = WireCursor.ReadInAnyOrder<T>(payload, context, out var message);
        if (left < 0 || !layout.Ends(payload, left))
        {
            return false;
        }

        diagnostics.LeftLayout(Channel.Name);
        Arrived(context);
        HandOut(in message, context);
        return true;
    }

    private void HandOut(scoped in T message, WireContext context)
    {
        var receivers = _receivers;
        if (receivers.Length == 1)
        {
            HandOut(in message, receivers[0], context); // as most topics have
            return;
        }

        foreach (var receiver in receivers)
        {
            HandOut(in message, receiver, context);
        }
    }

    private void HandOut(scoped in T message, Receiver receiver, WireContext context)
    {
#pragma warning disable CA1031 // whatever a handler does, the connection and its other topics live on
        try
        {
            receiver.Handler(in message);
        }
        catch (Exception error)
        {
            OnFailed(receiver, context, error);
        }
#pragma warning restore CA1031
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void OnFailed(Receiver receiver, WireContext context, Exception error)
    {
        diagnostics.HandlerFailed(Text, error);
        receiver.Subscription.Raise(Failed(context, error));
    }

    private static SubscriptionEvent Failed(WireContext context, Exception error) =>
        new(SubscriptionEventKind.Failed, context.ReceivedAt, context.ReceivedAt, error);

    private sealed record Receiver(Subscription Subscription, MessageHandler<T> Handler);
}
