using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation;

/// <summary>Markets to simulate, with ticks, steps and smallest orders as spot exchanges have them.</summary>
public static class SampleMarkets
{
    /// <summary>What an account may hold at first to trade in them.</summary>
    public static IReadOnlyList<Funds> Deposits { get; } =
    [
        new(Asset.Of("USDT"), 10_000m), new(Asset.Of("BTC"), 1m), new(Asset.Of("ETH"), 10m), new(Asset.Of("BNB"), 20m),
        new(Asset.Of("SOL"), 100m),
    ];

    /// <summary>BTC/USDT, ETH/USDT, BNB/USDT, SOL/USDT and ETH/BTC.</summary>
    /// <param name="symbols">Where the symbols live; they are resolved there.</param>
    /// <param name="name">The venue's name of a pair, from base and quote; without it they stand together.</param>
    public static IReadOnlyList<SimulatedMarketOptions> Spot(
        SymbolTable symbols, Func<string, string, string>? name = null)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        name ??= static (@base, quote) => @base + quote;
        SimulatedMarketOptions[] all =
        [
            Pair("BTC", "USDT", 64_000m, 0.01m, 0.00001m, 5m, 20_000m, 7_000_000_001),
            Pair("ETH", "USDT", 3_200m, 0.01m, 0.0001m, 5m, 15_000m, 5_000_000_001),
            Pair("BNB", "USDT", 600m, 0.01m, 0.001m, 5m, 8_000m, 3_000_000_001),
            Pair("SOL", "USDT", 150m, 0.01m, 0.001m, 5m, 8_000m, 2_000_000_001),
            Pair("ETH", "BTC", 0.05m, 0.00001m, 0.0001m, 0.0001m, 0.3m, 1_000_000_001),
        ];
        symbols.Load(all.Select(options => options.Market));
        return all;

        SimulatedMarketOptions Pair(
            string @base,
            string quote,
            decimal price,
            decimal tick,
            decimal step,
            decimal minNotional,
            decimal typical,
            long firstId) => new()
            {
                StartPrice = price,
                TypicalNotional = typical,
                FirstUpdateId = firstId * 10,
                FirstTradeId = firstId,
                FirstOrderId = firstId * 4,
                Rules = new TradingRules
                {
                    BuyBandAbove = 5m,
                    BuyBandBelow = 0.2m,
                    SellBandAbove = 5m,
                    SellBandBelow = 0.2m,
                    MaxTriggerOrders = 5,
                    MaxOrderLists = 20,
                },
                Market = new Market
                {
                    Symbol = symbols.Get(name(@base, quote)),
                    Kind = MarketKind.Spot,
                    Base = Asset.Of(@base),
                    Quote = Asset.Of(quote),
                    Status = MarketStatus.Trading,
                    Tick = tick,
                    Step = step,
                    MinPrice = tick,
                    MaxPrice = 1_000_000m,
                    MinQuantity = step,
                    MaxQuantity = 9_000m,
                    MarketMaxQuantity = decimal.Round(typical * 100m / price),
                    MinNotional = minNotional,
                    MaxNotional = typical * 450m,
                    MinNotionalForMarket = true,
                    MaxNotionalForMarket = false,
                    MaxOpenOrders = 200,
                },
            };
    }
}
