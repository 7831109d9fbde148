using System.Text.Json;
using Adapters.Domain;

namespace Adapters.Benchmarks.Decoding;

/// <content>The messages.</content>
internal sealed partial class HandwrittenDecoder
{
    private void Trade(ref Utf8JsonReader reader, Sink sink)
    {
        Begin(ref reader);
        var values = default(TradeValues);
        var seen = 0;
        while (Next(ref reader, out var name))
        {
            switch (name)
            {
                case (byte)'e': Expect(ref reader, "trade"u8); seen |= 1; break;
                case (byte)'E': values.EventTime = reader.GetInt64(); seen |= 2; break;
                case (byte)'s': values.Symbol = Symbol(ref reader); seen |= 4; break;
                case (byte)'t': values.Id = reader.GetInt64(); seen |= 8; break;
                case (byte)'p': values.Price = Decimal(ref reader); seen |= 16; break;
                case (byte)'q': values.Quantity = Decimal(ref reader); seen |= 32; break;
                case (byte)'b': values.BuyerOrderId = reader.GetInt64(); break;
                case (byte)'a': values.SellerOrderId = reader.GetInt64(); break;
                case (byte)'T': values.Time = reader.GetInt64(); seen |= 64; break;
                case (byte)'m': values.BuyerIsMaker = reader.GetBoolean(); seen |= 128; break;
                default: reader.Skip(); break;
            }
        }

        Require(seen, 255);
        sink.Trade(values);
    }

    private void Depth(ref Utf8JsonReader reader, Sink sink)
    {
        Begin(ref reader);
        var values = default(DepthValues);
        var seen = 0;
        while (Next(ref reader, out var name))
        {
            switch (name)
            {
                case (byte)'e': Expect(ref reader, "depthUpdate"u8); seen |= 1; break;
                case (byte)'E': values.Time = reader.GetInt64(); seen |= 2; break;
                case (byte)'s': values.Symbol = Symbol(ref reader); seen |= 4; break;
                case (byte)'U': values.First = reader.GetInt64(); seen |= 8; break;
                case (byte)'u': values.Last = reader.GetInt64(); seen |= 16; break;
                case (byte)'b': values.Bids = Levels(ref reader, ref _bids); seen |= 32; break;
                case (byte)'a': values.Asks = Levels(ref reader, ref _asks); seen |= 64; break;
                default: reader.Skip(); break;
            }
        }

        Require(seen, 127);
        sink.Depth(values);
    }

    private void Ticker(ref Utf8JsonReader reader, Sink sink)
    {
        Begin(ref reader);
        var values = default(TickerValues);
        var seen = 0;
        while (Next(ref reader, out var name))
        {
            switch (name)
            {
                case (byte)'e': Expect(ref reader, "24hrTicker"u8); seen |= 1; break;
                case (byte)'E': values.Time = reader.GetInt64(); seen |= 1 << 1; break;
                case (byte)'s': values.Symbol = Symbol(ref reader); seen |= 1 << 2; break;
                case (byte)'p': values.Change = Decimal(ref reader); seen |= 1 << 3; break;
                case (byte)'P': values.ChangePercent = Decimal(ref reader); seen |= 1 << 4; break;
                case (byte)'w': values.Average = Decimal(ref reader); seen |= 1 << 5; break;
                case (byte)'x': values.PreviousClose = Decimal(ref reader); seen |= 1 << 6; break;
                case (byte)'c': values.Last = Decimal(ref reader); seen |= 1 << 7; break;
                case (byte)'Q': values.LastQuantity = Decimal(ref reader); seen |= 1 << 8; break;
                case (byte)'b': values.Bid = Decimal(ref reader); seen |= 1 << 9; break;
                case (byte)'B': values.BidQuantity = Decimal(ref reader); seen |= 1 << 10; break;
                case (byte)'a': values.Ask = Decimal(ref reader); seen |= 1 << 11; break;
                case (byte)'A': values.AskQuantity = Decimal(ref reader); seen |= 1 << 12; break;
                case (byte)'o': values.Open = Decimal(ref reader); seen |= 1 << 13; break;
                case (byte)'h': values.High = Decimal(ref reader); seen |= 1 << 14; break;
                case (byte)'l': values.Low = Decimal(ref reader); seen |= 1 << 15; break;
                case (byte)'v': values.Volume = Decimal(ref reader); seen |= 1 << 16; break;
                case (byte)'q': values.QuoteVolume = Decimal(ref reader); seen |= 1 << 17; break;
                case (byte)'O': values.OpenTime = reader.GetInt64(); seen |= 1 << 18; break;
                case (byte)'C': values.CloseTime = reader.GetInt64(); seen |= 1 << 19; break;
                case (byte)'F': values.FirstId = reader.GetInt64(); seen |= 1 << 20; break;
                case (byte)'L': values.LastId = reader.GetInt64(); seen |= 1 << 21; break;
                case (byte)'n': values.Trades = reader.GetInt64(); seen |= 1 << 22; break;
                default: reader.Skip(); break;
            }
        }

        Require(seen, (1 << 23) - 1);
        sink.Ticker(values);
    }

