using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>Buying and selling: every way it can end has its exit code, and nothing is sent that was not meant.</summary>
public sealed class TradeTests
{
    private const string Order = "POST /api/v3/order";

    private static readonly string[] Buy = ["buy", "binance", "BTC/USDT", "0.008", "--price", "93120.12"];

    [Fact]
    public async Task Acknowledged_orders_are_shown_with_their_fills()
    {
        using var live = new LiveRun { Answers = { [Order] = LiveRun.Sample("PlaceOrder") } };
        var run = await live.OfAsync([.. Buy, "--env", "live", "--yes", "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(["Order", "Fill", "Fill"], run.JsonLines.Select(line => line.GetProperty("type").GetString()));
        Assert.Equal("48210377001", run.JsonLines[0].GetProperty("id").GetString());
        Assert.Equal("Filled", run.JsonLines[0].GetProperty("status").GetString());
        var (call, parameters) = Assert.Single(live.Sent);
        Assert.Equal(Order, call);
        Assert.Contains("price=93120.12", parameters, StringComparison.Ordinal);
        Assert.Contains("side=BUY", parameters, StringComparison.Ordinal);
        Assert.Contains("newClientOrderId=", parameters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_was_taken_but_cannot_be_written_looks_not_refused()
    {
        using var full = new FullWriter();
        using var live = new LiveRun { Answers = { [Order] = LiveRun.Sample("PlaceOrder") }, Out = full };
        var run = await live.OfAsync([.. Buy, "--env", "live", "--yes", "--client-id", "mine-1"]);

        Assert.Equal(3, run.Code);
        Assert.Contains("Place of BTCUSDT client id mine-1 was acknowledged, and that cannot be written: full", run.Error, StringComparison.Ordinal);
        Assert.Single(live.Sent);
    }

    [Theory]
    [InlineData("type=MARKET", "0.001")]
    [InlineData("type=LIMIT&", "0.001", "--price", "93000")]
    [InlineData("type=LIMIT_MAKER", "0.001", "--price", "93000", "--post-only")]
    [InlineData("timeInForce=IOC", "0.001", "--price", "93000", "--tif", "IOC")]
    [InlineData("timeInForce=FOK", "0.001", "--price", "93000", "--tif", "fok", "--type", "limit")]
    [InlineData("type=STOP_LOSS_LIMIT", "0.001", "--price", "93000", "--trigger", "93100", "--type", "stop-limit")]
    [InlineData("type=TAKE_PROFIT&", "0.001", "--trigger", "99000", "--type", "take-profit-market")]
    [InlineData("newClientOrderId=mine-1", "0.001", "--client-id", "mine-1")]
    public async Task Words_become_the_venues(string expected, params string[] words)
    {
        using var live = new LiveRun { Answers = { [Order] = LiveRun.Sample("PlaceOrder") } };
        var run = await live.OfAsync(["sell", "binance", "BTCUSDT", .. words, "--env", "testnet"]);

        Assert.Equal(0, run.Code);
        Assert.Contains(expected, Assert.Single(live.Sent).Parameters + "&", StringComparison.Ordinal);
        Assert.Contains("side=SELL", live.Sent[0].Parameters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dry_run_shows_what_would_be_sent_and_sends_nothing()
    {
        using var live = new LiveRun { Variables = [] };
        var run = await live.OfAsync(
            "buy", "binance", "BTC/USDT", "0.0080009999", "--price", "93120.129999", "--env", "live", "--dry-run", "--json");

        Assert.Equal(0, run.Code);
        Assert.Empty(live.Sent);
        Assert.Equal("93120.12", run.Json.GetProperty("price").GetString());
        Assert.Equal("0.008", run.Json.GetProperty("quantity").GetString());
        Assert.Equal("GoodTillCancel", run.Json.GetProperty("timeInForce").GetString());
        Assert.NotEqual("", run.Json.GetProperty("clientId").GetString());
        Assert.Contains("The price 93120.129999 is rounded to 93120.12.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidNotional", "0.00001", "--price", "100")]
    [InlineData("InvalidNotional", "100", "--price", "93000")]
    [InlineData("InvalidQuantity", "83.62")]
    [InlineData("InvalidQuantity", "83.62", "--trigger", "99000", "--type", "stop-market")]
    [InlineData("InvalidQuantity", "0.0000000001", "--price", "93000")]
    [InlineData("InvalidRequest", "0.01", "--price", "93000", "--type", "market")]
    [InlineData("InvalidRequest", "0.01", "--type", "limit")]
    [InlineData("Unsupported", "0.01", "--post-only")]
    public async Task Orders_that_break_a_rule_are_refused_unsent(string errorClass, params string[] words)
    {
        foreach (var more in new string[][] { [], ["--dry-run"] })
        {
            using var live = new LiveRun();
            var run = await live.OfAsync(["buy", "binance", "BTC/USDT", .. words, "--env", "live", "--yes", "--json", .. more]);

            Assert.Equal(1, run.Code);
            Assert.Equal("", run.Out);
            Assert.Equal(errorClass, run.ErrorJson.GetProperty("class").GetString());
            Assert.Empty(live.Sent);
        }
    }

    [Fact]
    public async Task Rejections_have_class_code_text_and_advice()
    {
        const string Refusal = """{"code":-2010,"msg":"Account has insufficient balance for requested action."}""";
        using var live = new LiveRun { Failures = { [Order] = (400, Refusal) } };
        var forPrograms = await live.OfAsync([.. Buy, "--env", "live", "--yes", "--json", "--client-id", "mine"]);
        var forPeople = await live.OfAsync([.. Buy, "--env", "live", "--yes"]);

        Assert.Equal((1, "", 1, ""), (forPrograms.Code, forPrograms.Out, forPeople.Code, forPeople.Out));
        var error = forPrograms.ErrorJson;
        Assert.Equal("InsufficientFunds", error.GetProperty("class").GetString());
        Assert.Equal("-2010", error.GetProperty("code").GetString());
        Assert.Equal("GiveUp", error.GetProperty("advice").GetString());
        Assert.Equal("mine", error.GetProperty("clientId").GetString());
        Assert.Contains("insufficient balance", error.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("(InsufficientFunds, code -2010, HTTP 400) It has to be changed", forPeople.Error, StringComparison.Ordinal);
        Assert.Equal(2, live.Sent.Count);
    }

    [Fact]
    public async Task Unknown_outcomes_are_resolved_and_told()
    {
        var found = LiveRun.Sample("GetOrder");
        using var live = new LiveRun { Failures = { [Order] = (0, "") }, Answers = { ["GET /api/v3/order"] = found } };
        var id = System.Text.Json.JsonDocument.Parse(found).RootElement.GetProperty("clientOrderId").GetString()!;
        var run = await live.OfAsync([.. Buy, "--env", "live", "--yes", "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(id, run.Json.GetProperty("clientId").GetString());
        Assert.Contains("What became of it is not known", run.Error, StringComparison.Ordinal);
        Assert.Contains("It was found:", run.Error, StringComparison.Ordinal);
        Assert.Single(live.Sent, sent => sent.Call == Order);
    }

    [Fact]
    public async Task Orders_that_never_arrived_are_rejected_once_that_is_sure()
    {
        using var live = new LiveRun
        {
            Failures = { [Order] = (0, ""), ["GET /api/v3/order"] = (400, """{"code":-2013,"msg":"Order does not exist."}""") },
            Answers = { ["GET /api/v3/openOrders"] = "[]", ["GET /api/v3/allOrders"] = "[]" },
        };
        var run = await live.OfAsync([.. Buy, "--env", "live", "--yes"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("did not happen", run.Error, StringComparison.Ordinal);
        Assert.Contains("The venue knows no such order", run.Error, StringComparison.Ordinal);
        Assert.Single(live.Sent, sent => sent.Call == Order);
    }

    [Fact]
    public async Task Orders_that_nobody_can_ask_for_stay_unknown()
    {
        using var live = new LiveRun { Failures = { [Order] = (0, ""), ["GET /api/v3/order"] = (0, "") } };
        var run = await live.OfAsync([.. Buy, "--env", "live", "--yes", "--client-id", "mine"]);

        Assert.Equal(3, run.Code);
        Assert.Equal("", run.Out);
        Assert.Contains("(UnknownOutcome) What became of it is not known: ask before doing it again.", run.Error, StringComparison.Ordinal);
        Assert.Contains("It could not be found out. Ask for BTCUSDT client id mine before doing it again.", run.Error, StringComparison.Ordinal);
        Assert.Single(live.Sent, sent => sent.Call == Order);
    }

    [Theory]
    [InlineData("yes", 0)]
    [InlineData("no", 1)]
    [InlineData("y", 1)]
    [InlineData("", 1)]
    public async Task On_live_a_person_is_asked(string typed, int code)
    {
        using var live = new LiveRun { HasTerminal = true, Input = typed + "\n", Answers = { [Order] = LiveRun.Sample("PlaceOrder") } };
        var run = await live.OfAsync([.. Buy, "--env", "live"]);

        Assert.Equal(code, run.Code);
        Assert.Contains("Buy 0.008 BTC/USDT Limit at 93120.12, GoodTillCancel on binance-spot live.", run.Error, StringComparison.Ordinal);
        Assert.Equal(code == 0 ? 1 : 0, live.Sent.Count);
    }

    [Theory]
    [InlineData("'buy' needs --env", "--yes")]
    [InlineData("there is no terminal to ask in. Give --yes", "--env", "live")]
    [InlineData("--trigger goes with --type", "--env", "live", "--yes", "--trigger", "1")]
    [InlineData("--type takes one of limit, market, stop-market, stop-limit", "--env", "live", "--yes", "--type", "stop-limt")]
    [InlineData("--tif takes one of gtc, ioc, fok", "--env", "live", "--yes", "--tif", "day")]
    [InlineData("--client-id takes 1 to 36 printable ASCII characters", "--env", "live", "--yes", "--client-id", "a b\t")]
    [InlineData("--trigger takes a plain decimal above zero", "--env", "live", "--yes", "--type", "stop-limit", "--trigger", "1e3")]
    public async Task Wrong_usage_sends_nothing(string sentence, params string[] words)
    {
        using var live = new LiveRun();
        var run = await live.OfAsync([.. Buy, .. words]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Empty(live.Sent);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("0.00000000000000000000000000001")]
    public async Task Quantities_are_exact_or_refused(string quantity)
    {
        using var live = new LiveRun();
        var run = await live.OfAsync("buy", "binance", "BTC/USDT", quantity, "--env", "live", "--yes");

        Assert.Equal(2, run.Code);
        Assert.Contains("<quantity> takes a plain decimal above zero", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_keys_the_variables_are_named()
    {
        using var live = new LiveRun { Variables = [] };
        var run = await live.OfAsync([.. Buy, "--env", "live", "--yes"]);

        Assert.Equal(2, run.Code);
        Assert.Contains("Set BINANCE_API_KEY and BINANCE_SECRET", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_not_taken_from_the_command_line()
    {
        using var live = new LiveRun();
        var run = await live.OfAsync([.. Buy, "--env", "live", "--yes", "--api-key", "k"]);

        Assert.Equal(2, run.Code);
        Assert.Empty(live.Sent);
    }
}
