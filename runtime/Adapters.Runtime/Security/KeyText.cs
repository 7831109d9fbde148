using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Adapters.Security;

/// <summary>Reads signing keys from text. Errors say what is wrong, and nothing of the text.</summary>
internal static class KeyText
{
    private const string RsaOid = "1.2.840.113549.1.1.1";
    private const string Ed25519Oid = "1.3.101.112";

    internal static SigningKey Read(ReadOnlySpan<char> text, ReadOnlySpan<char> passphrase)
    {
        text = text.Trim();
        if (text.IsEmpty)
        {
            throw new FormatException("The secret is empty.");
        }

        return text.Contains("-----BEGIN", StringComparison.Ordinal) ? ReadPem(text, passphrase) : ReadSecret(text);
    }

    private static HmacKey ReadSecret(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('!', '~') < 0
        ? new HmacKey(text)
        : throw new FormatException(
            "The secret holds blanks or characters beyond ASCII. Copy it again; a key in PEM starts with -----BEGIN.");

    private static SigningKey ReadPem(ReadOnlySpan<char> text, ReadOnlySpan<char> passphrase)
    {
        using var lines = new SecretChars(text);
        if (!PemEncoding.TryFind(lines.WithLineBreaks(), out var fields))
        {
            throw new FormatException("The PEM text is not whole: it needs its BEGIN line, base64, and its END line.");
        }

        var pem = lines.WithLineBreaks();
        using var der = new SecretBytes(fields.DecodedDataLength);
        Convert.TryFromBase64Chars(pem[fields.Base64Data], der.Span, out _);
        switch (pem[fields.Label])
        {
            case "PRIVATE KEY":
                return ReadPkcs8(der.Span);
            case "ENCRYPTED PRIVATE KEY":
                using (var plain = EncryptedKey.Decrypt(der.Array, passphrase))
                {
                    return ReadPkcs8(plain.Span);
                }

            case "RSA PRIVATE KEY":
                return ReadPkcs1(der.Span);
            case "PUBLIC KEY" or "RSA PUBLIC KEY":
                throw new FormatException("This is a public key. The venue has it; signing needs the private one.");
            case "OPENSSH PRIVATE KEY":
                throw new FormatException(
                    "This is OpenSSH's own form. Write the key as PKCS#8: ssh-keygen -p -m PKCS8 -f <file>.");
            default:
                throw new FormatException("The PEM text holds no RSA or Ed25519 private key. Write the key as PKCS#8.");
        }
    }

    private static SigningKey ReadPkcs8(ReadOnlySpan<byte> der)
    {
        try
        {
            using var copy = new SecretBytes(der); // a reader wants memory; padding of base64 may stand behind the key
            AsnDecoder.ReadSequence(der, AsnEncodingRules.BER, out _, out _, out var length);
            var key = new AsnReader(copy.Array.AsMemory(0, length), AsnEncodingRules.BER).ReadSequence();
            key.ReadInteger();
            var algorithm = key.ReadSequence().ReadObjectIdentifier();
            switch (algorithm)
            {
                case RsaOid:
                    return new RsaKey(der[..length]);
                case Ed25519Oid:
                    var inner = new AsnReader(key.ReadOctetStringBytes(), AsnEncodingRules.BER);
                    return new Ed25519Key(inner.ReadOctetStringBytes().Span);
                default:
                    throw new FormatException("The private key is neither RSA nor Ed25519.");
            }
        }
        catch (Exception error) when (error is AsnContentException or ArgumentException)
        {
            throw new FormatException("The private key in the PEM text cannot be read.");
        }
    }

    private static ReadOnlyMemory<byte> ReadOctetStringBytes(this AsnReader reader) =>
        reader.TryReadPrimitiveOctetString(out var bytes) ? bytes : throw new AsnContentException();

    private static RsaKey ReadPkcs1(ReadOnlySpan<byte> der)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportRSAPrivateKey(der, out _);
            using var pkcs8 = new SecretBytes(rsa.KeySize * 2);
            return rsa.TryExportPkcs8PrivateKey(pkcs8.Span, out var written)
                ? new RsaKey(pkcs8.Span[..written])
                : throw new FormatException("The RSA key in the PEM text is too large.");
        }
        catch (CryptographicException)
        {
            throw new FormatException("The RSA key in the PEM text cannot be read.");
        }
    }
}
