using Adapters.Cli.Tests.Harness;
using Adapters.Simulation.Faults;

namespace Adapters.Cli.Tests.Commands;

public sealed class WatchTests
{
    [Fact]
    public async Task Pipe_gets_lines_of_trades_tickers_and_the_book_with_its_state()
    {
        using var simulated = new SimulatedRun();
        var run = await simulated.OfAsync("watch", "binance", "BTC/USDT", "ETHUSDT", "--simulated", "--for", "5s");

        Assert.Equal(0, run.Code);
        Assert.Contains(run.Lines, line => Has(line, "BTC/USDT  trade "));
        Assert.Contains(run.Lines, line => Has(line, "ETH/USDT  ticker  last "));
        Assert.Contains(run.Lines, line => Has(line, "BTC/USDT  book    resyncing -> synchronised (joined)"));
        Assert.Contains(run.Lines, line => Has(line, "ETH/USDT  book    synchronised  "));
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.Matches(@"note: [1-9]\d* trades, [1-9]\d* book updates, 0 times out of step\.", run.Error);
    }

    [Fact]
    public async Task Books_are_told_once_a_second()
    {
        using var simulated = new SimulatedRun();
        var run = await simulated.OfAsync("watch", "binance", "BTC/USDT", "--simulated", "--for", "5s", "--json", "--limit", "2");

        var books = run.JsonLines.Where(line => line.GetProperty("type").GetString() == "Book").ToArray();
        Assert.InRange(books.Length, 4, 6);
        Assert.All(books, book =>
        {
            Assert.Equal("Synchronised", book.GetProperty("state").GetString());
            Assert.Equal(2, book.GetProperty("bids").GetArrayLength());
        });
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Screen_is_redrawn_and_left_as_it_was()
    {
        using var simulated = new SimulatedRun { Terminal = ToolSetup.Screen(130, 40) };
        var run = await simulated.OfAsync("watch", "binance", "BTC/USDT", "ETH/USDT", "--simulated", "--for", "30s");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("\u001b[?25l", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("\u001b[?25h", run.Out.TrimEnd(), StringComparison.Ordinal);
        var last = run.LastPicture();
        Assert.Contains("binance-spot simulated", last[0], StringComparison.Ordinal);
        Assert.Contains("30 of 30 s", last[0], StringComparison.Ordinal);
        Assert.Contains("─ BTC/USDT  ● synchronised ─", last[1], StringComparison.Ordinal);
        Assert.Contains("─ ETH/USDT  ● synchronised ─", last[1], StringComparison.Ordinal);
        Assert.Contains(last, line => Has(line, "spread"));
    }

    [Theory]
    [InlineData(20, 6)]
    [InlineData(40, 10)]
    [InlineData(60, 16)]
    [InlineData(80, 24)]
    [InlineData(100, 50)]
    [InlineData(240, 60)]
    public async Task Picture_fits_every_screen(int width, int height)
    {
        using var simulated = new SimulatedRun { Terminal = ToolSetup.Screen(width, height, hasColours: true) };
        var run = await simulated.OfAsync(
            "watch", "binance", "BTC/USDT", "ETH/USDT", "SOL/USDT", "--simulated", "--for", "10s");

        var last = run.LastPicture();
        Assert.True(last.Length < height, $"{last.Length} lines");
        Assert.All(last, line => Assert.True(line.Length <= width, line));
    }

    [Fact]
    public async Task Without_colours_nothing_is_coloured()
    {
        using var simulated = new SimulatedRun { Terminal = ToolSetup.Screen() };
        var run = await simulated.OfAsync("watch", "binance", "BTC/USDT", "--simulated", "--for", "1s");
        Assert.DoesNotMatch(@"\x1b\[(3[0-8]|9[0-7]|38;)", run.Out);
    }

    [Fact]
    public async Task Stopping_ends_it_in_order()
    {
        using var simulated = new SimulatedRun { StopAfter = TimeSpan.FromSeconds(4) };
        var run = await simulated.OfAsync("watch", "binance", "BTC/USDT", "--simulated");

        Assert.Equal(0, run.Code);
        Assert.Contains(run.Lines, line => Has(line, "trade"));
    }

    [Fact]
    public async Task Lost_connections_and_resynchronised_books_are_told()
    {
        using var simulated = new SimulatedRun
        {
            Faults = new FaultRates { Drop = 0.002, Disconnect = 0.002 },
        };
        var run = await simulated.OfAsync("watch", "binance", "BTC/USDT", "--simulated", "--for", "60s");

        Assert.Equal(0, run.Code);
        Assert.Contains(run.Lines, line => Has(line, "book    synchronised -> "));
        Assert.Contains(run.Lines, line => Has(line, "  resumed"));
    }

    [Theory]
    [InlineData("--for takes a duration such as 500ms, 10s, 2m or 1h30m, not 'ten'.", "--for", "ten")]
    [InlineData("--limit takes 1 to 1000 here, not 1001.", "--limit", "1001")]
    [InlineData("has no market 'ETH/USD'.", "ETH/USD")]
    public async Task Wrong_usage_is_named(string sentence, params string[] more)
    {
        using var simulated = new SimulatedRun();
        var run = await simulated.OfAsync(["watch", "binance", "BTC/USDT", "--simulated", .. more]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'watch' needs <symbol>, one or more, or --account", "--simulated")]
    [InlineData("'watch' needs <symbol>, one or more, or --account", "BTC/USDT", "--account", "--simulated")]
    [InlineData("Set BINANCE_API_KEY and BINANCE_SECRET", "--account")]
    public async Task Markets_or_an_account_are_named(string sentence, params string[] words)
    {
        using var simulated = new SimulatedRun();
        var run = await simulated.OfAsync(["watch", "binance", .. words]);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    private static bool Has(string line, string text) => line.Contains(text, StringComparison.Ordinal);
}
