using Adapters.Domain;
using Adapters.Simulation.Rules;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What markets and the exchange take and ask of orders, by the names that specifications give it, as C#
/// properties are called.</summary>
public static class RuleValues
{
    /// <summary>What a market takes.</summary>
    public static Func<string, object?> Of(SimulatedMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        var rules = market.Rules;
        return name => name switch
        {
            "IcebergAllowed" => rules.MaxIcebergParts is not null,
            "OcoAllowed" => rules.AllowsPairs,
            "OtoAllowed" => rules.AllowsTriggeredLists,
            "OpoAllowed" => rules.AllowsPaidLists,
            "QuoteQuantityAllowed" => rules.AllowsQuoteQuantity,
            "TrailingAllowed" => rules.Trailing is not null,
            "ReplaceAllowed" => rules.AllowsReplace,
            "AmendAllowed" => rules.MaxAmends is not null,
            "IsSpotTradingAllowed" => market.Instrument.Kind == MarketKind.Spot,
            "PegInstructionsAllowed" or "IsMarginTradingAllowed" => false,
            "DefaultSelfTradePreventionMode" => VenueTexts.Capitals(rules.DefaultPrevention),
            "AllowedSelfTradePreventionModes" =>
                rules.AllowedPreventions.Select(static mode => VenueTexts.Capitals(mode)).ToArray(),
            _ => null,
        };
    }

    /// <summary>What a market asks, a record for each rule that holds there; none for others.</summary>
    /// <param name="market">The market.</param>
    /// <param name="words">The venue's words for rules; the record's name is the word's.</param>
    public static Func<string, object?> Of(SimulatedMarket market, WordTable<OrderRule> words)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(words);
        return name => words.MeaningOfName(name) is { } rule ? Of(market, rule) : null;
    }

    /// <summary>What the exchange asks in all markets together, in the same way.</summary>
    /// <param name="rules">The exchange's rules.</param>
    /// <param name="words">The venue's words for rules; the record's name is the word's.</param>
    public static Func<string, object?> Of(ExchangeRules rules, WordTable<OrderRule> words)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(words);
        return name => words.MeaningOfName(name) switch
        {
            OrderRule.OrdersOnExchange => Limit(rules.MaxOrders),
            OrderRule.TriggerOrdersOnExchange => Limit(rules.MaxTriggerOrders),
            OrderRule.IcebergOrdersOnExchange => Limit(rules.MaxIcebergOrders),
            OrderRule.OrderListsOnExchange => Limit(rules.MaxOrderLists),
            _ => null,
        };
    }

    private static ServerValues? Of(SimulatedMarket market, OrderRule rule)
    {
        var (rules, instrument) = (market.Rules, market.Instrument);
        return rule switch
        {
            OrderRule.Price or OrderRule.Quantity => new ServerValues(MarketValues.Of(market)),
            OrderRule.PriceBand => Band(rules),
            OrderRule.MarketQuantity => MarketQuantity(instrument),
            OrderRule.Notional => Notional(rules, instrument),
            OrderRule.IcebergParts => Limit(rules.MaxIcebergParts),
            OrderRule.Trailing => Trailing(rules.Trailing),
            OrderRule.Position => rules.MaxPosition is { } most ? new ServerValues(_ => most) : null,
            OrderRule.Orders => Limit(instrument.MaxOpenOrders),
            OrderRule.TriggerOrders => Limit(rules.MaxTriggerOrders),
            OrderRule.IcebergOrders => Limit(rules.MaxIcebergOrders),
            OrderRule.OrderLists => Limit(rules.MaxOrderLists),
            OrderRule.Amends => Limit(rules.MaxAmends),
            _ => null,
        };
    }

    private static ServerValues? Limit(int? most) => most is { } limit ? new ServerValues(_ => limit) : null;

    private static ServerValues? Band(TradingRules rules) => rules.BuyBandAbove is null ? null : new(name => name switch
    {
        "BidMultiplierUp" => (object?)rules.BuyBandAbove,
        "BidMultiplierDown" => rules.BuyBandBelow,
        "AskMultiplierUp" => rules.SellBandAbove,
        "AskMultiplierDown" => rules.SellBandBelow,
        "AvgPriceMins" => Minutes(rules),
        _ => null,
    });

    private static ServerValues? MarketQuantity(Market instrument) =>
        (instrument.MarketMinQuantity ?? instrument.MarketMaxQuantity ?? instrument.MarketStep) is null ? null : new(name => name switch
        {
            "MinQuantity" => instrument.MarketMinQuantity ?? 0m,
            "MaxQuantity" => instrument.MarketMaxQuantity ?? 0m,
            "StepSize" => instrument.MarketStep ?? 0m,
            _ => null,
        });

    private static ServerValues? Notional(TradingRules rules, Market instrument) =>
        (instrument.MinNotional ?? instrument.MaxNotional) is null ? null : new(name => name switch
        {
            "MinNotional" => instrument.MinNotional ?? 0m,
            "ApplyMinToMarket" => instrument.MinNotionalForMarket == true,
            "MaxNotional" => instrument.MaxNotional ?? 0m,
            "ApplyMaxToMarket" => instrument.MaxNotionalForMarket == true,
            "AvgPriceMins" => Minutes(rules),
            _ => null,
        });

    private static ServerValues? Trailing(TrailingBounds? bounds) => bounds is null ? null : new(name => name switch
    {
        "MinTrailingAboveDelta" => bounds.MinAbove,
        "MaxTrailingAboveDelta" => bounds.MaxAbove,
        "MinTrailingBelowDelta" => bounds.MinBelow,
        "MaxTrailingBelowDelta" => bounds.MaxBelow,
        _ => null,
    });

    private static int Minutes(TradingRules rules) => (int)rules.AverageWindow.TotalMinutes;
}
