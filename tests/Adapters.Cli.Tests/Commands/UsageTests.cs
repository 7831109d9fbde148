using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>Wrong usage: exit code 2, and a sentence that names the word and what is accepted.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("There is no command 'exchnges'. Did you mean 'exchanges'?", "exchnges")]
    [InlineData("There is no option '--jsn'. Did you mean '--json'?", "exchanges", "--jsn")]
    [InlineData("There is no option '--foo'.", "request", "binance", "GetDepth", "symbol=A", "--foo")]
    [InlineData("There is no exchange 'binanc'. Did you mean 'binance'?", "exchanges", "binanc")]
    [InlineData("'decode' needs <file>", "decode", "binance", "--frame")]
    [InlineData("'check' does not take 'b'. It takes <folder>.", "check", "a", "b")]
    [InlineData("one of --endpoint, --channel and --frame", "decode", "binance", "x")]
    [InlineData("one of --endpoint, --channel and --frame", "decode", "binance", "--frame", "--channel", "trades", "x")]
    [InlineData("--answers depth goes with --frame", "decode", "binance", "--channel", "trades", "--answers", "depth", "x")]
    [InlineData("has no method 'dept'. Did you mean 'depth'", "decode", "binance", "--frame", "--answers", "dept", "-")]
    [InlineData("has no channel 'trade'. Did you mean 'trades'?", "decode", "binance", "--channel", "trade", "-")]
    [InlineData("has no endpoint 'GET /api/v3/dept'. Did you mean 'GET /api/v3/depth'", "decode", "binance", "--endpoint", "GET /api/v3/dept", "-")]
    [InlineData("That path takes GET /api/v3/depth.", "request", "binance", "POST /api/v3/depth")]
    [InlineData("There is no file 'nowhere.json'.", "decode", "binance", "--frame", "nowhere.json")]
    [InlineData("There is no folder 'nowhere'.", "check", "nowhere")]
    [InlineData("--with takes name=value, not 'x'.", "decode", "binance", "--frame", "--with", "x", "-")]
    [InlineData("--with a is given twice.", "decode", "binance", "--frame", "--with", "a=1", "--with", "a=2", "-")]
    [InlineData("--env 'liv' is no environment of binance-spot. Did you mean 'live'?", "request", "binance", "GetDepth", "symbol=A", "--env", "liv")]
    [InlineData("A parameter takes name=value, not 'symbol'.", "request", "binance", "GetDepth", "symbol")]
    [InlineData("symbol must be given", "request", "binance", "GetDepth")]
    [InlineData("limit takes a whole number (32 bits), not 'ten'.", "request", "binance", "GetDepth", "symbol=A", "limit=ten")]
    [InlineData("interval takes one of 1s, 1m, 3m", "request", "binance", "GetKlines", "symbol=A", "interval=7m")]
    [InlineData("symbol is given twice", "request", "binance", "GetDepth", "symbol=A", "symbol=B")]
    [InlineData("at most one of symbol, symbols; given: symbol, symbols", "request", "binance", "GetPrices", "symbol=A", "symbols=B")]
    [InlineData("symbols takes a list", "request", "binance", "GetPrices", "symbols=[\"A\"")]
    [InlineData("showPermissionSets takes true or false, not 'yes'", "request", "binance", "GetExchangeInfo", "showPermissionSets=yes")]
    [InlineData("startTime takes Unix milliseconds, not 'today'", "request", "binance", "GetKlines", "symbol=A", "interval=1m", "startTime=today")]
    [InlineData("does not offer GET /api/v3/executionRules", "request", "binance", "GetExecutionRules", "--env", "data")]
    [InlineData("--at takes Unix milliseconds such as 1764000000000, not 'now'.", "request", "binance", "GetTime", "--at", "now")]
    [InlineData("--at takes Unix milliseconds such as 1764000000000, not '-5'.", "request", "binance", "GetTime", "--at", "-5")]
    [InlineData("--env data of binance-spot has market data alone. Orders are taken in live, testnet, demo, simulated.", "buy", "binance", "BTC/USDT", "1", "--env", "data", "--yes")]
    [InlineData("'cancel' needs --env: one of live, testnet, demo, simulated.", "cancel", "binance", "BTC/USDT", "1")]
    [InlineData("--port takes 0 to 65535, not 'abc'.", "simulate", "binance", "--port", "abc")]
    [InlineData("--seed takes a whole number, not '1.5'.", "simulate", "binance", "--seed", "1.5")]
    [InlineData("--limit takes a whole number from 1, not '3000000000'.", "book", "binance", "BTC/USDT", "--limit", "3000000000")]
    [InlineData("--at takes Unix milliseconds", "request", "binance", "GetTime", "--at", "9223372036854775807")]
    public async Task Wrong_usage_is_named(string sentence, params string[] args)
    {
        var run = await ToolRun.OfAsync(args);

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Out);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_json_where_json_was_asked_for()
    {
        var run = await ToolRun.OfAsync("exchanges", "nowhere", "--json");

        Assert.Equal(2, run.Code);
        Assert.Equal(2, run.ErrorJson.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task Without_words_the_help_is_shown_as_wrong_usage()
    {
        var run = await ToolRun.OfAsync();

        Assert.Equal(2, run.Code);
        Assert.Contains("exchanges", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("decode", "--help")]
    [InlineData("request", "-h")]
    public async Task Help_has_exit_codes_and_where_there_are_any_examples(params string[] args)
    {
        var run = await ToolRun.OfAsync(args);

        Assert.Equal(0, run.Code);
        Assert.Contains("Exit codes:\n  0  done", run.Out, StringComparison.Ordinal);
        Assert.Equal(args.Length > 1, run.Out.Contains("Examples:\n", StringComparison.Ordinal));
    }
}
