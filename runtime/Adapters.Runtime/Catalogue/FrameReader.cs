using System.Text;
using System.Text.Json;

namespace Adapters.Catalogue;

/// <summary>What a frame of a socket is.</summary>
public enum FrameRole
{
    /// <summary>A message of a channel.</summary>
    Message = 1,

    /// <summary>An acknowledgement.</summary>
    Accepted,

    /// <summary>A refusal.</summary>
    Rejected,

    /// <summary>An answer to a request.</summary>
    Answer,

    /// <summary>Something the venue says unasked.</summary>
    Signal,

    /// <summary>Nothing the specification knows.</summary>
    Unknown,
}

/// <summary>A frame, told apart by the specification's templates.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Socket">The socket whose template matched.</param>
/// <param name="Topic">Topic of a message.</param>
/// <param name="Channel">Channel of a message.</param>
/// <param name="Captures">Parameters found in the topic.</param>
/// <param name="Payload">Payload of a message, result of an answer; empty where there is none.</param>
/// <param name="Id">Id of a command or request, as JSON.</param>
/// <param name="Status">Status of an answer, as JSON.</param>
/// <param name="Code">Code of an error.</param>
/// <param name="Message">Text of an error, or name of a signal.</param>
public sealed record FrameReading(
    FrameRole Role, SocketInfo? Socket, string? Topic, ChannelInfo? Channel, IReadOnlyDictionary<string, string> Captures,
    ReadOnlyMemory<byte> Payload, string? Id, string? Status, string? Code, string? Message);

/// <summary>Tells frames apart as a socket does, for tools and tests.</summary>
public sealed class FrameReader(ProductCatalogue catalogue)
{
    private static readonly Dictionary<string, string> None = [];

    /// <summary>Reads a frame of any socket of the product.</summary>
    public FrameReading Read(ReadOnlyMemory<byte> frame)
    {
        FrameReading? unknown = null;
        foreach (var socket in catalogue.Sockets)
        {
            if (Message(socket, frame) is { } message)
            {
                if (message.Role != FrameRole.Unknown)
                {
                    return message;
                }

                unknown ??= message; // another socket may know it
            }

            if (Match(socket.Accepted, frame) is { } accepted)
            {
                return Made(FrameRole.Accepted, socket, accepted);
            }

            if (socket.Answer is { } answer && Match([answer], frame) is { } answered)
            {
                return Made(FrameRole.Answer, socket, answered) with { Payload = answered.Raw("payload") };
            }

            if (Signal(socket, frame) is { } signal)
            {
                return signal;
            }
        }

        // A failed answer of one socket may look like a refusal of another: answers come first.
        foreach (var socket in catalogue.Sockets)
        {
            if (Match(socket.Rejected, frame) is { } rejected)
            {
                return Made(FrameRole.Rejected, socket, rejected);
            }
        }

        return Event(frame) ?? unknown ?? new FrameReading(FrameRole.Unknown, null, null, null, None, default, null, null, null, null);
    }

    /// <summary>The channel of a topic, and the parameters found in it; the form with most literal text wins.</summary>
    public (ChannelInfo Channel, IReadOnlyDictionary<string, string> Captures)? Channel(string topic, string? socket = null)
    {
        var captures = new Dictionary<string, string>();
        foreach (var channel in catalogue.Channels.Where(c => c.Opening is null).OrderByDescending(channel => channel.Topic.LiteralLength))
        {
            if ((socket is null || channel.Socket == socket) && channel.Topic.TryMatch(topic, captures))
            {
                return (channel, captures);
            }
        }

        return null;
    }

    // A message that says what it is, alone or in the envelope of another socket: a recording of a listen key, say.
    private FrameReading? Event(ReadOnlyMemory<byte> frame)
    {
        var payloads = catalogue.Sockets.Select(socket => Match(socket.Envelopes, frame)?.Raw("payload") ?? default)
            .Append(frame).Where(static payload => !payload.IsEmpty);
        foreach (var payload in payloads)
        {
            foreach (var channel in catalogue.Channels.Where(static channel => channel.Events is not null))
            {
                if (Name(payload.Span, channel.Events!.Key) is { } name && channel.Events.Names.Contains(name))
                {
                    var socket = catalogue.Sockets.First(socket => socket.Name == channel.Socket);
                    return new FrameReading(FrameRole.Message, socket, null, channel, None, payload, null, null, null, null);
                }
            }
        }

        return null;
    }

    private static string? Name(ReadOnlySpan<byte> payload, string key)
    {
        var reader = new Utf8JsonReader(payload);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isKey = reader.ValueTextEquals(key);
                reader.Read();
                if (isKey)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null; // no JSON, or an escape that is no Unicode
        }

        return null;
    }

    private FrameReading? Message(SocketInfo socket, ReadOnlyMemory<byte> frame)
    {
        if (Match(socket.Envelopes, frame) is not { } match)
        {
            return null;
        }

        var payload = match.Raw("payload");
        var topic = match.Text("topic");
        var opened = topic is null
            ? catalogue.Channels.FirstOrDefault(c => c.Socket == socket.Name && c.Opening is not null)
            : null;

        // What ends a channel is one of its messages all the same.
        var isKnown = opened?.Events is { } events && Name(payload.Span, events.Key) is { } name && events.Names.Contains(name);
        if (!isKnown && Signal(socket, payload) is { } signal)
        {
            return signal;
        }

        if (opened is not null)
        {
            return new FrameReading(FrameRole.Message, socket, null, opened, None, payload, null, null, null, null);
        }

        var found = topic is null ? null : Channel(topic, socket.Name);
        return new FrameReading(
            found is null ? FrameRole.Unknown : FrameRole.Message, socket, topic, found?.Channel,
            found?.Captures ?? None, payload, null, null, null, null);
    }

    private static FrameReading? Signal(SocketInfo socket, ReadOnlyMemory<byte> frame) =>
        socket.Signals.FirstOrDefault(signal => Match([signal.Form], frame) is not null) is { } found
            ? new FrameReading(FrameRole.Signal, socket, null, null, None, frame, null, null, null, found.Name)
            : null;

    private static FrameReading Made(FrameRole role, SocketInfo socket, Matched match) => new(
        role, socket, null, null, None, default, match.Text("id"), match.Text("status"), match.Text("code"), match.Text("message"));

    private static Matched? Match(IReadOnlyList<FrameTemplate> templates, ReadOnlyMemory<byte> frame)
    {
        foreach (var template in templates)
        {
            var captures = new Range[template.Placeholders.Count];
            if (template.TryMatch(frame.Span, captures))
            {
                return new Matched(template, frame, captures);
            }
        }

        return null;
    }

    private sealed record Matched(FrameTemplate Template, ReadOnlyMemory<byte> Frame, Range[] Captures)
    {
        public ReadOnlyMemory<byte> Raw(string name) =>
            Template.IndexOf(name) is >= 0 and var index ? Frame[Captures[index]] : default;

        public string? Text(string name)
        {
            var raw = Raw(name);
            if (raw.IsEmpty)
            {
                return null;
            }

            var reader = new Utf8JsonReader(raw.Span);
            reader.Read();
            return reader.TokenType == JsonTokenType.String ? reader.GetString() : Encoding.UTF8.GetString(raw.Span);
        }
    }
}
