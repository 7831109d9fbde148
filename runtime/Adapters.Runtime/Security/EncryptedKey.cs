using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Adapters.Security;

/// <summary>Decrypts a PKCS#8 key: PBES2 with PBKDF2 and AES, as OpenSSL writes it.
/// <see href="https://www.rfc-editor.org/rfc/rfc8018"/></summary>
internal static class EncryptedKey
{
    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";
    private const int MaxIterations = 10_000_000;

    /// <exception cref="FormatException">The passphrase is missing or wrong, or the key is encrypted
    /// otherwise.</exception>
    internal static SecretBytes Decrypt(byte[] der, ReadOnlySpan<char> passphrase)
    {
        if (passphrase.IsEmpty)
        {
            throw new FormatException("The private key is encrypted. Give its passphrase.");
        }

        try
        {
            var key = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            var scheme = key.ReadSequence();
            if (scheme.ReadObjectIdentifier() != Pbes2)
            {
                throw Unknown();
            }

            var parameters = scheme.ReadSequence();
            var derivation = parameters.ReadSequence();
            var encryption = parameters.ReadSequence();
            using var aes = Aes.Create();
            var keyLength = KeyLength(encryption.ReadObjectIdentifier());
            using var derived = new SecretBytes(keyLength);
            Derive(derivation, passphrase, derived.Span);
            aes.SetKey(derived.Span);
            return Decrypt(aes, key.ReadOctetString(), encryption.ReadOctetString());
        }
        catch (CryptographicException)
        {
            throw new FormatException("The passphrase does not fit the private key.");
        }
        catch (AsnContentException)
        {
            throw new FormatException("The encrypted private key cannot be read.");
        }
    }

    private static SecretBytes Decrypt(Aes aes, byte[] encrypted, byte[] iv)
    {
        using var plain = new SecretBytes(encrypted.Length);
        var length = aes.DecryptCbc(encrypted, iv, plain.Span);
        return new SecretBytes(plain.Span[..length]);
    }

    private static void Derive(AsnReader derivation, ReadOnlySpan<char> passphrase, Span<byte> key)
    {
        if (derivation.ReadObjectIdentifier() != Pbkdf2)
        {
            throw Unknown();
        }

        var parameters = derivation.ReadSequence();
        var salt = parameters.ReadOctetString();
        if (!parameters.TryReadInt32(out var iterations) || iterations is < 1 or > MaxIterations)
        {
            throw Unknown();
        }

        if (parameters.HasData && parameters.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            parameters.ReadInteger(); // the key's length, which the cipher tells too
        }

        var hash = parameters.HasData ? Hash(parameters.ReadSequence().ReadObjectIdentifier()) : HashAlgorithmName.SHA1;
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, key, iterations, hash);
    }

    private static HashAlgorithmName Hash(string oid) => oid switch
    {
        "1.2.840.113549.2.7" => HashAlgorithmName.SHA1,
        "1.2.840.113549.2.9" => HashAlgorithmName.SHA256,
        "1.2.840.113549.2.10" => HashAlgorithmName.SHA384,
        "1.2.840.113549.2.11" => HashAlgorithmName.SHA512,
        _ => throw Unknown(),
    };

    private static int KeyLength(string oid) => oid switch
    {
        "2.16.840.1.101.3.4.1.2" => 16,
        "2.16.840.1.101.3.4.1.22" => 24,
        "2.16.840.1.101.3.4.1.42" => 32,
        _ => throw Unknown(),
    };

    private static FormatException Unknown() => new(
        "The private key is encrypted in a way that is not read here. Encrypt it anew: "
        + "openssl pkcs8 -topk8 -v2 aes-256-cbc.");
}