    private void Kline(ref Utf8JsonReader reader, Sink sink)
    {
        Begin(ref reader);
        var values = default(KlineValues);
        var seen = 0;
        while (Next(ref reader, out var name))
        {
            switch (name)
            {
                case (byte)'e': Expect(ref reader, "kline"u8); seen |= 1; break;
                case (byte)'E': values.EventTime = reader.GetInt64(); seen |= 2; break;
                case (byte)'s': values.Symbol = Symbol(ref reader); seen |= 4; break;
                case (byte)'k': Bar(ref reader, ref values); seen |= 8; break;
                default: reader.Skip(); break;
            }
        }

        Require(seen, 15);
        sink.Kline(values);
    }

    private static void Bar(ref Utf8JsonReader reader, ref KlineValues values)
    {
        Begin(ref reader);
        var seen = 0;
        while (Next(ref reader, out var name))
        {
            switch (name)
            {
                case (byte)'t': values.OpenTime = reader.GetInt64(); seen |= 1; break;
                case (byte)'T': values.CloseTime = reader.GetInt64(); seen |= 1 << 1; break;
                case (byte)'i': values.Interval = IntervalOf(ref reader); seen |= 1 << 2; break;
                case (byte)'f': values.FirstId = reader.GetInt64(); seen |= 1 << 3; break;
                case (byte)'L': values.LastId = reader.GetInt64(); seen |= 1 << 4; break;
                case (byte)'o': values.Open = Decimal(ref reader); seen |= 1 << 5; break;
                case (byte)'c': values.Close = Decimal(ref reader); seen |= 1 << 6; break;
                case (byte)'h': values.High = Decimal(ref reader); seen |= 1 << 7; break;
                case (byte)'l': values.Low = Decimal(ref reader); seen |= 1 << 8; break;
                case (byte)'v': values.Volume = Decimal(ref reader); seen |= 1 << 9; break;
                case (byte)'n': values.Trades = reader.GetInt64(); seen |= 1 << 10; break;
                case (byte)'x': values.IsClosed = reader.GetBoolean(); seen |= 1 << 11; break;
                case (byte)'q': values.QuoteVolume = Decimal(ref reader); seen |= 1 << 12; break;
                case (byte)'V': values.TakerVolume = Decimal(ref reader); seen |= 1 << 13; break;
                case (byte)'Q': values.TakerQuoteVolume = Decimal(ref reader); seen |= 1 << 14; break;
                default: reader.Skip(); break;
            }
        }

        Require(seen, (1 << 15) - 1);
    }

    private static Interval IntervalOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("1m"u8) ? Interval.Minutes1
        : reader.ValueTextEquals("1h"u8) ? Interval.Hours1
        : throw new FormatException("The interval is not known.");

    private void BookTicker(ref Utf8JsonReader reader, Sink sink)
    {
        Begin(ref reader);
        var values = default(BookTickerValues);
        var seen = 0;
        while (Next(ref reader, out var name))
        {
            switch (name)
            {
                case (byte)'u': values.Version = reader.GetInt64(); seen |= 1; break;
                case (byte)'s': values.Symbol = Symbol(ref reader); seen |= 2; break;
                case (byte)'b': values.Bid = Decimal(ref reader); seen |= 4; break;
                case (byte)'B': values.BidQuantity = Decimal(ref reader); seen |= 8; break;
                case (byte)'a': values.Ask = Decimal(ref reader); seen |= 16; break;
                case (byte)'A': values.AskQuantity = Decimal(ref reader); seen |= 32; break;
                default: reader.Skip(); break;
            }
        }

        Require(seen, 63);
        sink.BookTicker(values);
    }
}
