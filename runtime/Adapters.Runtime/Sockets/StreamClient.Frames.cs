using System.Text;
using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Sockets;

/// <content>What arrives: messages of topics, answers to commands, signals.</content>
public sealed partial class StreamClient
{
    internal void OnMessage(StreamConnection connection, ReadOnlySpan<byte> frame)
    {
        Diagnostics.Message(frame.Length);
        if (SocketDiagnostics.MeasuresHandling)
        {
            OnMeasured(connection, frame);
        }
        else
        {
            OnFrame(connection, frame);
        }
    }

    private void OnMeasured(StreamConnection connection, ReadOnlySpan<byte> frame)
    {
        var start = Time.GetTimestamp();
        OnFrame(connection, frame);
        Diagnostics.Handled(Time.GetElapsedTime(start));
    }

    // Nearly all frames are data in the expected layout, and nothing else should cost them anything.
    private void OnFrame(StreamConnection connection, ReadOnlySpan<byte> frame)
    {
        if (connection.Table.Open(frame) is not { } header)
        {
            OnOther(connection, frame, isExpected: true, isTried: false);
        }
        else if (header.Topic.Deliver(connection, frame.Slice(header.Length), header.Layout) is not Delivery.Done and var found)
        {
            OnOther(connection, frame, isExpected: found == Delivery.InAnotherForm, isTried: true);
        }
    }

    private void OnOther(StreamConnection connection, ReadOnlySpan<byte> frame, bool isExpected, bool isTried)
    {
        if (!OnEnvelopes(connection, frame, isExpected, isTried) && !OnAnswer(connection, frame) && !OnSignal(connection, frame))
        {
            Diagnostics.UnknownFrame();
        }
    }

    /// <summary>Frames whose beginning says nothing.</summary>
    /// <param name="connection">Where it came from.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="isExpected">It should be in its expected layout.</param>
    /// <param name="isTried">It is not.</param>
    private bool OnEnvelopes(StreamConnection connection, ReadOnlySpan<byte> frame, bool isExpected, bool isTried)
    {
        foreach (var envelope in _envelopes)
        {
            if (!isTried && envelope.Layout is { } layout
                && layout.Open(frame, connection.Table, out var payload) is { } topic
                && topic.Deliver(connection, payload, layout) is var found)
            {
                if (found == Delivery.Done)
                {
                    return true;
                }

                isExpected = found == Delivery.InAnotherForm;
            }

            isExpected &= envelope.Layout is not null;
            if (isExpected && envelope.Fields is { } fields && DeliverInAnyOrder(connection, frame, fields))
            {
                return true;
            }

            if (OnEnvelope(connection, envelope, frame, isExpected) is { } isKnown)
            {
                return isKnown;
            }
        }

        return false;
    }

