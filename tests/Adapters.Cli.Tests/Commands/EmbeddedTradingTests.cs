using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>Trading on the embedded exchange with its own key: it checks the signature, matches and keeps accounts.</summary>
public sealed class EmbeddedTradingTests
{
    [Fact]
    public async Task Account_holds_what_it_began_with()
    {
        var run = await Of("balance", "binance", "BTC", "--json");

        Assert.Equal("1", run.Json.GetProperty("free").GetString()!.TrimEnd('0').TrimEnd('.'));
        Assert.Equal("BTC", run.Json.GetProperty("asset").GetString());
    }

    [Fact]
    public async Task Market_orders_are_filled_with_fees()
    {
        var run = await Of("buy", "binance", "BTC/USDT", "0.001", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal("Filled", run.JsonLines[0].GetProperty("status").GetString());
        Assert.All(run.JsonLines[1..], fill => Assert.Equal("BTC", fill.GetProperty("feeAsset").GetString()));
        Assert.NotEmpty(run.JsonLines[1..]);
    }

    [Fact]
    public async Task Orders_that_end_at_once_tell_why()
    {
        var run = await Of("sell", "binance", "BTC/USDT", "0.5", "--price", "200000", "--tif", "fok");

        Assert.Equal(0, run.Code);
        Assert.Matches(@"STATUS +REASON +IN FORCE", run.Lines[0]);
        Assert.Matches(@" Expired +UNFILLED_FOK_ORDER_EXPIRED +FillOrKill ", run.Lines[1]);
    }

    [Fact]
    public async Task Orders_far_from_the_market_stay_open()
    {
        var run = await Of("buy", "binance", "BTC/USDT", "0.001", "--price", "20000", "--client-id", "mine", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal("Open", run.Json.GetProperty("status").GetString());
        Assert.Equal("mine", run.Json.GetProperty("clientId").GetString());
    }

    [Fact]
    public async Task What_is_not_held_cannot_be_sold()
    {
        var run = await Of("sell", "binance", "BTC/USDT", "5", "--price", "200000", "--json");

        Assert.Equal(1, run.Code);
        Assert.Equal("InsufficientFunds", run.ErrorJson.GetProperty("class").GetString());
    }

    [Fact]
    public async Task There_is_nothing_to_cancel()
    {
        var all = await Of("cancel", "binance", "BTC/USDT", "--all");
        var one = await Of("cancel", "binance", "BTC/USDT", "5", "--json");

        Assert.Equal((0, 1), (all.Code, one.Code));
        Assert.Equal("UnknownOrder", one.ErrorJson.GetProperty("class").GetString());
    }

    [Theory]
    [InlineData("orders", "binance")]
    [InlineData("fills", "binance", "BTC/USDT")]
    public async Task A_new_account_has_neither_orders_nor_fills(params string[] words)
    {
        var run = await Of([.. words, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Out));
    }

    [Fact]
    public async Task Account_is_watched_from_its_balances_on()
    {
        var run = await Of("watch", "binance", "--account", "--for", "3s", "--json");

        Assert.Equal(0, run.Code);
        Assert.Contains(run.JsonLines, line => line.GetProperty("type").GetString() == "Balance");
        Assert.Contains(
            run.JsonLines,
            line => line.GetProperty("type").GetString() == "Account" && line.GetProperty("event").GetString() == "Connected");
    }

    private static async Task<ToolRun> Of(params string[] args)
    {
        using var simulated = new SimulatedRun();
        return await simulated.OfAsync([.. args, "--simulated"]);
    }
}
