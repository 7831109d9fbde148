using System.Buffers.Text;
using System.Diagnostics;
using System.Security.Cryptography;

namespace Adapters.Security;

/// <summary>An RSA key: PKCS#1 v1.5 over SHA-256, in base64. Safe from any thread.</summary>
[DebuggerDisplay("RsaKey(***)")]
public sealed class RsaKey : SigningKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly SecretBytes _pkcs8;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly KeyPool<RSA> _pool;

    private readonly int _signatureBytes;

    /// <summary>Makes a key of its PKCS#8 bytes, which are copied.</summary>
    /// <exception cref="ArgumentException">They are no RSA key.</exception>
    public RsaKey(ReadOnlySpan<byte> pkcs8)
    {
        _pkcs8 = new SecretBytes(pkcs8);
        _pool = new KeyPool<RSA>(Import);
        try
        {
            var rsa = Import();
            _signatureBytes = rsa.KeySize / 8;
            _pool.Return(rsa);
        }
        catch (CryptographicException)
        {
            _pkcs8.Dispose();
            throw new ArgumentException("The private key is no readable RSA key in PKCS#8.", nameof(pkcs8));
        }
    }

    /// <inheritdoc/>
    public override SigningKeyKind Kind => SigningKeyKind.Rsa;

    /// <inheritdoc/>
    public override int MaxSignatureLength => Base64.GetMaxEncodedToUtf8Length(_signatureBytes);

    /// <inheritdoc/>
    public override int Sign(ReadOnlySpan<byte> payload, Span<byte> signature)
    {
        var rsa = _pool.Take();
        var bytes = rsa.SignData(payload, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _pool.Return(rsa);
        Base64.EncodeToUtf8InPlace(signature, bytes, out var written);
        return written;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _pool.Dispose();
        _pkcs8.Dispose();
    }

    private RSA Import()
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportPkcs8PrivateKey(_pkcs8.Span, out _);
            return rsa;
        }
        catch
        {
            rsa.Dispose();
            throw;
        }
    }
}
