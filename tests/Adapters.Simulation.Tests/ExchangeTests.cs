using Adapters.Domain;

namespace Adapters.Simulation.Tests;

public sealed class ExchangeTests
{
    [Fact]
    public void A_running_exchange_steps_with_its_clock()
    {
        var scenario = new Scenario(51, markets: 1);
        using (scenario.Exchange.Run(TimeSpan.FromMilliseconds(100)))
        {
            for (var i = 0; i < 20; i++)
            {
                scenario.Time.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        Assert.Equal(20, scenario.Exchange.Steps);
        Assert.Equal(Timestamp.From(Scenario.Start.AddSeconds(2)), scenario.Bitcoin.Now);
        scenario.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(20, scenario.Exchange.Steps);

        var stepped = new Scenario(51, markets: 1);
        stepped.Run(20);
        Assert.Equal(stepped.Bitcoin.Book().Bids, scenario.Bitcoin.Book().Bids);
    }

    [Fact]
    public void Markets_are_found_by_their_venue_s_name_and_resolved()
    {
        var symbols = new SymbolTable();
        var markets = SampleMarkets.Spot(symbols, (b, q) => $"{b}_{q}");
        Assert.Equal(
            ["BTC/USDT", "ETH/USDT", "BNB/USDT", "SOL/USDT", "ETH/BTC"], markets.Select(m => m.Market.UnifiedName));
        Assert.True(symbols.TryGetUnified("ETH/BTC", out var symbol));
        Assert.Equal("ETH_BTC", symbol.Name);

        var scenario = new Scenario(52);
        Assert.True(scenario.Exchange.TryFind("SOLUSDT", out var market));
        Assert.Equal("SOL/USDT", market.Symbol.ToString());
        Assert.False(scenario.Exchange.TryFind("solusdt", out _));
    }

    [Fact]
    public void A_market_cannot_be_there_twice()
    {
        var markets = SampleMarkets.Spot(new SymbolTable());
        Assert.Throws<ArgumentException>(() => new SimulatedExchange(
            new SimulatedExchangeOptions { Markets = [markets[4], markets[4]] }, TimeProvider.System));
        Assert.Throws<ArgumentException>(
            () => new SimulatedExchange(new SimulatedExchangeOptions { Markets = [] }, TimeProvider.System));
    }

    [Fact]
    public void Time_never_goes_back()
    {
        var scenario = new Scenario(53, markets: 1);
        scenario.Run(5);
        var before = scenario.Bitcoin.Now;
        scenario.Bitcoin.Cancel(-1, before - TimeSpan.FromHours(1));
        Assert.Equal(before, scenario.Bitcoin.Now);
    }

    [Fact]
    public void Crowd_s_first_orders_keep_the_market_s_limits()
    {
        foreach (var market in new Scenario(54).Exchange.Markets)
        {
            var orders = Enumerable.Range(1, 8).SelectMany(i => market.OpenOrders($"crowd-{i}")).ToArray();
            Assert.Equal(2 * market.Options.OrdersPerSide, orders.Length);
            Assert.All(orders, o => Assert.True(market.Instrument.Check(o.Price, o.Quantity).IsValid, $"{o}"));
        }
    }

    [Fact]
    public void Queries_by_id_time_and_count_agree()
    {
        var scenario = new Scenario(55, markets: 1);
        scenario.Run(100);
        var market = scenario.Bitcoin;
        var all = market.LastTrades(int.MaxValue);
        Assert.Equal(all.Skip(10).Take(7), market.TradesFrom(all[10].Id, 7));
        Assert.Equal(all, market.TradesFrom(0, int.MaxValue));
        Assert.Equal(all.TakeLast(9), market.LastTrades(9));
        Assert.Equal(
            all.Where(t => t.Time >= all[20].Time && t.Time <= all[40].Time),
            market.TradesBetween(all[20].Time, all[40].Time));
        var aggregates = market.LastAggregates(int.MaxValue);
        Assert.Equal(all.Sum(t => t.Quantity), aggregates.Sum(a => a.Quantity));
        Assert.Equal(all.Select(t => t.AggregateId).Distinct(), aggregates.Select(a => a.Id));
        Assert.Contains(aggregates, a => a.LastTradeId > a.FirstTradeId);
        Assert.Equal(aggregates.Skip(5).Take(3), market.AggregatesFrom(aggregates[5].Id, 3));
    }
}
