using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Cli.Output;

/// <summary>Domain values as JSON objects by the names of their properties.</summary>
internal static partial class DomainJson
{
    /// <summary>Writes the properties of a domain value into an object that is open, its type first.</summary>
    /// <exception cref="NotSupportedException">Nothing is known of the type.</exception>
    public static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case Trade trade:
                Write(json, trade);
                break;
            case Ticker ticker:
                Write(json, ticker);
                break;
            case Quote quote:
                Write(json, quote);
                break;
            case Kline kline:
                Write(json, kline);
                break;
            case OrderBook book:
                Write(json, book);
                break;
            case BookChange change:
                Write(json, change);
                break;
            case Market market:
                Write(json, market);
                break;
            case RateLimitInfo limit:
                Write(json, limit);
                break;
            case Order order:
                Write(json, order);
                break;
            case Fill fill:
                Write(json, fill);
                break;
            case Balance balance:
                Write(json, balance);
                break;
            case Fees fees:
                Write(json, fees);
                break;
            default:
                throw new NotSupportedException($"The tool cannot write a {value.GetType().Name} as JSON yet.");
        }
    }

    public static void Write(Utf8JsonWriter json, in Trade trade)
    {
        json.WriteString("type", "Trade");
        Symbol(json, trade.Symbol);
        json.WriteString("id", trade.Id.ToString());
        json.Put("price", trade.Price);
        json.Put("quantity", trade.Quantity);
        json.Put("quoteQuantity", trade.QuoteQuantity);
        json.WriteString("side", trade.Side.ToString());
        Times(json, trade.Time, trade.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, in Ticker ticker)
    {
        json.WriteString("type", "Ticker");
        Symbol(json, ticker.Symbol);
        json.Put("last", ticker.Last);
        json.Put("open", ticker.Open);
        json.Put("high", ticker.High);
        json.Put("low", ticker.Low);
        json.Put("bid", ticker.Bid);
        json.Put("bidQuantity", ticker.BidQuantity);
        json.Put("ask", ticker.Ask);
        json.Put("askQuantity", ticker.AskQuantity);
        json.Put("volume", ticker.Volume);
        json.Put("quoteVolume", ticker.QuoteVolume);
        json.Put("change", ticker.Change);
        json.Put("changePercent", ticker.ChangePercent);
        json.Put("averagePrice", ticker.AveragePrice);
        json.Put("trades", ticker.Trades);
        json.Put("openTime", ticker.OpenTime);
        Times(json, ticker.Time, ticker.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, in Quote quote)
    {
        json.WriteString("type", "Quote");
        Symbol(json, quote.Symbol);
        json.Put("bid", quote.Bid);
        json.Put("bidQuantity", quote.BidQuantity);
        json.Put("ask", quote.Ask);
        json.Put("askQuantity", quote.AskQuantity);
        json.Put("version", quote.Version);
        Times(json, quote.Time, quote.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, in Kline kline)
    {
        json.WriteString("type", "Kline");
        Symbol(json, kline.Symbol);
        json.WriteString("interval", IntervalText.Format(kline.Interval));
        json.Put("openTime", kline.OpenTime);
        json.Put("open", kline.Open);
        json.Put("high", kline.High);
        json.Put("low", kline.Low);
        json.Put("close", kline.Close);
        json.Put("volume", kline.Volume);
        json.Put("closeTime", kline.CloseTime);
        json.Put("quoteVolume", kline.QuoteVolume);
        json.Put("trades", kline.Trades);
        json.Put("takerVolume", kline.TakerVolume);
        json.Put("takerQuoteVolume", kline.TakerQuoteVolume);
        json.Put("closed", kline.Closed);
        json.Put("receivedAt", kline.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, OrderBook book)
    {
        json.WriteString("type", "OrderBook");
        Symbol(json, book.Symbol);
        json.Put("version", book.Version);
        json.Put("bids", book.Bids);
        json.Put("asks", book.Asks);
        json.Put("time", book.Time);
    }

    public static void Write(Utf8JsonWriter json, BookChange change)
    {
        json.WriteString("type", "BookUpdate");
        Symbol(json, change.Symbol);
        json.Put("first", change.First);
        json.Put("last", change.Last);
        json.Put("previous", change.Previous);
        json.Put("bids", change.Bids);
        json.Put("asks", change.Asks);
        Times(json, change.Time, change.ReceivedAt);
    }

    public static void Write(Utf8JsonWriter json, Market market)
    {
        json.WriteString("type", "Market");
        Symbol(json, market.Symbol);
        json.WriteString("kind", market.Kind.ToString());
        json.WriteString("base", market.Base.Code);
        json.WriteString("quote", market.Quote.Code);
        json.Put("settle", market.Settle?.Code);
        json.WriteString("status", market.Status.ToString());
        json.Put("tick", market.Tick);
        json.Put("step", market.Step);
        json.Put("minPrice", market.MinPrice);
        json.Put("maxPrice", market.MaxPrice);
        json.Put("minQuantity", market.MinQuantity);
        json.Put("maxQuantity", market.MaxQuantity);
        json.Put("marketStep", market.MarketStep);
        json.Put("marketMinQuantity", market.MarketMinQuantity);
        json.Put("marketMaxQuantity", market.MarketMaxQuantity);
        json.Put("minNotional", market.MinNotional);
        json.Put("maxNotional", market.MaxNotional);
        json.Put("minNotionalForMarket", market.MinNotionalForMarket);
        json.Put("maxNotionalForMarket", market.MaxNotionalForMarket);
        json.Put("quoteDigits", market.QuoteDigits);
        json.Put("contractSize", market.ContractSize);
        json.Put("expiry", market.Expiry);
        json.Put("maxOpenOrders", market.MaxOpenOrders);
    }

    public static void Write(Utf8JsonWriter json, in RateLimitInfo limit)
    {
        json.WriteString("type", "RateLimit");
        json.WriteString("kind", limit.Kind.ToString());
        json.WriteString("unit", limit.Unit.ToString());
        json.Put("per", (long)limit.Per);
        json.Put("capacity", limit.Capacity);
        json.Put("used", limit.Used);
    }

    // A message of a call may leave its symbol to the call's argument, which a file does not tell.
    private static void Symbol(Utf8JsonWriter json, Symbol symbol)
    {
        if (symbol.Name == Inspector.NoSymbol && !symbol.IsResolved)
        {
            json.WriteNull("symbol");
            json.WriteBoolean("resolved", false);
        }
        else
        {
            json.Put(symbol);
        }
    }

    private static void Times(Utf8JsonWriter json, Timestamp? time, Timestamp? receivedAt)
    {
        json.Put("time", time);
        json.Put("receivedAt", receivedAt);
    }
}
