using Adapters.Faces.Binance.Wire;
using Adapters.Faces.Binance.Wire.Spot;
using Adapters.Simulation.History;

namespace Adapters.Faces.Binance;

/// <content>Clock, instruments, books, trades, candles and tickers.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md"/></content>
public sealed partial class BinanceSpotFace
{
    private static readonly string[] OfFull = ["Change", "ChangePercent", "AveragePrice"];

    private static readonly string[] OfDay =
        ["PrevClosePrice", "LastQuantity", "Bid", "BidQuantity", "Ask", "AskQuantity"];

    private void AddMarketData()
    {
        Endpoints.Nothing("Ping");
        Endpoints.One<ServerClock>("GetTime", call => new(_ => call.Now));
        Endpoints.One<ExchangeInfo>("GetExchangeInfo", call => new(name => Exchange(call, name)));
        Endpoints.One<ExecutionRules>("GetExecutionRules", call => new(_ => call.Markets.Select(
            market => call.Values(market).With("Rules", new ServerValues(_ => null)))));
        Endpoints.About<Wire.Spot.Depth>(
            "GetDepth", call => MarketValues.Of(call.Market.Book(call.Limit(100, 5000))));
        Endpoints.Many<RestTrade>("GetTrades", call => call.Market.LastTrades(call.Limit()).Select(MarketValues.Of));
        Endpoints.Many<RestTrade>("GetHistoricalTrades", call => call.Trades("fromId").Select(MarketValues.Of));
        Endpoints.Many<RestTrade>("GetBlockTrades", _ => []); // none happen here
        Endpoints.Many<AggTrade>("GetAggTrades", call => call.Aggregates("fromId").Select(MarketValues.Of));
        Endpoints.Many<Bar>("GetKlines", Klines);
        Endpoints.Many<Bar>("GetUiKlines", Klines);
        Endpoints.About<AvgPrice>("GetAvgPrice", call => MarketValues.Average(call.Market, 5));
        Endpoints.About<ReferencePrice>("GetReferencePrice", call => MarketValues.Reference(call.Market, 10));
        Endpoints.One<ReferenceCalculation>("GetReferenceCalculation", call => call.Values(call.Market)
            .With("CalculationType", CalculationType.ArithmeticMean)
            .With("BucketCount", 20).With("BucketWidthMs", 500));
        Endpoints.Each<Ticker24h>("GetTickers24h", (call, market) => Ticker(call, market, market.Statistics()));
        Endpoints.Each<Ticker24h>("GetTradingDay", (call, market) => Ticker(
            call, market, call.Today(market, "timeZone")).Without(OfDay));
        Endpoints.Each<Ticker24h>("GetRollingTickers", (call, market) => Ticker(
            call, market, call.Window(market, "windowSize", "1d")).Without(OfDay));
        Endpoints.Each<PriceTicker>(
            "GetPrices", (call, market) => call.Values(market).With(MarketValues.Of(market.LastTrade)));
        Endpoints.Each<BookTicker>(
            "GetBookTickers", (call, market) => call.Values(market).With(MarketValues.Of(market.Top)));
    }

    private object? Exchange(VenueCall call, string name) => name switch
    {
        "Timezone" => "UTC",
        "ServerTime" => call.Now,
        "RateLimits" => AllLimits(),
        "ExchangeFilters" => new ServerValues(RuleValues.Of(call.Exchange.Rules, RuleWords)),
        "Sors" => call.Exchange.Markets.Where(market => market.Rules.AllowsRouting).Select(
            market => call.Values(market).With("Symbols", new[] { market.Symbol.Name })),
        "Symbols" => !call.Arguments.Has("permissions")
            || (call.Arguments.List("permissions") ?? [call.Arguments.Text("permissions")!]).Contains("SPOT")
            ? call.Markets.Select(market => call.Values(market).With(member => Instrument(call, market, member)))
            : Array.Empty<ServerValues>(),
        _ => null,
    };

    private object? Instrument(VenueCall call, SimulatedMarket market, string name) => name switch
    {
        "Status" => StatusOf(market),
        "OrderTypes" => Form.Kinds.Words,
        "BaseAssetPrecision" or "QuoteAssetPrecision" or "BaseCommissionPrecision" or "QuoteCommissionPrecision"
            or "RawQuotePrecision" => 8,
        "Filters" => new ServerValues(RuleValues.Of(market, RuleWords)),
        "Permissions" => Array.Empty<string>(),
        "PermissionSets" => call.Arguments.Bool("showPermissionSets") == false ? [] : new[] { Permissions },
        _ => RuleValues.Of(market)(name),
    };

    private static IEnumerable<Func<string, object?>> Klines(VenueCall call) =>
        call.Candles("interval", "timeZone").Select(MarketValues.Of);

    private static ServerValues Ticker(VenueCall call, SimulatedMarket market, MarketStatistics statistics)
    {
        var all = call.Values(market).With(MarketValues.Of(market.Top)).With(MarketValues.Of(statistics));
        return call.Arguments.Text("type") == TickerType.Mini ? all.Without([.. OfFull, .. OfDay]) : all;
    }
}
