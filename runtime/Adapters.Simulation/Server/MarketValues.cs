using Adapters.Domain;
using Adapters.Simulation.Depth;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Server;

/// <summary>What a market knows, by the names that specifications give it.</summary>
public static class MarketValues
{
    /// <summary>The market itself; its time stands in for every time that nothing else tells.</summary>
    public static Func<string, object?> Of(SimulatedMarket market)
    {
        ArgumentNullException.ThrowIfNull(market);
        var instrument = market.Instrument;
        return name => name switch
        {
            "Symbol" => market.Symbol.Name,
            "Time" or "EventTime" => market.Now,
            "BaseAsset" => instrument.Base.ToString(),
            "QuoteAsset" => instrument.Quote.ToString(),
            "TickSize" => instrument.Tick,
            "StepSize" => instrument.Step,
            "MinPrice" => instrument.MinPrice,
            "MaxPrice" => instrument.MaxPrice,
            "MinQuantity" => instrument.MinQuantity,
            "MaxQuantity" => instrument.MaxQuantity,
            "MinNotional" => instrument.MinNotional,
            "MaxNotional" => instrument.MaxNotional,
            _ => null,
        };
    }

    /// <summary>A trade.</summary>
    public static Func<string, object?> Of(MarketTrade trade) => name => name switch
    {
        "Id" => trade.Id,
        "Price" => trade.Price,
        "Quantity" => trade.Quantity,
        "QuoteQuantity" => trade.QuoteQuantity,
        "Time" => trade.Time,
        "BuyerIsMaker" => trade.Taker == Side.Sell,
        _ => null,
    };

    /// <summary>The trades of one order at one price.</summary>
    public static Func<string, object?> Of(AggregateTrade trade) => name => name switch
    {
        "Id" => trade.Id,
        "Price" => trade.Price,
        "Quantity" => trade.Quantity,
        "FirstId" => trade.FirstTradeId,
        "LastId" => trade.LastTradeId,
        "Time" => trade.Time,
        "BuyerIsMaker" => trade.Taker == Side.Sell,
        _ => null,
    };

    /// <summary>A candle; it closes with its last millisecond.</summary>
    public static Func<string, object?> Of(Candle candle) => name => name switch
    {
        "Interval" => IntervalText.Format(candle.Interval),
        "OpenTime" => candle.OpenTime,
        "CloseTime" => candle.EndTime - TimeSpan.FromMilliseconds(1),
        "Open" => candle.Open,
        "High" => candle.High,
        "Low" => candle.Low,
        "Close" => candle.Close,
        "Volume" => candle.Volume,
        "QuoteVolume" => candle.QuoteVolume,
        "Trades" => candle.Trades,
        "TakerVolume" => candle.TakerVolume,
        "TakerQuoteVolume" => candle.TakerQuoteVolume,
        "FirstTradeId" => candle.FirstTradeId,
        "LastTradeId" => candle.LastTradeId,
        "Closed" => candle.Closed,
        _ => null,
    };

    /// <summary>Statistics of a window.</summary>
    public static Func<string, object?> Of(MarketStatistics statistics) => name => name switch
    {
        "OpenTime" => statistics.OpenTime,
        "Time" or "CloseTime" => statistics.CloseTime,
        "Open" => statistics.Open,
        "High" => statistics.High,
        "Low" => statistics.Low,
        "Last" => statistics.Last,
        "LastQuantity" => statistics.LastQuantity,
        "PrevClosePrice" => statistics.PreviousClose ?? statistics.Open,
        "Volume" => statistics.Volume,
        "QuoteVolume" => statistics.QuoteVolume,
        "Change" => statistics.Change,
        "ChangePercent" => statistics.ChangePercent,
        "AveragePrice" => statistics.WeightedAverage,
        "Trades" => statistics.Trades,
        "FirstTradeId" => statistics.FirstTradeId,
        "LastTradeId" => statistics.LastTradeId,
        _ => null,
    };

    /// <summary>Statistics of a window that ends now and begins on a minute, so that it may be up to a minute longer.
    /// </summary>
    public static MarketStatistics Since(SimulatedMarket market, TimeSpan window)
    {
        ArgumentNullException.ThrowIfNull(market);
        return market.StatisticsSince(IntervalClock.OpenOf(Interval.Minutes1, market.Now - window));
    }

    /// <summary>The average price of a window of whole minutes that ends now.</summary>
    public static Func<string, object?> Average(SimulatedMarket market, int minutes) => name => name switch
    {
        "Minutes" => minutes,
        "Window" => $"{minutes}m",
        "Price" => market.StatisticsSince(market.Now - TimeSpan.FromMinutes(minutes)).WeightedAverage,
        "Time" => market.LastTrade.Time,
        _ => null,
    };

    /// <summary>The average price of a window of seconds that ends now, as a reference.</summary>
    public static Func<string, object?> Reference(SimulatedMarket market, int seconds) => name => name == "Price"
        ? market.StatisticsSince(market.Now - TimeSpan.FromSeconds(seconds)).WeightedAverage
        : null;

    /// <summary>Best prices; zero where there are none.</summary>
    public static Func<string, object?> Of(TopOfBook top) => name => name switch
    {
        "Version" => top.UpdateId,
        "Bid" => top.Bid?.Price ?? 0m,
        "BidQuantity" => top.Bid?.Quantity ?? 0m,
        "Ask" => top.Ask?.Price ?? 0m,
        "AskQuantity" => top.Ask?.Quantity ?? 0m,
        _ => null,
    };

    /// <summary>A book.</summary>
    public static Func<string, object?> Of(OrderBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return name => name switch
        {
            "Version" => book.Version,
            "Bids" => book.Bids,
            "Asks" => book.Asks,
            _ => null,
        };
    }

    /// <summary>What changed in a book.</summary>
    public static Func<string, object?> Of(DepthBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return name => name switch
        {
            "First" => batch.FirstId,
            "Last" => batch.LastId,
            "Previous" => batch.PreviousLastId,
            "Bids" => batch.Bids,
            "Asks" => batch.Asks,
            "Time" => batch.Time,
            _ => null,
        };
    }
}
