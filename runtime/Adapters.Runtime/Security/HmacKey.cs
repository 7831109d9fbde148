using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Adapters.Security;

/// <summary>A secret shared with the venue: HMAC-SHA256, in lower-case hexadecimal. Safe from any thread.</summary>
[DebuggerDisplay("HmacKey(***)")]
public sealed class HmacKey : SigningKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly SecretBytes _secret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly KeyPool<HMACSHA256> _pool;

    /// <summary>Makes a key of the secret's text.</summary>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public HmacKey(ReadOnlySpan<char> secret)
        : this(Encode(secret))
    {
    }

    /// <summary>Makes a key of the secret's bytes, which are copied.</summary>
    /// <exception cref="ArgumentException">The secret is empty.</exception>
    public HmacKey(ReadOnlySpan<byte> secret)
        : this(new SecretBytes(secret))
    {
    }

    private HmacKey(SecretBytes secret)
    {
        if (secret.Array.Length == 0)
        {
            throw new ArgumentException("The secret is empty.", nameof(secret));
        }

        _secret = secret;
        _pool = new KeyPool<HMACSHA256>(() => new HMACSHA256(_secret.Array));
    }

    /// <inheritdoc/>
    public override SigningKeyKind Kind => SigningKeyKind.Hmac;

    /// <inheritdoc/>
    public override int MaxSignatureLength => HMACSHA256.HashSizeInBytes * 2;

    /// <inheritdoc/>
    public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hmac = _pool.Take();
        hmac.TryComputeHash(payload, hash, out _);
        _pool.Return(hmac);
        Convert.TryToHexStringLower(hash, signature, out var written);
        return written;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _pool.Dispose();
        _secret.Dispose();
    }

    private static SecretBytes Encode(ReadOnlySpan<char> secret)
    {
        var bytes = new SecretBytes(Encoding.UTF8.GetByteCount(secret));
        Encoding.UTF8.GetBytes(secret, bytes.Span);
        return bytes;
    }
}
