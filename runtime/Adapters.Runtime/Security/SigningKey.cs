namespace Adapters.Security;

/// <summary>
/// Signs bytes: HMAC, RSA, Ed25519, or a user's own (hardware, remote). It alone holds the secret, and never shows it.
/// </summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>The kind of key: some calls take only one.</summary>
    public virtual SigningKeyKind Kind => SigningKeyKind.Other;

    /// <summary>Longest signature in bytes of text.</summary>
    public abstract int MaxSignatureLength { get; }

    /// <summary>Reads a key as venues hand it out: an HMAC secret, or an RSA or Ed25519 key in PEM (PKCS#8, encrypted or
    /// not, or PKCS#1).</summary>
    /// <param name="text">The secret or the PEM text; blanks around it are left away, and <c>\n</c> written out counts as a
    /// line break.</param>
    /// <param name="passphrase">Decrypts the key; empty where it is not encrypted.</param>
    /// <exception cref="FormatException">It is no such key, or the passphrase is wrong; nothing of the text is shown.
    /// </exception>
    public static SigningKey FromText(ReadOnlySpan<char> text, ReadOnlySpan<char> passphrase = default) =>
        KeyText.Read(text, passphrase);

    /// <summary>Signs a payload.</summary>
    /// <param name="payload">The bytes that are sent.</param>
    /// <param name="signature">Takes the signature as ASCII text in the form the venue wants, hexadecimal or base64,
    /// not percent-encoded; at least <see cref="MaxSignatureLength"/> long.</param>
    /// <returns>Bytes written.</returns>
    /// <remarks>Whatever it throws, the call is not sent and ends as an <see cref="Adapters.Errors.ExchangeException"/> with
    /// that as the inner exception; only <see cref="ObjectDisposedException"/> is passed on.</remarks>
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
