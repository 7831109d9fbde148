using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Adapters.Security;

namespace Adapters.Runtime.Tests.Security;

public sealed class SigningKeyTests
{
    // Made for these tests by openssl; the second is the first, encrypted with the passphrase.
    private const string Passphrase = "open-sesame";

    private const string Ed25519Pem = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEIJpd4d4c2AmaLWBaLBGMRwpm3etpk4uRda9vEIS4eFP/
        -----END PRIVATE KEY-----
        """;

    private const string EncryptedEd25519Pem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAj3+bg2smOC/wICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEEJ3Z+XRCM7eb1z+zTzOuI4EQOcf
        TUhvAMGAHLcb3iJCGOh20J1reGW6oqZcR1o2xe9OxXxElVWsw5dP7camFbBdaeIE
        onPaz+5pvWSe5QSIXEo=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    private const string OldEncryptionPem = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MFgwHAYKKoZIhvcNAQwBAzAOBAgo8jhwK9eTVwICCAAEONpgtEt7VcCD7t1/202S
        myW9PusEy1CullvGegW1tu9eNcD9c59Sb1DpgxUoCSZyLFh9lsTv6jgHZp2wzR0=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    private static readonly byte[] Payload = Encoding.ASCII.GetBytes("symbol=BTCUSDT&timestamp=1795514430000");

    [Fact]
    public void Hmac_gives_lower_case_hexadecimal()
    {
        using var key = SigningKey.FromText("  a-secret\n");

        Assert.Equal(SigningKeyKind.Hmac, key.Kind);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData("a-secret"u8, Payload)), Sign(key));
    }

    /// <summary>RFC 8032, 7.1, test 2.</summary>
    [Fact]
    public void Ed25519_gives_base64()
    {
        using var key = new Ed25519Key(Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        var signature = new byte[key.MaxSignatureLength];

        var written = key.Sign([0x72], signature);

        Assert.Equal(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            Convert.ToHexStringLower(Convert.FromBase64String(Encoding.ASCII.GetString(signature.AsSpan(0, written)))));
    }

    [Fact]
    public void Rsa_gives_base64_that_its_public_key_accepts_from_every_form_of_the_key()
    {
        using var rsa = RSA.Create(2048);
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes192Cbc, HashAlgorithmName.SHA512, 1_000);
        foreach (var (text, passphrase) in new[]
        {
            (rsa.ExportPkcs8PrivateKeyPem(), ""), (rsa.ExportRSAPrivateKeyPem(), ""),
            (rsa.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\\n"), ""),
            (rsa.ExportEncryptedPkcs8PrivateKeyPem(Passphrase, encryption), Passphrase),
        })
        {
            using var key = SigningKey.FromText(text, passphrase);
            Assert.Equal(SigningKeyKind.Rsa, key.Kind);
            Assert.Equal(344, key.MaxSignatureLength);
            Assert.True(rsa.VerifyData(
                Payload, Convert.FromBase64String(Sign(key)), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
    }

    [Fact]
    public void An_encrypted_key_is_the_same_key()
    {
        using var plain = SigningKey.FromText(Ed25519Pem);
        using var encrypted = SigningKey.FromText(EncryptedEd25519Pem, Passphrase);

        Assert.Equal(SigningKeyKind.Ed25519, encrypted.Kind);
        Assert.Equal(Sign(plain), Sign(encrypted));
    }

    [Theory]
    [InlineData("", "", "empty")]
    [InlineData("two words", "", "blanks")]
    [InlineData(EncryptedEd25519Pem, "", "Give its passphrase")]
    [InlineData(EncryptedEd25519Pem, "swordfish", "does not fit")]
    [InlineData(OldEncryptionPem, Passphrase, "openssl pkcs8 -topk8 -v2")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw", "", "not whole")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIE\n-----END PRIVATE KEY-----", "", "cannot be read")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIE\n-----END RSA PRIVATE KEY-----", "", "cannot be read")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYD\n-----END PUBLIC KEY-----", "", "public key")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nMCowBQYD\n-----END OPENSSH PRIVATE KEY-----", "", "ssh-keygen")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMCowBQYD\n-----END CERTIFICATE-----", "", "PKCS#8")]
    public void What_is_no_key_says_so_and_shows_nothing_of_it(string text, string passphrase, string problem)
    {
        var error = Assert.Throws<FormatException>(() => SigningKey.FromText(text, passphrase));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        foreach (var part in text.Split('\n').Where(static line => line.Length > 0 && !line.StartsWith('-')))
        {
            Assert.DoesNotContain(part, error.ToString(), StringComparison.Ordinal);
        }

        Assert.True(passphrase.Length == 0 || !error.ToString().Contains(passphrase, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        var error = Assert.Throws<FormatException>(() => SigningKey.FromText(other.ExportPkcs8PrivateKeyPem()));

        Assert.Contains("neither RSA nor Ed25519", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_key_holds_no_secret_and_signs_no_more()
    {
        using var rsa = RSA.Create(2048);
        foreach (var text in new[] { "a-secret", rsa.ExportPkcs8PrivateKeyPem(), Ed25519Pem })
        {
            var key = SigningKey.FromText(text);
            var secret = key.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
                .Select(field => field.GetValue(key)).OfType<SecretBytes>().SingleOrDefault();
            Sign(key);
            new Credentials("key", key).Dispose();

            Assert.True(secret is null || Array.TrueForAll(secret.Array, static b => b == 0));
            Assert.Throws<ObjectDisposedException>(() => Sign(key));
        }
    }

    [Fact]
    public void Keys_print_their_kind_alone()
    {
        using var key = SigningKey.FromText("a-secret");
        using var credentials = new Credentials("public-name", key);

        Assert.Equal("HmacKey Credentials(***)", $"{key} {credentials}");
    }

    [Fact]
    public async Task Threads_share_a_key()
    {
        using var rsa = RSA.Create(1024);
        foreach (var text in new[] { "a-secret", rsa.ExportPkcs8PrivateKeyPem(), Ed25519Pem })
        {
            using var key = SigningKey.FromText(text);
            var expected = Sign(key);
            var signatures = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => Sign(key))));
            Assert.All(signatures, signature => Assert.Equal(expected, signature));
        }
    }

    [Fact]
    public void Signing_by_hmac_allocates_nothing()
    {
        using var key = SigningKey.FromText("a-secret");
        var signature = new byte[key.MaxSignatureLength];
        key.Sign(Payload, signature);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            key.Sign(Payload, signature);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Sign(SigningKey key)
    {
        var signature = new byte[key.MaxSignatureLength];
        return Encoding.ASCII.GetString(signature.AsSpan(0, key.Sign(Payload, signature)));
    }
}
