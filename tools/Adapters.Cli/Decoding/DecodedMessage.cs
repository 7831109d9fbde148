using Adapters.Catalogue;

namespace Adapters.Cli.Decoding;

/// <summary>A message as far as the specification understands it.</summary>
internal sealed record DecodedMessage
{
    /// <summary>The endpoint whose answer it is.</summary>
    public EndpointInfo? Endpoint { get; init; }

    /// <summary>The channel whose message it is.</summary>
    public ChannelInfo? Channel { get; init; }

    /// <summary>What kind of frame it was; null where it was decoded as a payload.</summary>
    public FrameReading? Frame { get; init; }

    /// <summary>The part of the text that holds the value: the payload of a frame, or all of it.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Where the payload stands in the text, for example <c>$.data</c>.</summary>
    public string At { get; init; } = "$";

    /// <summary>The typed value; null where the specification has no type for it.</summary>
    public Inspection? Inspection { get; init; }

    /// <summary>Conversions that a value stood against.</summary>
    public IReadOnlyList<DecodeFailure> Failures { get; init; } = [];

    /// <summary>A path inside the payload as one of the whole text.</summary>
    public string Whole(string path) => At + path[1..];
}

/// <summary>A conversion that a value stood against.</summary>
/// <param name="Path">JSON path of the value, or of the record where the value is not there.</param>
/// <param name="Target">The domain type that should have been made.</param>
/// <param name="Problem">What stands against it.</param>
/// <param name="IsNews">The venue sent a value that the specification does not know yet: data, no error.</param>
internal sealed record DecodeFailure(string Path, string Target, string Problem, bool IsNews);
