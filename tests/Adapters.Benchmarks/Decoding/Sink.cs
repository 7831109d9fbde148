using System.Globalization;
using System.Text;
using Adapters.Domain;

namespace Adapters.Benchmarks.Decoding;

/// <summary>The handler of every way: keeps the values that a trader would look at first. While it describes, it writes
/// all values down instead, which is how ways are proven equal before they are measured.</summary>
internal sealed class Sink
{
    internal bool Describes { get; set; }

    internal string Text { get; private set; } = "";

    internal decimal First;
    internal decimal Second;
    internal Symbol? Symbol;
    internal long Number;

    internal void Trade(in TradeValues values)
    {
        First = values.Price;
        Second = values.Quantity;
        Symbol = values.Symbol;
        Number = values.Id;
        if (Describes)
        {
            Describe(in values);
        }
    }

    internal void Depth(in DepthValues values)
    {
        First = values.Bids[^1].Price;
        Second = values.Asks[^1].Quantity;
        Symbol = values.Symbol;
        Number = values.Last;
        if (Describes)
        {
            Describe(in values);
        }
    }

    internal void Ticker(in TickerValues values)
    {
        First = values.Last;
        Second = values.Volume;
        Symbol = values.Symbol;
        Number = values.Trades;
        if (Describes)
        {
            Describe(in values);
        }
    }

    internal void Kline(in KlineValues values)
    {
        First = values.Close;
        Second = values.Volume;
        Symbol = values.Symbol;
        Number = values.Trades;
        if (Describes)
        {
            Describe(in values);
        }
    }

    internal void BookTicker(in BookTickerValues values)
    {
        First = values.Bid;
        Second = values.Ask;
        Symbol = values.Symbol;
        Number = values.Version;
        if (Describes)
        {
            Describe(in values);
        }
    }

    private void Describe(in TradeValues values)
    {
        Write(
            values.EventTime, values.Symbol, values.Id, values.Price, values.Quantity, values.BuyerOrderId,
            values.SellerOrderId, values.Time, values.BuyerIsMaker);
    }

    private void Describe(in DepthValues values)
    {
        Write(
            values.Time, values.Symbol, values.First, values.Last, string.Join(' ', values.Bids.ToArray()),
            string.Join(' ', values.Asks.ToArray()));
    }

    private void Describe(in TickerValues values)
    {
        Write(
            values.Time, values.Symbol, values.Change, values.ChangePercent, values.Average, values.PreviousClose,
            values.Last, values.LastQuantity, values.Bid, values.BidQuantity, values.Ask, values.AskQuantity,
            values.Open, values.High, values.Low, values.Volume, values.QuoteVolume, values.OpenTime,
            values.CloseTime, values.FirstId, values.LastId, values.Trades);
    }

    private void Describe(in KlineValues values)
    {
        Write(
            values.EventTime, values.Symbol, values.OpenTime, values.CloseTime, values.Interval, values.FirstId,
            values.LastId, values.Open, values.Close, values.High, values.Low, values.Volume, values.Trades,
            values.IsClosed, values.QuoteVolume, values.TakerVolume, values.TakerQuoteVolume);
    }

    private void Describe(in BookTickerValues values)
    {
        Write(
            values.Version, values.Symbol, values.Bid, values.BidQuantity, values.Ask, values.AskQuantity);
    }

    private void Write(params ReadOnlySpan<object?> values)
    {
        var text = new StringBuilder();
        foreach (var value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value ?? "none"}|");
        }

        Text = text.ToString();
    }
}
