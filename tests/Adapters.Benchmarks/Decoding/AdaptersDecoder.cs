using System.Text;
using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Domain;
using Adapters.Simulation.Transport;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Benchmarks.Decoding;

/// <summary>This project's way: the generated decoders, reached as a frame reaches them, through the connection's dispatch
/// by topic. The frames come from an array instead of a socket.</summary>
internal sealed class AdaptersDecoder : IDecoder
{
    public string Name => "Adapters, dispatch by topic included";

    public Action<byte[]> For(MessageKind kind, Sink sink)
    {
        var client = Open();
        var subscriptions = Payloads.Symbols
            .Select(symbol => Subscribe(client, kind, symbol, sink).AsTask().GetAwaiter().GetResult()).ToArray();
        var connection = subscriptions[0].Source.Connection!;
        return frame => client.OnMessage(connection, frame);
    }

    internal static StreamClient Open()
    {
        var sockets = new InMemoryWebSockets(static socket => socket.Received += frame => Acknowledge(socket, frame));
        var catalogue = BinanceSpotCatalogue.Instance;
        return new StreamClient(
            catalogue, catalogue.Sockets.First(static socket => socket.Name == "market"), catalogue.Environment("live"),
            new StreamOptions(), sockets, new SymbolTable(), TimeProvider.System);
    }

    private static void Acknowledge(InMemorySocket socket, ReadOnlyMemory<byte> frame)
    {
        using var json = JsonDocument.Parse(frame);
        socket.Send(Encoding.UTF8.GetBytes($$"""{"result":null,"id":{{json.RootElement.GetProperty("id")}}}"""));
    }

    private static ValueTask<Subscription> Subscribe(StreamClient client, MessageKind kind, string symbol, Sink sink) => kind switch
    {
        MessageKind.Trade => client.SubscribeAsync(BinanceSpotChannels.Trades, $"{symbol}@trade", Trade(sink)),
        MessageKind.Depth => client.SubscribeAsync(BinanceSpotChannels.Depth, $"{symbol}@depth@100ms", Depth(sink)),
        MessageKind.Ticker => client.SubscribeAsync(BinanceSpotChannels.Ticker, $"{symbol}@ticker", Ticker(sink)),
        MessageKind.Kline => client.SubscribeAsync(BinanceSpotChannels.Klines, $"{symbol}@kline_1m", Kline(sink)),
        _ => client.SubscribeAsync(BinanceSpotChannels.BookTicker, $"{symbol}@bookTicker", BookTicker(sink)),
    };

    private static MessageHandler<TradeEvent> Trade(Sink sink) => (in TradeEvent e) =>
    {
        sink.First = e.Price;
        sink.Second = e.Quantity;
        sink.Symbol = e.Symbol;
        sink.Number = e.Id;
        if (sink.Describes)
        {
            Describe(sink, in e);
        }
    };

    private static void Describe(Sink sink, in TradeEvent e)
    {
        sink.Trade(new TradeValues
        {
            EventTime = e.EventTime.UnixMilliseconds,
            Symbol = e.Symbol,
            Id = e.Id,
            Price = e.Price,
            Quantity = e.Quantity,
            BuyerOrderId = e.BuyerOrderId,
            SellerOrderId = e.SellerOrderId,
            Time = e.Time.UnixMilliseconds,
            BuyerIsMaker = e.BuyerIsMaker,
        });
    }

    private static MessageHandler<DepthEventFrame> Depth(Sink sink) => (in DepthEventFrame e) =>
    {
        sink.First = e.Bids[^1].Price;
        sink.Second = e.Asks[^1].Quantity;
        sink.Symbol = e.Symbol;
        sink.Number = e.Last;
        if (sink.Describes)
        {
            Describe(sink, in e);
        }
    };

    private static void Describe(Sink sink, in DepthEventFrame e)
    {
        sink.Depth(new DepthValues
        {
            Time = e.Time.UnixMilliseconds,
            Symbol = e.Symbol,
            First = e.First,
            Last = e.Last,
            Bids = e.Bids,
            Asks = e.Asks,
        });
    }

    private static MessageHandler<TickerEvent> Ticker(Sink sink) => (in TickerEvent e) =>
    {
        sink.First = e.Last;
        sink.Second = e.Volume;
        sink.Symbol = e.Symbol;
        sink.Number = e.Trades;
        if (sink.Describes)
        {
            Describe(sink, in e);
        }
    };

    private static void Describe(Sink sink, in TickerEvent e)
    {
        sink.Ticker(new TickerValues
        {
            Time = e.Time.UnixMilliseconds,
            Symbol = e.Symbol,
            Change = e.Change,
            ChangePercent = e.ChangePercent,
            Average = e.AveragePrice,
            PreviousClose = e.PrevClosePrice,
            Last = e.Last,
            LastQuantity = e.LastQuantity,
            Bid = e.Bid,
            BidQuantity = e.BidQuantity,
            Ask = e.Ask,
            AskQuantity = e.AskQuantity,
            Open = e.Open,
            High = e.High,
            Low = e.Low,
            Volume = e.Volume,
            QuoteVolume = e.QuoteVolume,
            OpenTime = e.OpenTime.UnixMilliseconds,
            CloseTime = e.CloseTime.UnixMilliseconds,
            FirstId = e.FirstTradeId!.Value,
            LastId = e.LastTradeId!.Value,
            Trades = e.Trades,
        });
    }

    private static MessageHandler<KlineEvent> Kline(Sink sink) => (in KlineEvent e) =>
    {
        var bar = e.Bar;
        sink.First = bar.Close;
        sink.Second = bar.Volume;
        sink.Symbol = e.Symbol;
        sink.Number = bar.Trades;
        if (sink.Describes)
        {
            Describe(sink, in e);
        }
    };

    private static void Describe(Sink sink, in KlineEvent e)
    {
        var bar = e.Bar;
        sink.Kline(new KlineValues
        {
            EventTime = e.EventTime.UnixMilliseconds,
            Symbol = e.Symbol,
            OpenTime = bar.OpenTime.UnixMilliseconds,
            CloseTime = bar.CloseTime.UnixMilliseconds,
            Interval = bar.Interval.ToDomain(),
            FirstId = bar.FirstTradeId!.Value,
            LastId = bar.LastTradeId!.Value,
            Open = bar.Open,
            Close = bar.Close,
            High = bar.High,
            Low = bar.Low,
            Volume = bar.Volume,
            Trades = bar.Trades,
            IsClosed = bar.Closed,
            QuoteVolume = bar.QuoteVolume,
            TakerVolume = bar.TakerVolume,
            TakerQuoteVolume = bar.TakerQuoteVolume,
        });
    }

    private static MessageHandler<BookTickerEvent> BookTicker(Sink sink) => (in BookTickerEvent e) =>
    {
        sink.First = e.Bid;
        sink.Second = e.Ask;
        sink.Symbol = e.Symbol;
        sink.Number = e.Version;
        if (sink.Describes)
        {
            Describe(sink, in e);
        }
    };

    private static void Describe(Sink sink, in BookTickerEvent e)
    {
        sink.BookTicker(new BookTickerValues
        {
            Version = e.Version,
            Symbol = e.Symbol,
            Bid = e.Bid,
            BidQuantity = e.BidQuantity,
            Ask = e.Ask,
            AskQuantity = e.AskQuantity,
        });
    }
}
