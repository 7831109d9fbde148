using Adapters.Domain;
using Xunit.Abstractions;

namespace Adapters.Simulation.Tests;

public sealed class InvariantTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(11, 100)]
    [InlineData(12, 100)]
    [InlineData(13, 7_000)]
    [InlineData(14, 60_000)]
    public void Rules_hold_after_every_step(long seed, int milliseconds)
    {
        output.WriteLine($"seed {seed}");
        var scenario = new Scenario(seed);
        using var checker = new InvariantChecker(scenario.Exchange);
        scenario.Run(1_000, milliseconds, i => checker.Check(deep: i % 50 == 0));
        checker.Check(deep: true);
        Assert.True(checker.Events > 10_000, $"only {checker.Events} events");
    }

    [Fact]
    public void The_day_forgets_what_is_older()
    {
        var scenario = new Scenario(15, markets: 2);
        using var checker = new InvariantChecker(scenario.Exchange);
        scenario.Run(600, milliseconds: 300_000, i => checker.Check(deep: i % 20 == 0));
        var statistics = scenario.Bitcoin.Statistics();
        Assert.Equal(TimeSpan.FromHours(24), statistics.CloseTime - statistics.OpenTime);
        Assert.NotNull(statistics.PreviousClose);
        Assert.InRange(statistics.Trades, 50, 2_000);
        Assert.Equal(statistics.LastTradeId - statistics.FirstTradeId + 1, statistics.Trades);
    }

    [Fact]
    public void A_silent_day_has_flat_statistics_and_candles()
    {
        var scenario = new Scenario(16, markets: 1);
        var last = scenario.Bitcoin.LastTrade;
        scenario.Time.Advance(TimeSpan.FromDays(2));
        Assert.False(scenario.Bitcoin.Cancel(orderId: -1, scenario.Exchange.Now));
        var statistics = scenario.Bitcoin.Statistics();
        Assert.Equal((0, last.Price, last.Price), (statistics.Trades, statistics.Open, statistics.WeightedAverage));
        var candle = scenario.Bitcoin.Candle(Interval.Seconds1);
        Assert.Equal(scenario.Exchange.Now, candle.OpenTime);
        Assert.Equal((0m, last.Price), (candle.Volume, candle.Close));
    }

    [Fact]
    public void Every_market_lives_on_both_sides()
    {
        var scenario = new Scenario(17);
        var before = scenario.Exchange.Markets.Select(m => m.LastTrade.Id).ToArray();
        scenario.Run(300);
        foreach (var (market, id) in scenario.Exchange.Markets.Zip(before))
        {
            var trades = market.TradesFrom(id + 1, int.MaxValue);
            Assert.True(trades.Count > 50, $"{market.Symbol}: {trades.Count} trades");
            Assert.Contains(trades, t => t.Taker == Side.Buy);
            Assert.Contains(trades, t => t.Taker == Side.Sell);
            Assert.True(market.Levels(Side.Buy).Count > 20);
            Assert.True(market.Levels(Side.Sell).Count > 20);
        }
    }
}
