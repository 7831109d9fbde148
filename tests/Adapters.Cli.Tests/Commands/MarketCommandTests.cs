using System.Globalization;
using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

/// <summary>What is asked of markets, against a simulated exchange in memory.</summary>
public sealed class MarketCommandTests
{
    [Fact]
    public async Task Markets_are_listed_with_their_rules()
    {
        var run = await Of("markets", "binance", "--simulated");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("SYMBOL    VENUE'S NAME  KIND  STATUS", run.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith("LEAST NOTIONAL  MOST NOTIONAL  MOST AT MARKET", run.Lines[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains(run.Lines, line => line.StartsWith("BTC/USDT  BTCUSDT       Spot  Trading", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_market_is_one_object()
    {
        var run = await Of("markets", "binance", "BTC/USDT", "--simulated", "--json");

        var market = Assert.Single(run.JsonLines);
        Assert.Equal("BTC/USDT", market.GetProperty("symbol").GetString());
        Assert.Equal("BTCUSDT", market.GetProperty("venueSymbol").GetString());
        Assert.True(market.GetProperty("resolved").GetBoolean());
        Assert.Equal("Spot", market.GetProperty("kind").GetString());
        Assert.Equal("9000000.00000000", market.GetProperty("maxNotional").GetString());
        Assert.Equal("0.00000000", market.GetProperty("marketStep").GetString());
        Assert.Equal("31.00000000", market.GetProperty("marketMaxQuantity").GetString());
        Assert.True(market.GetProperty("minNotionalForMarket").GetBoolean());
        Assert.False(market.GetProperty("maxNotionalForMarket").GetBoolean());
        Assert.Equal(8, market.GetProperty("quoteDigits").GetInt32());
    }

    [Theory]
    [InlineData("BTC/USDT")]
    [InlineData("btc/usdt")]
    [InlineData("BTCUSDT")]
    [InlineData("btcusdt")]
    public async Task Symbols_are_unified_names_or_the_venues_own(string symbol)
    {
        var run = await Of("ticker", "binance", symbol, "--env", "simulated", "--json");
        Assert.Equal("BTC/USDT", Assert.Single(run.JsonLines).GetProperty("symbol").GetString());
    }

    [Fact]
    public async Task Busiest_tickers_come_first()
    {
        var run = await Of("ticker", "binance", "--simulated", "--limit", "3", "--json");

        var volumes = run.JsonLines.Select(line => decimal.Parse(
            line.GetProperty("quoteVolume").GetString()!, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(3, volumes.Length);
        Assert.Equal(volumes.OrderDescending(), volumes);
    }

    [Fact]
    public async Task Book_has_the_levels_asked_for_and_is_not_crossed()
    {
        var run = await Of("book", "binance", "BTC/USDT", "--simulated", "--limit", "4", "--json");

        var (bids, asks) = (run.Json.GetProperty("bids"), run.Json.GetProperty("asks"));
        Assert.Equal(4, bids.GetArrayLength());
        Assert.Equal(4, asks.GetArrayLength());
        Assert.True(
            decimal.Parse(bids[0][0].GetString()!, CultureInfo.InvariantCulture)
            < decimal.Parse(asks[0][0].GetString()!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task People_see_bids_beside_asks()
    {
        var run = await Of("book", "binance", "BTC/USDT", "--simulated", "--limit", "4");
        Assert.Equal(5, run.Lines.Length);
        Assert.EndsWith("BID       ASK  ASK QUANTITY", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trades_are_oldest_first()
    {
        var run = await Of("trades", "binance", "BTC/USDT", "--simulated", "--limit", "5", "--json");

        var ids = run.JsonLines.Select(line => long.Parse(line.GetProperty("id").GetString()!, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(5, ids.Length);
        Assert.Equal(ids.Order(), ids);
    }

    [Fact]
    public async Task Klines_have_the_interval_asked_for()
    {
        var run = await Of("klines", "binance", "BTC/USDT", "--simulated", "--interval", "5m", "--limit", "2", "--json");

        Assert.Equal(2, run.JsonLines.Length);
        Assert.All(run.JsonLines, line => Assert.Equal("5m", line.GetProperty("interval").GetString()));
    }

    [Theory]
    [InlineData("klines", "BTC/USDT", "--interval", "1s")]
    [InlineData("trades", "BTC/USDT")]
    public async Task Less_than_was_asked_for_is_told(params string[] words)
    {
        var run = await Of([words[0], "binance", .. words[1..], "--simulated", "--limit", "5000", "--json"]);

        Assert.Equal(0, run.Code);
        Assert.Contains($"note: {run.Lines.Length} of 5000 came", run.Error, StringComparison.Ordinal);
        Assert.Equal("", (await Of([words[0], "binance", .. words[1..], "--simulated", "--limit", "2"])).Error);
    }

    [Fact]
    public async Task Tables_of_every_command_fit_a_screen()
    {
        foreach (var words in new string[][]
        {
            ["markets", "binance"], ["ticker", "binance"], ["book", "binance", "BTC/USDT"], ["trades", "binance", "BTC/USDT"],
            ["klines", "binance", "BTC/USDT"],
        })
        {
            using var simulated = new SimulatedRun { Terminal = ToolSetup.Screen(60) };
            var run = await simulated.OfAsync([.. words, "--simulated"]);
            Assert.Equal(0, run.Code);
            Assert.Contains("╭", run.Out, StringComparison.Ordinal);
            Assert.All(run.ScreenLines, line => Assert.True(line.Length <= 60, line));
        }
    }

    [Theory]
    [InlineData("has no market 'BTC/USD'. Did you mean 'BTC/USDT'?", "book", "binance", "BTC/USD")]
    [InlineData("has no market 'BTCUSD'. Did you mean 'BTCUSDT'", "book", "binance", "BTCUSD")]
    [InlineData("'book' needs <symbol>", "book", "binance")]
    [InlineData("--limit takes a whole number from 1, not '0'.", "book", "binance", "BTC/USDT", "--limit", "0")]
    [InlineData("--limit takes a whole number from 1, not 'x'.", "ticker", "binance", "--limit", "x")]
    [InlineData("--interval takes one of 1s, 1m,", "klines", "binance", "BTC/USDT", "--interval", "7m")]
    [InlineData("--simulated and --env live contradict each other.", "ticker", "binance", "--env", "live")]
    public async Task Wrong_usage_is_named(string sentence, params string[] args)
    {
        var run = await Of([.. args, "--simulated"]);

        Assert.Equal(2, run.Code);
        Assert.Equal("", run.Out);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    private static async Task<ToolRun> Of(params string[] args)
    {
        using var simulated = new SimulatedRun();
        return await simulated.OfAsync(args);
    }
}
