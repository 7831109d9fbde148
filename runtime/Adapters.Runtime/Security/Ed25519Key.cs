using System.Buffers.Text;
using System.Diagnostics;
using NSec.Cryptography;

namespace Adapters.Security;

/// <summary>An Ed25519 key, in base64. Safe from any thread.</summary>
[DebuggerDisplay("Ed25519Key(***)")]
public sealed class Ed25519Key : SigningKey
{
    /// <summary>Bytes of a key.</summary>
    public const int SeedLength = 32;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Key _key;

    /// <summary>Makes a key of its 32 bytes, which are copied into memory that is locked and wiped.</summary>
    /// <exception cref="ArgumentException">They are not 32.</exception>
    public Ed25519Key(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != SeedLength)
        {
            throw new ArgumentException($"An Ed25519 key has {SeedLength} bytes, not {seed.Length}.", nameof(seed));
        }

        _key = Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey);
    }

    /// <inheritdoc/>
    public override SigningKeyKind Kind => SigningKeyKind.Ed25519;

    /// <inheritdoc/>
    public override int MaxSignatureLength =>
        Base64.GetMaxEncodedToUtf8Length(SignatureAlgorithm.Ed25519.SignatureSize);

    /// <inheritdoc/>
    public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        var length = SignatureAlgorithm.Ed25519.SignatureSize;
        SignatureAlgorithm.Ed25519.Sign(_key, payload, signature[..length]);
        Base64.EncodeToUtf8InPlace(signature, length, out var written);
        return written;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _key.Dispose();
        }
    }
}
