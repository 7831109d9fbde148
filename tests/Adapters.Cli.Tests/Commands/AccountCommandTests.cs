using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>What an account holds, its orders and its fills.</summary>
public sealed class AccountCommandTests
{
    [Theory]
    [InlineData("BNB,BTC,USDT")]
    [InlineData("BTC", "btc")]
    [InlineData("BTC,USDT", "BTC/USDT")]
    [InlineData("BNB", "--limit", "1")]
    public async Task Balances_are_of_all_of_an_asset_or_of_a_market(string expected, params string[] words)
    {
        using var live = new LiveRun { Answers = { ["GET /api/v3/account"] = LiveRun.Sample("GetAccount") } };
        var run = await live.OfAsync(["balance", "binance", .. words, "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(expected, string.Join(',', run.JsonLines.Select(line => line.GetProperty("asset").GetString())));
    }

    [Fact]
    public async Task Open_orders_are_shown_without_a_symbol_and_with_one()
    {
        using var live = new LiveRun { Answers = { ["GET /api/v3/openOrders"] = LiveRun.Sample("GetOpenOrders") } };
        var all = await live.OfAsync("orders", "binance", "--json");
        var one = await live.OfAsync("orders", "binance", "BTC/USDT", "--limit", "1", "--json");

        Assert.Equal((0, 2), (all.Code, all.JsonLines.Length));
        Assert.Equal("48210377031", one.Json.GetProperty("id").GetString());
        Assert.DoesNotContain("symbol=", live.Sent[0].Parameters, StringComparison.Ordinal);
        Assert.Contains("symbol=BTCUSDT", live.Sent[1].Parameters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_orders_are_shown_market_by_market()
    {
        using var live = new LiveRun { Answers = { ["GET /api/v3/allOrders"] = LiveRun.Sample("GetAllOrders") } };
        var run = await live.OfAsync("orders", "binance", "BTC/USDT", "--all");
        var wrong = await live.OfAsync("orders", "binance", "--all");

        Assert.Equal((0, 2), (run.Code, wrong.Code));
        Assert.Contains("Filled", run.Out, StringComparison.Ordinal);
        Assert.Contains("--all needs a symbol", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fills_are_those_of_a_market_or_of_all_whose_asset_is_held()
    {
        using var live = new LiveRun
        {
            Answers =
            {
                ["GET /api/v3/account"] = LiveRun.Sample("GetAccount"),
                ["GET /api/v3/openOrders"] = "[]",
                ["GET /api/v3/myTrades"] = LiveRun.Sample("GetMyTrades"),
            },
        };
        var one = await live.OfAsync("fills", "binance", "BTC/USDT", "--json");
        var all = await live.OfAsync("fills", "binance", "--json", "--limit", "1");

        Assert.Equal(["5012345701", "5012345720"], one.JsonLines.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal("5012345720", all.Json.GetProperty("id").GetString());
        Assert.Contains("whose base asset is held", all.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("balance", "GET /api/v3/account", "-2015", "Authentication", 1)]
    [InlineData("orders", "GET /api/v3/openOrders", "-1021", "ClockSkew", 1)]
    public async Task Refusals_are_told_apart(string command, string call, string code, string errorClass, int exitCode)
    {
        using var live = new LiveRun { Failures = { [call] = (400, $$"""{"code":{{code}},"msg":"No."}""") } };
        var run = await live.OfAsync(command, "binance", "--json");

        Assert.Equal(exitCode, run.Code);
        Assert.Equal(errorClass, run.ErrorJson.GetProperty("class").GetString());
    }

    [Theory]
    [InlineData("-2015", "No.", "Key and secret have to belong together and to this environment")]
    [InlineData("-1022", "No.", "Key and secret have to belong together and to this environment")]
    [InlineData("-2010", "This action is disabled on this account.", "Change the key's rights")]
    [InlineData("-1121", "No.", "'adapters markets binance-spot' lists what there is")]
    [InlineData("-1102", "No.", "It has to be changed: the same again would be refused again.")]
    public async Task Refusals_name_the_remedy(string code, string text, string remedy)
    {
        using var live = new LiveRun { Failures = { ["GET /api/v3/account"] = (400, $$"""{"code":{{code}},"msg":"{{text}}"}""") } };
        var run = await live.OfAsync("balance", "binance");

        Assert.Equal(1, run.Code);
        Assert.Contains(remedy, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("balance")]
    [InlineData("orders")]
    [InlineData("fills")]
    public async Task Without_keys_the_variables_are_named(string command)
    {
        using var live = new LiveRun { Variables = [] };
        var run = await live.OfAsync(command, "binance-spot", "--json");

        Assert.Equal(2, run.Code);
        Assert.Contains("Set BINANCE_SPOT_API_KEY and BINANCE_SPOT_SECRET", run.Error, StringComparison.Ordinal);
    }
}
