using System.Security.Cryptography;
using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Keys;

/// <summary>Keys come from variables and from files that nobody else reads; nothing of them is shown.</summary>
public sealed class AccountKeysTests : IDisposable
{
    private const string Secret = "AnHmacSecretThatMustNotBeSeen";

    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("binance", "BINANCE")]
    [InlineData("binance", "BINANCE_SPOT")]
    [InlineData("binance-spot", "BINANCE_SPOT")]
    [InlineData("binance-spot", "BINANCE")]
    public async Task Variables_are_named_after_id_or_alias(string exchange, string prefix)
    {
        var run = await Of(exchange, new() { [prefix + "_API_KEY"] = " key ", [prefix + "_SECRET"] = Secret });
        Assert.Equal("key", run.Json.GetProperty("headers").GetProperty("X-MBX-APIKEY").GetString());
    }

    [Theory]
    [InlineData("binance", "second")]
    [InlineData("binance-spot", "first")]
    public async Task Variables_of_the_name_asked_for_come_first(string exchange, string key)
    {
        var run = await Of(exchange, new()
        {
            ["BINANCE_SPOT_API_KEY"] = "first",
            ["BINANCE_SPOT_SECRET"] = Secret,
            ["BINANCE_API_KEY"] = "second",
            ["BINANCE_SECRET"] = Secret,
        });
        Assert.Equal(key, run.Json.GetProperty("headers").GetProperty("X-MBX-APIKEY").GetString());
    }

    [Theory]
    [InlineData("BINANCE_SECRET is missing beside BINANCE_API_KEY", "k", null)]
    [InlineData("BINANCE_API_KEY is missing beside BINANCE_SECRET", null, Secret)]
    [InlineData("BINANCE_API_KEY holds blanks", "a b", Secret)]
    [InlineData("BINANCE_SECRET: The secret holds blanks", "k", Secret + " twice")]
    [InlineData("BINANCE_SECRET: The PEM text is not whole", "k", "-----BEGIN PRIVATE KEY-----\n" + Secret)]
    public async Task What_is_wrong_is_named_and_nothing_of_it_shown(string sentence, string? key, string? secret)
    {
        var variables = new Dictionary<string, string>();
        if (key is not null)
        {
            variables["BINANCE_API_KEY"] = key;
        }

        if (secret is not null)
        {
            variables["BINANCE_SECRET"] = secret;
        }

        var run = await Of("binance", variables);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Out + run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Files_that_only_the_owner_reads_are_read()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using var rsa = RSA.Create(2048);
        foreach (var secret in new[] { Secret + "\n", rsa.ExportPkcs8PrivateKeyPem() })
        {
            await File.WriteAllTextAsync(_file, secret);
            SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite);

            var fromFile = await Of("binance", new() { ["BINANCE_API_KEY"] = "k", ["BINANCE_SECRET"] = "@" + _file });
            var fromText = await Of("binance", new() { ["BINANCE_API_KEY"] = "k", ["BINANCE_SECRET"] = secret });

            Assert.Equal(0, fromFile.Code);
            Assert.Equal(fromText.Out, fromFile.Out);
        }
    }

    [SkippableFact]
    public async Task Encrypted_keys_are_opened_with_the_passphrase()
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportEncryptedPkcs8PrivateKeyPem(
            "open sesame", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
        var variables = new Dictionary<string, string> { ["BINANCE_API_KEY"] = "k", ["BINANCE_SECRET"] = pem };

        var wrong = await Of("binance", variables);
        variables["BINANCE_PASSPHRASE"] = "open sesame";
        var right = await Of("binance", variables);

        Assert.Equal((2, 0), (wrong.Code, right.Code));
        Assert.DoesNotContain("open sesame", wrong.Error + right.Out + right.Error, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public async Task Files_that_others_reach_are_refused_with_the_remedy(UnixFileMode more)
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await File.WriteAllTextAsync(_file, Secret);
        SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite | more);

        var run = await Of("binance", new() { ["BINANCE_API_KEY"] = "k", ["BINANCE_SECRET"] = "@" + _file });

        Assert.Equal(2, run.Code);
        Assert.Contains($"chmod 600 '{_file}'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, run.Error, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Files_that_are_not_there_are_named()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        var run = await Of("binance", new() { ["BINANCE_API_KEY"] = "k", ["BINANCE_SECRET"] = "@/nowhere/key.pem" });

        Assert.Equal(2, run.Code);
        Assert.Contains("BINANCE_SECRET: there is no file '/nowhere/key.pem'.", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private void SetMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_file, mode);
        }
    }

    private static Task<ToolRun> Of(string exchange, Dictionary<string, string> variables) => ToolRun.OfAsync(
        new ToolSetup { Variables = variables },
        "request", exchange, "GET /api/v3/account", "--at", "1764000000123", "--json");
}
