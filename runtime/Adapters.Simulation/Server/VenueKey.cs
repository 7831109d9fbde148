using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Adapters.Security;
using NSec.Cryptography;

namespace Adapters.Simulation.Server;

/// <summary>An API key that a venue has given out: whose it is, and how it tells signatures. Never printed.</summary>
[DebuggerDisplay("VenueKey(***)")]
public sealed class VenueKey : IDisposable
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Func<byte[], string, bool> _verify;

    private readonly RSA? _rsa;

    private VenueKey(
        string name, string accountId, SigningKeyKind kind, Func<byte[], string, bool> verify, RSA? rsa = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(accountId);
        Name = name;
        AccountId = accountId;
        Kind = kind;
        _verify = verify;
        _rsa = rsa;
    }

    /// <summary>The key as clients send it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string Name { get; }

    /// <summary>The account that it opens.</summary>
    public string AccountId { get; }

    /// <summary>How its holder signs.</summary>
    public SigningKeyKind Kind { get; }

    /// <summary>A key with a shared secret: HMAC-SHA256 in hexadecimal, upper or lower case.</summary>
    /// <exception cref="ArgumentException">Name, account or secret is empty.</exception>
    public static VenueKey OfSecret(string name, string accountId, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var bytes = Encoding.UTF8.GetBytes(secret);
        return new VenueKey(name, accountId, SigningKeyKind.Hmac, (payload, signature) =>
            CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData(bytes, payload))),
                Encoding.UTF8.GetBytes(signature.ToLowerInvariant())));
    }

    /// <summary>A key whose holder has the private half of an RSA key (PKCS#1 v1.5 over SHA-256) or an Ed25519 key;
    /// signatures are base64.</summary>
    /// <param name="name">The key as clients send it.</param>
    /// <param name="accountId">The account that it opens.</param>
    /// <param name="publicKey">The public half in PEM: <c>-----BEGIN PUBLIC KEY-----</c>.</param>
    /// <exception cref="ArgumentException">Name or account is empty, or the text holds no such public key.</exception>
    public static VenueKey OfPublicKey(string name, string accountId, string publicKey)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        if (PublicKey.TryImport(
            SignatureAlgorithm.Ed25519, Encoding.ASCII.GetBytes(publicKey.Trim() + "\n"), KeyBlobFormat.PkixPublicKeyText,
            out var ed25519))
        {
            return new VenueKey(name, accountId, SigningKeyKind.Ed25519, (payload, signature) =>
                Base64(signature) is { } bytes && SignatureAlgorithm.Ed25519.Verify(ed25519!, payload, bytes));
        }

        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(publicKey);
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            rsa.Dispose();
            throw new ArgumentException(
                "The text holds no RSA or Ed25519 public key. Write it with: openssl pkey -in <key> -pubout.",
                nameof(publicKey));
        }

        return new VenueKey(name, accountId, SigningKeyKind.Rsa, (payload, signature) =>
            Base64(signature) is { } bytes
            && rsa.VerifyData(payload, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), rsa);
    }

    /// <summary>Frees the public key; it verifies nothing any more.</summary>
    public void Dispose() => _rsa?.Dispose();

    /// <summary>The holder of this key has signed this.</summary>
    public bool Verifies(byte[] payload, string signature) => _verify(payload, signature);

    /// <summary>Tells that it is a key, and nothing of it.</summary>
    public override string ToString() => "VenueKey(***)";

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
