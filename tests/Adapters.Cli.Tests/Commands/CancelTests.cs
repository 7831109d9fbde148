using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>Cancelling: every way it can end.</summary>
public sealed class CancelTests
{
    private const string One = "DELETE /api/v3/order";
    private const string All = "DELETE /api/v3/openOrders";
    private const string NoSuch = """{"code":-2011,"msg":"Unknown order sent."}""";

    [Theory]
    [InlineData("orderId=48210377003", "48210377003")]
    [InlineData("origClientOrderId=ad-9Hs4zNo11", "ad-9Hs4zNo11")]
    [InlineData("origClientOrderId=ad-9Hs4zNo11", "--client-id", "ad-9Hs4zNo11")]
    [InlineData("origClientOrderId=12", "--client-id", "12")]
    public async Task Orders_are_named_by_either_id(string expected, params string[] words)
    {
        var answer = LiveRun.Sample("CancelOrder").Replace("\"ad-9Hs4zNo11\"", $"\"{words[^1]}\"", StringComparison.Ordinal);
        using var live = new LiveRun { Answers = { [One] = words[0] == "48210377003" ? LiveRun.Sample("CancelOrder") : answer } };
        var run = await live.OfAsync(["cancel", "binance", "BTC/USDT", .. words, "--env", "live", "--yes", "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal("Canceled", run.Json.GetProperty("status").GetString());
        Assert.Contains(expected, Assert.Single(live.Sent).Parameters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_orders_of_a_market_are_cancelled_at_once()
    {
        using var live = new LiveRun { Answers = { [All] = LiveRun.Sample("CancelAllOrders") } };
        var run = await live.OfAsync("cancel", "binance", "BTC/USDT", "--all", "--env", "testnet", "--json");

        Assert.Equal(0, run.Code);
        Assert.Equal(3, run.JsonLines.Length);
        Assert.All(run.JsonLines, line => Assert.Equal("Canceled", line.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Nothing_to_cancel_is_no_error()
    {
        using var live = new LiveRun { Failures = { [All] = (400, NoSuch) } };
        var run = await live.OfAsync("cancel", "binance", "BTC/USDT", "--all", "--env", "live", "--yes");

        Assert.Equal(0, run.Code);
        Assert.Contains("No order of BTC/USDT is open.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_that_are_not_open_are_rejected()
    {
        using var live = new LiveRun { Failures = { [One] = (400, NoSuch) } };
        var run = await live.OfAsync("cancel", "binance", "BTC/USDT", "12", "--env", "live", "--yes", "--json");

        Assert.Equal(1, run.Code);
        Assert.Equal("UnknownOrder", run.ErrorJson.GetProperty("class").GetString());
        Assert.Equal("12", run.ErrorJson.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("[]", 0, "no order of BTC/USDT is open")]
    [InlineData(null, 3, "Still open: 48210377031, 48210377003.")]
    public async Task Where_it_is_not_known_open_orders_are_asked_for(string? open, int code, string sentence)
    {
        using var live = new LiveRun
        {
            Failures = { [All] = (0, "") },
            Answers = { ["GET /api/v3/openOrders"] = open ?? LiveRun.Sample("GetOpenOrders") },
        };
        var run = await live.OfAsync("cancel", "binance", "BTC/USDT", "--all", "--env", "live", "--yes");

        Assert.Equal(code, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(live.Sent, sent => sent.Call == All);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_it_stays_unknown()
    {
        using var live = new LiveRun { Failures = { [All] = (0, ""), ["GET /api/v3/openOrders"] = (0, "") } };
        var run = await live.OfAsync("cancel", "binance", "BTC/USDT", "--all", "--env", "live", "--yes");

        Assert.Equal(3, run.Code);
        Assert.Contains("It could not be found out.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no", 1)]
    [InlineData("yes", 0)]
    public async Task On_live_a_person_is_asked(string typed, int code)
    {
        using var live = new LiveRun
        {
            HasTerminal = true,
            Input = typed + "\n",
            Answers = { [All] = LiveRun.Sample("CancelAllOrders") },
        };
        var run = await live.OfAsync("cancel", "binance", "BTC/USDT", "--all", "--env", "live");

        Assert.Equal(code, run.Code);
        Assert.Contains("Cancel all open orders of BTC/USDT on binance-spot live.", run.Error, StringComparison.Ordinal);
        Assert.Equal(code == 0 ? 1 : 0, live.Sent.Count);
    }

    [Theory]
    [InlineData("'cancel' needs --env", "1", "--yes")]
    [InlineData("'cancel' takes one of <id>, --client-id ID and --all.", "--env", "live", "--yes")]
    [InlineData("'cancel' takes one of <id>, --client-id ID and --all.", "1", "--all", "--env", "live", "--yes")]
    [InlineData("there is no terminal to ask in", "1", "--env", "live")]
    public async Task Wrong_usage_sends_nothing(string sentence, params string[] words)
    {
        using var live = new LiveRun();
        var run = await live.OfAsync(["cancel", "binance", "BTC/USDT", .. words]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Empty(live.Sent);
    }
}
