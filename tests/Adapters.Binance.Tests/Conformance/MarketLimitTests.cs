using System.Text;
using System.Text.Json.Nodes;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>What the filters of exchangeInfo become: each may be missing, and zeros are limits that are switched off.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/filters.md"/></summary>
public sealed class MarketLimitTests
{
    [Fact]
    public void A_market_without_filters_has_no_limits()
    {
        var market = Market([]);

        Assert.Equal((0m, 0m, null, null), (market.Tick, market.Step, market.MinQuantity, market.MaxQuantity));
        Assert.Equal((null, null, null), (market.MarketStep, market.MarketMinQuantity, market.MarketMaxQuantity));
        Assert.Equal((null, null), (market.MinNotional, market.MaxNotional));
        Assert.Equal((null, null), (market.MinNotionalForMarket, market.MaxNotionalForMarket));
        Assert.True(market.Check(0.123456789m, 1e12m).IsValid);
        Assert.True(market.CheckMarketQuantity(1e-12m).IsValid);
        Assert.True(market.CheckQuoteQuantity(1e-8m).IsValid);
        Assert.Equal(MarketRule.QuoteDigits, market.CheckQuoteQuantity(1e-9m).Rule); // no filter, but the asset's precision
    }

    [Fact]
    public void Zeros_switch_the_lot_of_market_orders_off()
    {
        var market = Market(
        [
            Lot("LOT_SIZE", "0.00100000", "100.00000000", "0.00100000"),
            Lot("MARKET_LOT_SIZE", "0.00000000", "0.00000000", "0.00000000"),
        ]);

        Assert.True(market.CheckMarketQuantity(100m).IsValid);
        Assert.Equal(MarketRule.MaxQuantity, market.CheckMarketQuantity(100.001m).Rule);
        Assert.Equal(1.234m, market.RoundMarketQuantity(1.2345m, Rounding.Down));
    }

    [Fact]
    public void Market_orders_keep_both_lots_and_limit_orders_one()
    {
        var market = Market(
        [
            Lot("LOT_SIZE", "0.00100000", "100.00000000", "0.00100000"),
            Lot("MARKET_LOT_SIZE", "0.01000000", "50.00000000", "0.00500000"),
        ]);

        Assert.True(market.CheckQuantity(50.001m).IsValid);
        Assert.Equal(MarketRule.MarketMaxQuantity, market.CheckMarketQuantity(50.001m).Rule);
        Assert.Equal(MarketRule.MarketMinQuantity, market.CheckMarketQuantity(0.005m).Rule);
        Assert.Equal(MarketRule.MarketStep, market.CheckMarketQuantity(0.011m).Rule);
        Assert.Equal(MarketRule.Step, market.CheckMarketQuantity(0.0105m).Rule);
        Assert.Equal(0.015m, market.RoundMarketQuantity(0.0199m, Rounding.Down));
        Assert.Equal(0.019m, market.RoundQuantity(0.0199m, Rounding.Down));
    }

    [Theory]
    [InlineData(true, 4.99, MarketRule.MinNotional)]
    [InlineData(false, 4.99, null)]
    public void The_older_filter_of_values_has_a_lower_limit_alone(bool isForMarket, double quote, MarketRule? expected)
    {
        var market = Market([MinNotional("5.00000000", isForMarket)]);

        Assert.Equal((5m, null, isForMarket), (market.MinNotional, market.MaxNotional, market.MinNotionalForMarket));
        Assert.Null(market.MaxNotionalForMarket);
        Assert.Equal(expected, market.CheckQuoteQuantity((decimal)quote).Rule);
        Assert.Equal(MarketRule.MinNotional, market.Check(4.99m, 1m).Rule);
        Assert.True(market.Check(1e9m, 1e9m).IsValid);
    }

