using System.Runtime.InteropServices;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Cli.Decoding;

/// <summary>Decodes recorded messages as the adapter would.</summary>
/// <param name="catalogue">The product.</param>
/// <param name="symbols">Symbols, resolved where instruments were given.</param>
/// <param name="given">Arguments of the call or topic that a message does not tell, by name.</param>
internal sealed class MessageDecoder(
    ProductCatalogue catalogue, SymbolTable symbols, IReadOnlyDictionary<string, string> given)
{
    /// <summary>Decodes the answer of a call.</summary>
    /// <exception cref="DecodeException">It is not what the venue documents.</exception>
    public DecodedMessage Answer(EndpointInfo endpoint, ReadOnlyMemory<byte> utf8) => Typed(
        new DecodedMessage { Endpoint = endpoint, Payload = utf8 }, endpoint.Decode, endpoint.ToDomain, endpoint.Title);

    /// <summary>Decodes a channel's message: the payload, or the whole frame around it.</summary>
    /// <exception cref="DecodeException">It is not what the venue documents, or of another channel.</exception>
    public DecodedMessage Message(ChannelInfo channel, IReadOnlyDictionary<string, string> captures, ReadOnlyMemory<byte> utf8)
    {
        var reading = new FrameReader(catalogue).Read(utf8);
        if (reading is { Role: FrameRole.Message } && reading.Channel != channel)
        {
            throw new DecodeException(
                channel.Name, "$", $"the frame's topic '{reading.Topic}' belongs to the channel {reading.Channel!.Name}");
        }

        var message = reading.Role == FrameRole.Message
            ? new DecodedMessage { Channel = channel, Payload = reading.Payload, At = Place(utf8, reading.Payload) }
            : new DecodedMessage { Channel = channel, Payload = utf8 };
        return Typed(
            message, channel.Decode, channel.ToDomain, channel.Name,
            reading.Role == FrameRole.Message ? reading.Captures : captures);
    }

    /// <summary>Tells a socket's frame apart as the socket does, and decodes it as far as the specification has a type.
    /// </summary>
    /// <param name="utf8">The frame.</param>
    /// <param name="answered">The call whose answer it is, where it is one.</param>
    /// <exception cref="DecodeException">It is no JSON, or not what the venue documents.</exception>
    public DecodedMessage Frame(ReadOnlyMemory<byte> utf8, EndpointInfo? answered)
    {
        CheckJson(utf8, "frame");
        var reading = new FrameReader(catalogue).Read(utf8);
        var payload = reading.Payload.IsEmpty ? utf8 : reading.Payload;
        var message = new DecodedMessage
        {
            Frame = reading,
            Channel = reading.Channel,
            Payload = payload,
            At = Place(utf8, payload),
        };
        return reading switch
        {
            { Role: FrameRole.Message, Channel: { } channel } => Typed(
                message, channel.Decode, channel.ToDomain, channel.Name, reading.Captures),
            { Role: FrameRole.Answer, Payload.IsEmpty: false } when answered is not null => Typed(
                message with { Endpoint = answered }, answered.Decode, answered.ToDomain, answered.SocketMethod!),
            { Role: FrameRole.Answer } => message with { Endpoint = answered },
            _ => message,
        };
    }

    private DecodedMessage Typed(
        DecodedMessage message, ValueDecoder? decode, IReadOnlyList<DomainConverter> converters, string where,
        IReadOnlyDictionary<string, string>? captures = null)
    {
        if (decode is null)
        {
            CheckJson(message.Payload, where);
            return message;
        }

        try
        {
            var arguments = new Dictionary<string, string>(captures ?? new Dictionary<string, string>());
            foreach (var (name, value) in given)
            {
                arguments[name] = value;
            }

            var inspection = Inspect(message, decode, converters, arguments);
            return message with { Inspection = inspection, Failures = [.. inspection.Failures.Select(f => Explain(message, inspection, f))] };
        }
        catch (DecodeException error)
        {
            throw new DecodeException(error.Where, message.Whole(error.Path), error.Problem, error);
        }
    }

    private Inspection Inspect(
        DecodedMessage message, ValueDecoder decode, IReadOnlyList<DomainConverter> converters, Dictionary<string, string> arguments)
    {
        var inspection = Inspector.Inspect(decode, converters, message.Payload, symbols, arguments);
        if (!inspection.Missing.Contains(CandleInterval.Argument))
        {
            return inspection;
        }

        foreach (var interval in CandleInterval.Candidates(message.Endpoint))
        {
            arguments[CandleInterval.Argument] = interval;
            var tried = Inspector.Inspect(decode, converters, message.Payload, symbols, arguments);
            if (CandleInterval.Fits(tried.Domain))
            {
                return tried;
            }
        }

        return inspection;
    }

    private static DecodeFailure Explain(DecodedMessage message, Inspection inspection, ConversionFailure failure)
    {
        var path = failure.Error is NumberRangeException number ? NumberPlace.Find(message.Payload.Span, number.Text) : null;
        path ??= inspection.Value.IsList ? $"$[{failure.Item}]" : "$";
        return new DecodeFailure(
            message.Whole(path), failure.Target, failure.Error.Message, failure.Error is ConversionException { Value: not null });
    }

    private void CheckJson(ReadOnlyMemory<byte> utf8, string where) => WireDecoder.DecodeOf(
        utf8.Span, new WireContext(symbols), where, static (ref WireReader reader) =>
        {
            reader.Skip();
            return true;
        });

    private static string Place(ReadOnlyMemory<byte> whole, ReadOnlyMemory<byte> part)
    {
        MemoryMarshal.TryGetArray(whole, out var outer);
        MemoryMarshal.TryGetArray(part, out var inner);
        return inner.Offset == outer.Offset && inner.Count == outer.Count
            ? "$"
            : JsonPath.At(whole.Span, inner.Offset - outer.Offset);
    }
}
