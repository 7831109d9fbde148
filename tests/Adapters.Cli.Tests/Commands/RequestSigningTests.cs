using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>Signed requests as they would be sent: key and signature are shown by design, the secret never.</summary>
public sealed class RequestSigningTests
{
    private const string Secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["BINANCE_API_KEY"] = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
        ["BINANCE_SECRET"] = Secret,
    };

    public static TheoryData<string> Vectors => SigningVectors.All is { } all ? [.. all.Select(vector => vector.Name)] : ["absent"];

    [SkippableTheory]
    [MemberData(nameof(Vectors))]
    public async Task Requests_are_those_of_other_clients(string name)
    {
        Skip.If(SigningVectors.All is null, "../shared/vectors is not beside the repository.");
        var vector = SigningVectors.All!.Single(vector => vector.Name == name);
        var parameters = vector.StringToSign.Split('&').Select(Uri.UnescapeDataString);

        var run = await Of(
            new() { ["BINANCE_API_KEY"] = vector.Key, ["BINANCE_SECRET"] = vector.Secret },
            ["request", "binance", vector.Call, .. parameters, "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Error);
        Assert.Equal(vector.Key, run.Json.GetProperty("headers").GetProperty("X-MBX-APIKEY").GetString());
        var (url, body) = (run.Json.GetProperty("url").GetString()!, run.Json.GetProperty("body").GetString()!);
        var sent = body.Length > 0 ? body : url.Split('?')[1];
        Assert.Equal($"{vector.StringToSign}&signature={Uri.EscapeDataString(vector.Signature)}", sent);
        if (body.Length == 0)
        {
            Assert.Equal(vector.Url, url);
        }

        Assert.DoesNotContain(vector.Secret, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_and_window_are_added_where_they_are_not_given()
    {
        var run = await Of(Keys, ["request", "binance", "GetMyTrades", "symbol=BTCUSDT", "--at", "1764000000123"]);

        Assert.Matches(
            "^GET https://api.binance.com/api/v3/myTrades[?]symbol=BTCUSDT&recvWindow=5000&timestamp=1764000000123&signature=[0-9a-f]{64}$",
            run.Lines[0]);
        Assert.Contains("X-MBX-APIKEY: " + Keys["BINANCE_API_KEY"], run.Lines);
        Assert.DoesNotContain(Secret, run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("recvWindow=3000&symbol=BTCUSDT&timestamp=1764000000123", "recvWindow=3000", "symbol=BTCUSDT")]
    [InlineData("timestamp=1700000000001&symbol=BTCUSDT", "timestamp=1700000000001", "symbol=BTCUSDT")]
    [InlineData("recvWindow=1&symbol=BTCUSDT&timestamp=2", "recvWindow=1", "symbol=BTCUSDT", "timestamp=2")]
    public async Task Time_and_window_given_by_name_stay_where_they_stand(string expected, params string[] given)
    {
        var run = await Of(Keys, ["request", "binance", "GetMyTrades", .. given, "--at", "1764000000123", "--json"]);

        Assert.Contains($"?{expected}&signature=", run.Json.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Without_keys_a_signed_call_is_shown_unsigned_with_a_note()
    {
        var run = await Of([], ["request", "binance", "GET /api/v3/account", "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal("https://api.binance.com/api/v3/account", run.Json.GetProperty("url").GetString());
        Assert.Contains("Set BINANCE_API_KEY and BINANCE_SECRET", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_calls_look_at_no_key()
    {
        var run = await Of(new() { ["BINANCE_API_KEY"] = "half a pair" }, ["request", "binance", "GetTime"]);
        Assert.Equal(["GET https://api.binance.com/api/v3/time", "User-Agent: Adapters"], run.Lines);
    }

    [Theory]
    [InlineData("timestamp takes the time as a whole number, not 'now'.", "timestamp=now")]
    [InlineData("recvWindow takes milliseconds, not '5s'.", "recvWindow=5s")]
    [InlineData("signature is made from the other parameters; leave it out.", "signature=abc")]
    [InlineData("timestamp is given twice", "timestamp=1", "timestamp=2")]
    public async Task Wrong_usage_is_named(string sentence, params string[] given)
    {
        var run = await Of(Keys, ["request", "binance", "GET /api/v3/account", .. given]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    private static Task<ToolRun> Of(Dictionary<string, string> variables, string[] args) =>
        ToolRun.OfAsync(new ToolSetup { Variables = variables }, args);
}
