using Adapters.Domain;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Tests;

public sealed class CandleTests
{
    public static TheoryData<Interval> Intervals => [.. Enum.GetValues<Interval>()];

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Candles_are_the_trades_of_their_time(Interval interval)
    {
        var scenario = new Scenario(31, hours: 10, markets: 1);
        scenario.Run(300, milliseconds: 1_700);
        var market = scenario.Bitcoin;
        var began = market.Now - market.Options.History;
        var candles = market.Candles(interval, from: null, to: null, limit: 1_000)
            .Where(c => c.OpenTime >= began).ToArray();
        foreach (var candle in candles)
        {
            var trades = market.TradesBetween(
                candle.OpenTime, Timestamp.FromNanoseconds(candle.EndTime.UnixNanoseconds - 1));
            AssertSum(trades, candle);
            Assert.Equal(candle.EndTime <= market.Now, candle.Closed);
        }

        foreach (var (before, after) in candles.Zip(candles.Skip(1)))
        {
            Assert.Equal(before.EndTime, after.OpenTime);
            Assert.True(after.Trades > 0 || after.Open == before.Close);
        }
    }

    [Fact]
    public void Five_hundred_minutes_are_there_at_the_start()
    {
        var scenario = new Scenario(32, hours: 10);
        foreach (var market in scenario.Exchange.Markets)
        {
            var candles = market.Candles(Interval.Minutes1, from: null, to: null, limit: 500);
            Assert.Equal(500, candles.Count);
            Assert.True(candles.Count(c => c.Trades > 0) > 400);
            Assert.False(candles[^1].Closed);
        }
    }

    [Fact]
    public void Bounds_choose_the_first_or_the_last()
    {
        var market = new Scenario(33, markets: 1).Bitcoin;
        var all = market.Candles(Interval.Minutes1, null, null, 50);
        Assert.Equal(all.Take(5), market.Candles(Interval.Minutes1, all[0].OpenTime, null, 5));
        Assert.Equal(all.TakeLast(5), market.Candles(Interval.Minutes1, null, null, 5));
        Assert.Equal(all.Skip(3).Take(2), market.Candles(Interval.Minutes1, all[3].OpenTime, all[4].OpenTime, 50));
    }

    [Fact]
    public void Each_closed_candle_is_told_once()
    {
        var scenario = new Scenario(34, markets: 1);
        var log = new Closed();
        using (scenario.Bitcoin.Subscribe(log))
        {
            scenario.Run(400, milliseconds: 1_000);
        }

        Assert.Equal(log.Opens.Count, log.Opens.Distinct().Count());
        Assert.InRange(log.Opens.Count(o => o.Interval == Interval.Seconds1), 399, 401);
        Assert.InRange(log.Opens.Count(o => o.Interval == Interval.Minutes1), 6, 7);
    }

    [Theory]
    [InlineData(Interval.Minutes15, "2026-11-24T14:38:12.5Z", "2026-11-24T14:30:00Z")]
    [InlineData(Interval.Hours8, "2026-11-24T14:38:12.5Z", "2026-11-24T08:00:00Z")]
    [InlineData(Interval.Weeks1, "2026-11-24T14:38:12.5Z", "2026-11-23T00:00:00Z")]
    [InlineData(Interval.Weeks1, "2026-11-23T00:00:00Z", "2026-11-23T00:00:00Z")]
    [InlineData(Interval.Weeks1, "2026-11-22T23:59:59.999Z", "2026-11-16T00:00:00Z")]
    [InlineData(Interval.Months1, "2026-11-24T14:38:12.5Z", "2026-11-01T00:00:00Z")]
    [InlineData(Interval.Days1, "1969-12-31T23:00:00Z", "1969-12-31T00:00:00Z")]
    public void Candles_begin_where_clocks_say(Interval interval, string time, string open) =>
        Assert.Equal(At(open), IntervalClock.OpenOf(interval, At(time)));

    private static Timestamp At(string iso) =>
        Timestamp.From(DateTimeOffset.Parse(iso, System.Globalization.CultureInfo.InvariantCulture));

    private static void AssertSum(IReadOnlyList<MarketTrade> trades, in Candle candle)
    {
        Assert.Equal(trades.Count, candle.Trades);
        Assert.Equal(trades.Sum(t => t.Quantity), candle.Volume);
        Assert.Equal(trades.Sum(t => t.Price * t.Quantity), candle.QuoteVolume);
        Assert.Equal(trades.Where(t => t.Taker == Side.Buy).Sum(t => t.Quantity), candle.TakerVolume);
        Assert.Equal(trades.Where(t => t.Taker == Side.Buy).Sum(t => t.Price * t.Quantity), candle.TakerQuoteVolume);
        if (trades.Count == 0)
        {
            Assert.Equal((null, null), (candle.FirstTradeId, candle.LastTradeId));
            Assert.Equal(candle.Open, candle.High);
            return;
        }

        Assert.Equal((trades[0].Price, trades[^1].Price), (candle.Open, candle.Close));
        Assert.Equal((trades.Max(t => t.Price), trades.Min(t => t.Price)), (candle.High, candle.Low));
        Assert.Equal((trades[0].Id, trades[^1].Id), (candle.FirstTradeId, candle.LastTradeId));
    }

    private sealed class Closed : IMarketObserver
    {
        internal List<(Interval Interval, Timestamp Open)> Opens { get; } = [];

        public void OnCandle(SimulatedMarket market, in Candle candle)
        {
            if (candle.Closed)
            {
                Opens.Add((candle.Interval, candle.OpenTime));
            }
        }
    }
}