    [Theory]
    [InlineData(true, false, 4.99, MarketRule.MinNotional)]
    [InlineData(true, false, 9_000.01, null)]
    [InlineData(false, true, 4.99, null)]
    [InlineData(false, true, 9_000.01, MarketRule.MaxNotional)]
    public void The_newer_filter_of_values_says_for_each_limit_whether_market_orders_keep_it(
        bool isMinForMarket, bool isMaxForMarket, double quote, MarketRule? expected)
    {
        var market = Market([Notional("5.00000000", isMinForMarket, "9000.00000000", isMaxForMarket)]);

        Assert.Equal(expected, market.CheckQuoteQuantity((decimal)quote).Rule);
        Assert.Equal(MarketRule.MinNotional, market.Check(4.99m, 1m).Rule);
        Assert.Equal(MarketRule.MaxNotional, market.Check(9_000.01m, 1m).Rule);
    }

    [Fact]
    public void Where_both_filters_of_values_are_there_the_newer_one_counts_as_a_whole()
    {
        var market = Market([MinNotional("7.00000000", true), Notional("5.00000000", false, "9000.00000000", true)]);

        Assert.Equal((5m, 9_000m), (market.MinNotional, market.MaxNotional));
        Assert.Equal((false, true), (market.MinNotionalForMarket, market.MaxNotionalForMarket));
    }

    [Fact]
    public void Limits_of_the_average_price_and_of_the_account_are_left_to_the_venue()
    {
        var market = Market(
        [
            """{"filterType":"PERCENT_PRICE_BY_SIDE","bidMultiplierUp":"1","bidMultiplierDown":"1","askMultiplierUp":"1","askMultiplierDown":"1","avgPriceMins":0}""",
            """{"filterType":"PERCENT_PRICE","multiplierUp":"1","multiplierDown":"1","avgPriceMins":0}""",
            """{"filterType":"MAX_POSITION","maxPosition":"0.00000001"}""",
            """{"filterType":"MAX_NUM_ORDERS","maxNumOrders":0}""",
        ]);

        Assert.True(market.Check(1e9m, 1e9m).IsValid);
        Assert.True(market.CheckMarketQuantity(1e9m).IsValid);
        Assert.Equal(0, market.MaxOpenOrders);
    }

    private static string Lot(string type, string min, string max, string step) =>
        $$"""{"filterType":"{{type}}","minQty":"{{min}}","maxQty":"{{max}}","stepSize":"{{step}}"}""";

    private static string MinNotional(string min, bool isForMarket) =>
        $$"""{"filterType":"MIN_NOTIONAL","minNotional":"{{min}}","applyToMarket":{{Json(isForMarket)}},"avgPriceMins":5}""";

    private static string Notional(string min, bool isMinForMarket, string max, bool isMaxForMarket) => $$"""
        {"filterType":"NOTIONAL","minNotional":"{{min}}","applyMinToMarket":{{Json(isMinForMarket)}},"maxNotional":"{{max}}",
        "applyMaxToMarket":{{Json(isMaxForMarket)}},"avgPriceMins":5}
        """;

    private static string Json(bool value) => value ? "true" : "false";

    /// <summary>The first market of the sample, with other filters.</summary>
    private static Market Market(string[] filters)
    {
        var info = JsonNode.Parse(Samples.Read("spot/GetExchangeInfo.json"))!;
        var symbol = info["symbols"]![0]!;
        symbol["filters"] = new JsonArray([.. filters.Select(filter => JsonNode.Parse(filter))]);
        info["symbols"] = new JsonArray(symbol.DeepClone());
        var endpoint = BinanceSpotCatalogue.Instance.Endpoints.Single(item => item.Name == "GetExchangeInfo");
        var inspection = Inspector.Inspect(
            endpoint.Decode!, endpoint.ToDomain, Encoding.UTF8.GetBytes(info.ToJsonString()), new SymbolTable(),
            new Dictionary<string, string>());
        return Assert.Single(inspection.Domain.OfType<Market>());
    }
}
