using Adapters.Wire;

namespace Adapters.Catalogue;

/// <summary>A channel of a socket.</summary>
public class ChannelInfo
{
    /// <summary>Name in the specification, for example <c>trades</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The socket it belongs to.</summary>
    public required string Socket { get; init; }

    /// <summary>Form of its topics; none where it is opened by a call.</summary>
    public required TopicTemplate Topic { get; init; }

    /// <summary>The calls that open and close it, where it has no topics.</summary>
    public ChannelOpening? Opening { get; init; }

    /// <summary>How its messages tell what they are, where they are one of several.</summary>
    public ChannelEvents? Events { get; init; }

    /// <summary>Type of its messages in the specification's words.</summary>
    public required string Sends { get; init; }

    /// <summary>Decodes a message's payload; for tools and tests.</summary>
    public required ValueDecoder Decode { get; init; }

    /// <summary>Decodes a payload that is in its expected layout; for tools and tests.</summary>
    public ExpectedDecoder? DecodeExpected { get; init; }

    /// <summary>Conversions of its messages into domain values; for tools and tests.</summary>
    public IReadOnlyList<DomainConverter> ToDomain { get; init; } = [];

    /// <summary>The venue's page.</summary>
    public string? Docs { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>How a channel without topics is opened and closed: by calls on its socket.</summary>
/// <param name="Open">Name of the call that opens it.</param>
/// <param name="OpenLoggedOn">Name of the call that opens it on a connection that is logged on, if there is another.</param>
/// <param name="Close">Name of the call that closes it, if there is one.</param>
/// <param name="Key">Wire name of the field of the opening's answer that equals <c>$subscription</c> of the channel's frames.</param>
public sealed record ChannelOpening(string Open, string? OpenLoggedOn, string? Close, string Key);

/// <summary>What tells the messages of a channel apart.</summary>
/// <param name="Key">The field that says what a message is.</param>
/// <param name="Names">Its values that the specification knows.</param>
public sealed record ChannelEvents(string Key, IReadOnlyList<string> Names);

/// <summary>A channel whose messages are read as <typeparamref name="T"/>, without allocating.</summary>
public sealed class ChannelInfo<T> : ChannelInfo
    where T : IWire<T>, allows ref struct;