    private static bool DeliverInAnyOrder(StreamConnection connection, ReadOnlySpan<byte> frame, EnvelopeFields fields)
    {
        try
        {
            var seen = 0UL;
            var reader = new WireReader(frame, connection.Context);
            if (!reader.IsObject || fields.Open(ref reader, connection.Table, ref seen) is not { } topic)
            {
                return false;
            }

            return topic.TryDeliver(connection, ref reader, fields, seen);
        }
        catch (WireException)
        {
            return false; // matched as a whole it is told what is wrong
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Any other form of frame, and topics that are no usual case.</summary>
    /// <returns>Whether the frame is known; null where the envelope is another.</returns>
    private bool? OnEnvelope(StreamConnection connection, FrameForm envelope, ReadOnlySpan<byte> frame, bool isExpected)
    {
        Span<Range> captures = stackalloc Range[FrameForm.MaxPlaceholders];
        if (!envelope.TryMatch(frame, captures))
        {
            return null;
        }

        var payload = frame[captures[envelope.Payload]];
        if (envelope.Topic >= 0 && connection.Table.Find(Unquoted(frame[captures[envelope.Topic]])) is { } topic)
        {
            if (isExpected)
            {
                Diagnostics.LeftLayout(topic.Channel.Name);
            }

            Route(connection, topic, payload);
            return true;
        }

        // A topic that was just unsubscribed may still send; other payloads can be signals.
        return OnSignal(connection, payload);
    }

    private void Route(StreamConnection connection, StreamTopic topic, ReadOnlySpan<byte> payload)
    {
        if (topic.TryDeliver(connection, payload))
        {
            return;
        }

        using (topic.Enter())
        {
            if (topic.HandOver is { } handOver && (handOver.Old == connection || handOver.Successor == connection))
            {
                OnHandedOver(connection, topic, handOver, payload);
                return;
            }

            if (topic.Connection != connection)
            {
                return;
            }

            if (topic.State is SubscriptionState.Pending or SubscriptionState.Lost)
            {
                if (topic.AwaitsAnswer)
                {
                    return;
                }

                Acknowledge(connection, topic); // a message says as much, and some venues send it first
            }

            topic.Dispatch(payload, connection.Context);
        }
    }

    private bool OnAnswer(StreamConnection connection, ReadOnlySpan<byte> frame)
    {
        Span<Range> captures = stackalloc Range[FrameForm.MaxPlaceholders];
        foreach (var accepted in _accepted)
        {
            if (accepted.TryMatch(frame, captures))
            {
                if (connection.Answered(Id(accepted.Id, frame, captures)) is { IsSubscribe: true } command)
                {
                    OnAccepted(connection, command);
                }

                return true;
            }
        }

        foreach (var rejected in _rejected)
        {
            if (rejected.TryMatch(frame, captures))
            {
                OnRejected(
                    connection, connection.Answered(Id(rejected.Id, frame, captures)),
                    Text(rejected.Code, frame, captures), Text(rejected.Message, frame, captures));
                return true;
            }
        }

        return false;
    }

    private bool OnSignal(StreamConnection connection, ReadOnlySpan<byte> frame)
    {
        foreach (var signal in Socket.Signals)
        {
            if (signal.Form.TryMatch(frame, []))
            {
                if (signal.Action == "rotate")
                {
                    Rotate(connection, signal.Name);
                }
                else
                {
                    connection.Abort("the venue sent " + signal.Name); // the next connection subscribes everything again
                }

                return true;
            }
        }

        return false;
    }

    internal void OnAccepted(StreamConnection connection, SocketCommand command)
    {
        foreach (var topic in command.Topics)
        {
            Acknowledge(connection, topic);
        }
    }

    private void OnRejected(StreamConnection connection, SocketCommand? command, string? code, string? message)
    {
        if (command is not { IsSubscribe: true })
        {
            Diagnostics.Refused("a frame", $"{code} {message}");
            return;
        }

        if (command.Topics.Length > 1)
        {
            connection.Split(command);
            return;
        }

        var topic = command.Topics[0];
        var error = new SubscriptionException(
            _exchange, topic.Text, _errors.Classify(null, code, message, Socket.Name) ?? ErrorClass.Rejected,
            message ?? "the venue refused without saying why")
        { Code = code };
        Diagnostics.Refused(topic.Text, error.Message);
        Refuse(topic, error);
    }

    private static long? Id(int index, ReadOnlySpan<byte> frame, ReadOnlySpan<Range> captures)
    {
        return index >= 0 && System.Buffers.Text.Utf8Parser.TryParse(Unquoted(frame[captures[index]]), out long id, out _)
            ? id
            : null;
    }

    private static string? Text(int index, ReadOnlySpan<byte> frame, ReadOnlySpan<Range> captures)
    {
        if (index < 0 || frame[captures[index]] is not { Length: > 0 } json)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : Encoding.UTF8.GetString(json);
    }

    // Topics are sent back as they were subscribed, and none needs escapes.
    private static ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> json) =>
        json.Length >= 2 && json[0] == '"' ? json[1..^1] : json;
}
