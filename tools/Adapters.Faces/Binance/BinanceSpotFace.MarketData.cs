using Adapters.Faces.Binance.Wire;
using Adapters.Faces.Binance.Wire.Spot;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;

namespace Adapters.Faces.Binance;

/// <content>Clock, instruments, books, trades, candles and tickers.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md"/></content>
public sealed partial class BinanceSpotFace
{
    private static readonly string[] OfFull = ["Change", "ChangePercent", "AveragePrice"];

    private static readonly string[] OfDay =
        ["PrevClosePrice", "LastQuantity", "Bid", "BidQuantity", "Ask", "AskQuantity"];

    private static readonly string[] OrderTypes =
    [
        OrderType.Limit, OrderType.LimitMaker, OrderType.Market, OrderType.StopLoss, OrderType.StopLossLimit,
        OrderType.TakeProfit, OrderType.TakeProfitLimit,
    ];

    private void AddMarketData()
    {
        Endpoints.Nothing("Ping");
        Endpoints.One<ServerClock>("GetTime", call => new(_ => call.Now));
        Endpoints.One<ExchangeInfo>("GetExchangeInfo", call => new(name => Exchange(call, name)));
        Endpoints.One<ExecutionRules>("GetExecutionRules", call => new(_ => call.Markets.Select(
            market => call.Values(market).With("Rules", new ServerValues(_ => null)))));
        Endpoints.One<Wire.Spot.Depth>("GetDepth", call => call.Values(call.Market)
            .With(MarketValues.Of(call.Market.Book(Limit(call, 100, 5000)))));
        Endpoints.Many<RestTrade>("GetTrades", call => call.Market.LastTrades(Limit(call)).Select(MarketValues.Of));
        Endpoints.Many<RestTrade>("GetHistoricalTrades", call => (call.Arguments.Long("fromId") is { } id
            ? call.Market.TradesFrom(id, Limit(call))
            : call.Market.LastTrades(Limit(call))).Select(MarketValues.Of));
        Endpoints.Many<RestTrade>("GetBlockTrades", _ => []); // none happen here
        Endpoints.Many<AggTrade>("GetAggTrades", call => Aggregates(call).Select(MarketValues.Of));
        Endpoints.Many<Bar>("GetKlines", Klines);
        Endpoints.Many<Bar>("GetUiKlines", Klines);
        Endpoints.One<AvgPrice>("GetAvgPrice", call => call.Values(call.Market).With(Average(call.Market)));
        Endpoints.One<ReferencePrice>(
            "GetReferencePrice", call => call.Values(call.Market).With(Reference(call.Market)));
        Endpoints.One<ReferenceCalculation>("GetReferenceCalculation", call => call.Values(call.Market)
            .With("CalculationType", CalculationType.ArithmeticMean)
            .With("BucketCount", 20).With("BucketWidthMs", 500));
        Endpoints.Each<Ticker24h>("GetTickers24h", (call, market) => Ticker(call, market, market.Statistics()));
        Endpoints.Each<Ticker24h>("GetTradingDay", (call, market) =>
        {
            var open = IntervalClock.OpenOf(Interval.Days1, call.Now, Offset(call));
            var end = open + TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1);
            return Ticker(call, market, market.StatisticsSince(open) with { CloseTime = end }).Without(OfDay);
        });
        Endpoints.Each<Ticker24h>("GetRollingTickers", (call, market) => Ticker(
            call, market, Rolling(market, call.Arguments.Text("windowSize") ?? "1d")).Without(OfDay));
        Endpoints.Each<PriceTicker>(
            "GetPrices", (call, market) => call.Values(market).With(MarketValues.Of(market.LastTrade)));
        Endpoints.Each<BookTicker>(
            "GetBookTickers", (call, market) => call.Values(market).With(MarketValues.Of(market.Top)));
    }

    private object? Exchange(VenueCall call, string name) => name switch
    {
        "Timezone" => "UTC",
        "ServerTime" => call.Now,
        "RateLimits" => Catalogue.Limits.Where(limit => Kind(limit.Name) is not null).SelectMany(limit =>
            limit.Windows.Select(window => Limit(limit.Name, window.Length, window.Capacity, null))),
        "ExchangeFilters" => new ServerValues(_ => null),
        "Symbols" => !call.Arguments.Has("permissions")
            || (call.Arguments.List("permissions") ?? [call.Arguments.Text("permissions")!]).Contains("SPOT")
            ? call.Markets.Select(market => call.Values(market).With(member => Instrument(call, market, member)))
            : Array.Empty<ServerValues>(),
        _ => null,
    };

    private static object? Instrument(VenueCall call, SimulatedMarket market, string name) => name switch
    {
        "Status" => Status(market),
        "OrderTypes" => OrderTypes,
        "BaseAssetPrecision" or "QuoteAssetPrecision" or "BaseCommissionPrecision" or "QuoteCommissionPrecision"
            or "RawQuotePrecision" => 8,
        "IcebergAllowed" or "OcoAllowed" or "OtoAllowed" or "QuoteOrderQtyMarketAllowed" or "CancelReplaceAllowed"
            or "AmendAllowed" or "IsSpotTradingAllowed" => true,
        "OpoAllowed" or "AllowTrailingStop" or "PegInstructionsAllowed" or "IsMarginTradingAllowed" => false,
        "PriceFilter" or "LotSize" or "Notional" or "ApplyMinToMarket" => true,
        "ApplyMaxToMarket" => false,
        "MaxNotional" => 9_000_000m,
        "AvgPriceMins" => 5,
        "MaxNumOrders" => new ServerValues(_ => market.Instrument.MaxOpenOrders ?? 200),
        "Permissions" => Array.Empty<string>(),
        "PermissionSets" => call.Arguments.Bool("showPermissionSets") == false ? [] : new string[][] { ["SPOT"] },
        "DefaultSelfTradePreventionMode" => StpMode.ExpireMaker,
        "AllowedSelfTradePreventionModes" => new[] { StpMode.ExpireTaker, StpMode.ExpireMaker, StpMode.ExpireBoth },
        _ => null,
    };

    private static int Limit(VenueCall call, int usual = 500, int most = 1000) =>
        (call.Arguments.Long("limit") ?? usual) switch
        {
            < 1 => throw Invalid("limit").Thrown(),
            var limit => (int)Math.Min(limit, most),
        };

    private static IEnumerable<AggregateTrade> Aggregates(VenueCall call)
    {
        var (limit, from, to) = (Limit(call), call.Arguments.Time("startTime"), call.Arguments.Time("endTime"));
        if (call.Arguments.Long("fromId") is { } id)
        {
            return call.Market.AggregatesFrom(id, limit);
        }

        if (from is null && to is null)
        {
            return call.Market.LastAggregates(limit);
        }

        var inside = AggregateTrade.From([.. call.Market.TradesBetween(from ?? Timestamp.Epoch, to ?? call.Now)]);
        return from is null ? inside.TakeLast(limit) : inside.Take(limit);
    }

    private static IEnumerable<Func<string, object?>> Klines(VenueCall call) => call.Market.Candles(
        IntervalText.Parse(call.Arguments.Text("interval")!), Offset(call), call.Arguments.Time("startTime"),
        call.Arguments.Time("endTime"), Limit(call)).Select(MarketValues.Of);

    private static TimeSpan Offset(VenueCall call) =>
        VenueTexts.TryReadOffset(call.Arguments.Text("timeZone") ?? "0", out var offset)
            ? offset
            : throw Invalid("timeZone").Thrown();

    private static ServerValues Ticker(VenueCall call, SimulatedMarket market, MarketStatistics statistics)
    {
        var all = call.Values(market).With(MarketValues.Of(market.Top)).With(MarketValues.Of(statistics));
        return call.Arguments.Text("type") == TickerType.Mini ? all.Without([.. OfFull, .. OfDay]) : all;
    }

    /// <summary>Begins on a minute, so that it may be up to a minute longer.</summary>
    private static MarketStatistics Rolling(SimulatedMarket market, string text) =>
        VenueTexts.TryReadWindow(text, out var window)
            ? market.StatisticsSince(IntervalClock.OpenOf(Interval.Minutes1, market.Now - window))
            : throw Invalid("windowSize").Thrown();

    private static Func<string, object?> Average(SimulatedMarket market) => name => name switch
    {
        "Minutes" => 5,
        "Window" => "5m",
        "Price" => market.StatisticsSince(market.Now - TimeSpan.FromMinutes(5)).WeightedAverage,
        "Time" => market.LastTrade.Time,
        _ => null,
    };

    private static Func<string, object?> Reference(SimulatedMarket market) => name =>
        name == "Price" ? market.StatisticsSince(market.Now - TimeSpan.FromSeconds(10)).WeightedAverage : null;
}
