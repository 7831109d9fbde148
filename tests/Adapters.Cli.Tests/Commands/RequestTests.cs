using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

public sealed class RequestTests
{
    [Fact]
    public async Task Parameters_keep_the_order_given()
    {
        var run = await ToolRun.OfAsync("request", "binance", "GET /api/v3/depth", "limit=5", "symbol=BTCUSDT", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal("GET", run.Json.GetProperty("method").GetString());
        Assert.Equal("https://api.binance.com/api/v3/depth?limit=5&symbol=BTCUSDT", run.Json.GetProperty("url").GetString());
        Assert.Equal("Adapters", run.Json.GetProperty("headers").GetProperty("User-Agent").GetString());
        Assert.Equal("", run.Json.GetProperty("body").GetString());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task People_get_lines()
    {
        var run = await ToolRun.OfAsync("request", "binance", "get /api/v3/time");
        Assert.Equal(["GET https://api.binance.com/api/v3/time", "User-Agent: Adapters"], run.Lines);
    }

    [Fact]
    public async Task Names_that_the_call_does_not_know_are_passed_on_with_a_note()
    {
        var run = await ToolRun.OfAsync("request", "binance", "GetDepth", "x=a b&c", "symbol=A", "limt=1", "--json");

        Assert.Equal(0, run.Code);
        Assert.EndsWith("?x=a%20b%26c&symbol=A&limt=1", run.Json.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains("knows no parameter 'x'", run.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'limit'?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("symbols=[\"BTCUSDT\",\"ETHUSDT\"]")]
    [InlineData("symbols=BTCUSDT,ETHUSDT")]
    public async Task Lists_are_given_as_json_or_with_commas(string list)
    {
        var run = await ToolRun.OfAsync("request", "binance", "GetPrices", list, "--json");
        Assert.EndsWith("?symbols=%5B%22BTCUSDT%22%2C%22ETHUSDT%22%5D", run.Json.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Symbols_beyond_ascii_are_percent_encoded()
    {
        var run = await ToolRun.OfAsync("request", "binance", "GetAvgPrice", "symbol=币安人生USDT", "--json");
        Assert.EndsWith("?symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT", run.Json.GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_decides_the_host()
    {
        var run = await ToolRun.OfAsync("request", "binance", "GetTime", "--env", "TESTNET", "--at", "1781234567123", "--json");
        Assert.Equal("https://testnet.binance.vision/api/v3/time", run.Json.GetProperty("url").GetString());
    }
}
