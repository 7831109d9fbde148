namespace Adapters.Security;

/// <summary>
/// Signs bytes: HMAC, RSA, Ed25519, or a user's own (hardware, remote). It alone holds the secret, and never shows it.
/// </summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>Longest signature in bytes of text.</summary>
    public abstract int MaxSignatureLength { get; }

    /// <summary>Signs a payload.</summary>
    /// <param name="payload">The bytes that are sent.</param>
    /// <param name="signature">Takes the signature as ASCII text in the form the venue wants, hexadecimal or base64,
    /// not percent-encoded; at least <see cref="MaxSignatureLength"/> long.</param>
    /// <returns>Bytes written.</returns>
    public abstract int Sign(ReadOnlySpan<byte> payload, Span<byte> signature);

    /// <summary>The kind of key, and nothing of it.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Forgets the secret.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
