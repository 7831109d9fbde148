using Adapters.Cli.Exchanges;
using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

public sealed class ExchangesTests
{
    [Fact]
    public async Task Every_exchange_is_a_row()
    {
        var run = await ToolRun.OfAsync("exchanges");

        Assert.Equal(0, run.Code);
        Assert.Equal(ExchangeRegistry.All.Count + 1, run.Lines.Length);
        Assert.StartsWith("EXCHANGE", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("binance-spot", run.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_names_capabilities_and_environments()
    {
        var run = await ToolRun.OfAsync("exchanges", "BINANCE", "--json");

        var exchange = Assert.Single(run.JsonLines);
        Assert.Contains("book", exchange.GetProperty("capabilities").EnumerateArray().Select(item => item.GetString()));
        Assert.Contains("simulated", exchange.GetProperty("environments").EnumerateArray().Select(item => item.GetString()));
    }

    [Theory]
    [InlineData("--unverified")]
    [InlineData("--endpoints")]
    [InlineData("--channels")]
    public async Task Lists_of_the_catalogue_hold_every_item(string option)
    {
        var catalogue = ExchangeRegistry.Find("binance").Catalogue;
        var expected = option switch
        {
            "--unverified" => catalogue.Unverified.Count,
            "--endpoints" => catalogue.Endpoints.Count,
            _ => catalogue.Channels.Count,
        };

        Assert.Equal(expected + 1, (await ToolRun.OfAsync("exchanges", "binance", option)).Lines.Length);
        Assert.Equal(expected, (await ToolRun.OfAsync("exchanges", "binance", option, "--json")).JsonLines.Length);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task Table_fits_the_screen(int width)
    {
        var run = await ToolRun.OfAsync(new ToolSetup { Terminal = ToolSetup.Screen(width) }, "exchanges", "--unverified");
        Assert.All(run.ScreenLines, line => Assert.True(line.Length <= width, $"{line.Length}: {line}"));
    }

    [Fact]
    public void Names_of_exchanges_are_unique() =>
        Assert.Equal(ExchangeRegistry.Names.Count, ExchangeRegistry.Names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
}
