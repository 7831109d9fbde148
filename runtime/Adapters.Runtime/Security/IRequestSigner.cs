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

/// <summary>A request as it will be sent, but for its signature.</summary>
public readonly ref struct SigningInput
{
    /// <summary>What is called.</summary>
    public required EndpointInfo Endpoint { get; init; }

    /// <summary>The path, percent-encoded, without host and query.</summary>
    public required string Path { get; init; }

    /// <summary>The query or the form, percent-encoded, with everything that authentication adds before the signature;
    /// for a JSON body the body.</summary>
    public required ReadOnlySpan<byte> Parameters { get; init; }

    /// <summary>The API key.</summary>
    public required string Key { get; init; }

    /// <summary>The time that stands in the request, on the server's clock.</summary>
    public required Timestamp Time { get; init; }

    /// <summary>How long the venue may take the request for fresh.</summary>
    public required TimeSpan ReceiveWindow { get; init; }
}
