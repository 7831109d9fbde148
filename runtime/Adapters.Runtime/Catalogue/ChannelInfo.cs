using Adapters.Wire;

namespace Adapters.Catalogue;

/// <summary>A channel of a socket.</summary>
public class ChannelInfo
{
    /// <summary>Name in the specification, for example <c>trades</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The socket it belongs to.</summary>
    public required string Socket { get; init; }

    /// <summary>Form of its topics.</summary>
    public required TopicTemplate Topic { get; init; }

    /// <summary>Type of its messages in the specification's words.</summary>
    public required string Sends { get; init; }

    /// <summary>Decodes a message's payload; for tools and tests.</summary>
    public required ValueDecoder Decode { get; init; }

    /// <summary>Conversions of its messages into domain values; for tools and tests.</summary>
    public IReadOnlyList<DomainConverter> ToDomain { get; init; } = [];

    /// <summary>The venue's page.</summary>
    public string? Docs { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A channel whose messages are read as <typeparamref name="T"/>, without allocating.</summary>
public sealed class ChannelInfo<T> : ChannelInfo
    where T : IWire<T>, allows ref struct;
