using Adapters.Domain;

namespace Adapters.Benchmarks.Decoding;

/// <summary>What a way has read of a trade.</summary>
internal struct TradeValues
{
    internal long EventTime;
    internal Symbol Symbol;
    internal long Id;
    internal decimal Price;
    internal decimal Quantity;
    internal long? BuyerOrderId;
    internal long? SellerOrderId;
    internal long Time;
    internal bool BuyerIsMaker;
}

/// <summary>What a way has read of a book's change; the lists are the reader's and live until its next message.</summary>
internal ref struct DepthValues
{
    internal long Time;
    internal Symbol Symbol;
    internal long First;
    internal long Last;
    internal ReadOnlySpan<Level> Bids;
    internal ReadOnlySpan<Level> Asks;
}

/// <summary>What a way has read of a day's statistics.</summary>
internal struct TickerValues
{
    internal long Time;
    internal Symbol Symbol;
    internal decimal Change;
    internal decimal ChangePercent;
    internal decimal Average;
    internal decimal PreviousClose;
    internal decimal Last;
    internal decimal LastQuantity;
    internal decimal Bid;
    internal decimal BidQuantity;
    internal decimal Ask;
    internal decimal AskQuantity;
    internal decimal Open;
    internal decimal High;
    internal decimal Low;
    internal decimal Volume;
    internal decimal QuoteVolume;
    internal long OpenTime;
    internal long CloseTime;
    internal long FirstId;
    internal long LastId;
    internal long Trades;
}

/// <summary>What a way has read of a bar.</summary>
internal struct KlineValues
{
    internal long EventTime;
    internal Symbol Symbol;
    internal long OpenTime;
    internal long CloseTime;
    internal Interval Interval;
    internal long FirstId;
    internal long LastId;
    internal decimal Open;
    internal decimal Close;
    internal decimal High;
    internal decimal Low;
    internal decimal Volume;
    internal long Trades;
    internal bool IsClosed;
    internal decimal QuoteVolume;
    internal decimal TakerVolume;
    internal decimal TakerQuoteVolume;
}

/// <summary>What a way has read of the best prices.</summary>
internal struct BookTickerValues
{
    internal long Version;
    internal Symbol Symbol;
    internal decimal Bid;
    internal decimal BidQuantity;
    internal decimal Ask;
    internal decimal AskQuantity;
}
