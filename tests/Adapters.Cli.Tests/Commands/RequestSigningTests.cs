using System.Text.Json;
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

    public static TheoryData<string> Vectors => [.. SigningVectors.Names(isFrame: false)];

    public static TheoryData<string> Frames => [.. SigningVectors.Names(isFrame: true)];

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

    [SkippableTheory]
    [MemberData(nameof(Frames))]
    public async Task Frames_are_those_of_other_clients(string name)
    {
        Skip.If(SigningVectors.All is null, "../shared/vectors is not beside the repository.");
        var vector = SigningVectors.All!.Single(vector => vector.Name == name);

        var run = await Of(
            new() { ["BINANCE_API_KEY"] = vector.Key, ["BINANCE_SECRET"] = vector.Secret },
            ["request", "binance", vector.Call, .. vector.StringToSign.Split('&').Select(Uri.UnescapeDataString), "--json"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(("WS", vector.Url), (run.Json.GetProperty("method").GetString(), run.Json.GetProperty("url").GetString()));
        using var frame = JsonDocument.Parse(run.Json.GetProperty("body").GetString()!);
        Assert.Equal(vector.Message!.Value.GetProperty("method").GetString(), frame.RootElement.GetProperty("method").GetString());
        Assert.Equal(Sorted(vector.Message.Value.GetProperty("params")), Sorted(frame.RootElement.GetProperty("params")));
        Assert.DoesNotContain(vector.Secret, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("order.cancel", "symbol=BTCUSDT", "orderId=28")]
    [InlineData("WS order.cancel", "symbol=BTCUSDT", "orderId=28", "apiKey=vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A")]
    public async Task A_method_of_the_socket_is_shown_as_its_frame(string call, params string[] given)
    {
        var run = await Of(Keys, ["request", "binance", call, .. given, "--at", "1764000000123"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal("WS wss://ws-api.binance.com:443/ws-api/v3", run.Lines[0]);
        Assert.Matches(
            """^\{"id":1,"method":"order.cancel","params":\{"symbol":"BTCUSDT","orderId":28,"apiKey":"vm[^"]+","recvWindow":5000,"timestamp":1764000000123,"signature":"[0-9a-f]{64}"\}\}$""",
            run.Lines[^1]);
    }

    [Theory]
    [InlineData("apiKey is the key of the environment; leave it out.", "apiKey=another")]
    [InlineData("recvWindow takes whole milliseconds from 1 to 600000 here, not '0.5'.", "recvWindow=0.5")]
    [InlineData("signature is made from the other parameters; leave it out.", "signature=abc")]
    public async Task Wrong_usage_of_a_frame_is_named(string sentence, params string[] given)
    {
        var run = await Of(Keys, ["request", "binance", "account.status", .. given]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_without_parameters_or_keys_is_shown_too()
    {
        var open = await Of([], ["request", "binance", "ping"]);
        var unsigned = await Of([], ["request", "binance", "userDataStream.subscribe.signature", "--json"]);

        Assert.Equal("""{"id":1,"method":"ping","params":{}}""", open.Lines[^1]);
        Assert.Equal(0, unsigned.Code);
        Assert.Contains("Set BINANCE_API_KEY and BINANCE_SECRET", unsigned.Error, StringComparison.Ordinal);
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

    private static string Sorted(JsonElement parameters) => string.Join(
        '\n', parameters.EnumerateObject().Select(item => $"{item.Name}={item.Value.GetRawText()}").Order(StringComparer.Ordinal));

    private static Task<ToolRun> Of(Dictionary<string, string> variables, string[] args) =>
        ToolRun.OfAsync(new ToolSetup { Variables = variables }, args);
}
