using System.Buffers;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Security;

/// <summary>
/// Writes the bytes that are signed, and nothing else: a <see cref="SigningKey"/> signs them, and the specification says
/// where key, time and signature go. A signer never sees a secret.
/// </summary>
public interface IRequestSigner
{
    /// <summary>Writes the bytes to be signed.</summary>
    void WritePayload(in SigningInput input, IBufferWriter<byte> payload);
}

/// <summary>A parameter of a call over a socket.</summary>
/// <param name="Name">As the venue calls it.</param>
/// <param name="Value">Its text in UTF-8, without quotes and escapes; good only while the payload is written.</param>
public readonly record struct SigningPair(string Name, ReadOnlyMemory<byte> Value);

/// <summary>A request as it will be sent, but for its signature.</summary>
public readonly ref struct SigningInput
{
    /// <summary>What is called.</summary>
    public required EndpointInfo Endpoint { get; init; }

    /// <summary>The path, percent-encoded, without host and query; for a call over a socket the method's name.</summary>
    public required string Path { get; init; }

    /// <summary>The query or the form, percent-encoded, with everything that authentication adds before the signature;
    /// for a JSON body, and for a call over a socket, what stands there so far.</summary>
    public required ReadOnlySpan<byte> Parameters { get; init; }

    /// <summary>It is a call over a socket.</summary>
    public bool IsFrame { get; init; }

    /// <summary>The parameters of a call over a socket in the order sent, with everything that authentication adds before
    /// the signature; may be sorted in place.</summary>
    public Span<SigningPair> Frame { get; init; }

    /// <summary>The API key.</summary>
    public required string Key { get; init; }

    /// <summary>The time that stands in the request, on the server's clock.</summary>
    public required Timestamp Time { get; init; }

    /// <summary>How long the venue may take the request for fresh.</summary>
    public required TimeSpan ReceiveWindow { get; init; }
}
