using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Adapters.Domain;
using Newtonsoft.Json;

namespace Adapters.Benchmarks.Decoding;

/// <summary>The ways of serialisers: a class per message, then the values out of it. The frame's kind is known to them
/// beforehand, which spares them the dispatch.</summary>
/// <typeparam name="TNumber">What numbers are read as first.</typeparam>
internal abstract class SerializerDecoder<TNumber>(string name, Func<TNumber, decimal> number) : IDecoder
{
    private readonly Dictionary<string, Symbol> _symbols = [];
    private readonly SymbolTable _table = new();
    private Level[] _bids = new Level[16];
    private Level[] _asks = new Level[16];

    public string Name => name;

    public Action<byte[]> For(MessageKind kind, Sink sink) => kind switch
    {
        MessageKind.Trade => frame => Trade(Read<TradeDto<TNumber>>(frame).Data, sink),
        MessageKind.Depth => frame => Depth(Read<DepthDto<TNumber>>(frame).Data, sink),
        MessageKind.Ticker => frame => Ticker(Read<TickerDto<TNumber>>(frame).Data, sink),
        MessageKind.Kline => frame => Kline(Read<KlineDto<TNumber>>(frame).Data, sink),
        _ => frame => BookTicker(Read<BookTickerDto<TNumber>>(frame).Data, sink),
    };

    protected abstract Envelope<T> Read<T>(byte[] frame);

    private void Trade(TradeDto<TNumber> dto, Sink sink) => sink.Trade(new TradeValues
    {
        EventTime = dto.EventTime,
        Symbol = SymbolOf(dto.Symbol),
        Id = dto.Id,
        Price = number(dto.Price),
        Quantity = number(dto.Quantity),
        BuyerOrderId = dto.BuyerOrderId,
        SellerOrderId = dto.SellerOrderId,
        Time = dto.Time,
        BuyerIsMaker = dto.BuyerIsMaker,
    });

    private void Depth(DepthDto<TNumber> dto, Sink sink) => sink.Depth(new DepthValues
    {
        Time = dto.Time,
        Symbol = SymbolOf(dto.Symbol),
        First = dto.First,
        Last = dto.Last,
        Bids = Levels(dto.Bids, ref _bids),
        Asks = Levels(dto.Asks, ref _asks),
    });

    private void Ticker(TickerDto<TNumber> dto, Sink sink) => sink.Ticker(new TickerValues
    {
        Time = dto.Time,
        Symbol = SymbolOf(dto.Symbol),
        Change = number(dto.Change),
        ChangePercent = number(dto.ChangePercent),
        Average = number(dto.Average),
        PreviousClose = number(dto.PreviousClose),
        Last = number(dto.Last),
        LastQuantity = number(dto.LastQuantity),
        Bid = number(dto.Bid),
        BidQuantity = number(dto.BidQuantity),
        Ask = number(dto.Ask),
        AskQuantity = number(dto.AskQuantity),
        Open = number(dto.Open),
        High = number(dto.High),
        Low = number(dto.Low),
        Volume = number(dto.Volume),
        QuoteVolume = number(dto.QuoteVolume),
        OpenTime = dto.OpenTime,
        CloseTime = dto.CloseTime,
        FirstId = dto.FirstId,
        LastId = dto.LastId,
        Trades = dto.Trades,
    });

    private void Kline(KlineDto<TNumber> dto, Sink sink) => sink.Kline(new KlineValues
    {
        EventTime = dto.EventTime,
        Symbol = SymbolOf(dto.Symbol),
        OpenTime = dto.Bar.OpenTime,
        CloseTime = dto.Bar.CloseTime,
        Interval = dto.Bar.Interval switch
        {
            "1m" => Interval.Minutes1,
            "1h" => Interval.Hours1,
            var other => throw new FormatException($"The interval '{other}' is not known."),
        },
        FirstId = dto.Bar.FirstId,
        LastId = dto.Bar.LastId,
        Open = number(dto.Bar.Open),
        Close = number(dto.Bar.Close),
        High = number(dto.Bar.High),
        Low = number(dto.Bar.Low),
        Volume = number(dto.Bar.Volume),
        Trades = dto.Bar.Trades,
        IsClosed = dto.Bar.IsClosed,
        QuoteVolume = number(dto.Bar.QuoteVolume),
        TakerVolume = number(dto.Bar.TakerVolume),
        TakerQuoteVolume = number(dto.Bar.TakerQuoteVolume),
    });

    private void BookTicker(BookTickerDto<TNumber> dto, Sink sink) => sink.BookTicker(new BookTickerValues
    {
        Version = dto.Version,
        Symbol = SymbolOf(dto.Symbol),
        Bid = number(dto.Bid),
        BidQuantity = number(dto.BidQuantity),
        Ask = number(dto.Ask),
        AskQuantity = number(dto.AskQuantity),
    });

    private Symbol SymbolOf(string text)
    {
        if (!_symbols.TryGetValue(text, out var symbol))
        {
            _symbols.Add(text, symbol = _table.Get(text));
        }

        return symbol;
    }

    private ReadOnlySpan<Level> Levels(TNumber[][] pairs, ref Level[] levels)
    {
        if (levels.Length < pairs.Length)
        {
            levels = new Level[pairs.Length];
        }

        for (var i = 0; i < pairs.Length; i++)
        {
            levels[i] = new Level(number(pairs[i][0]), number(pairs[i][1]));
        }

        return levels.AsSpan(0, pairs.Length);
    }
}

/// <summary>System.Text.Json, generated, numbers as texts and then parsed.</summary>
internal sealed class TextDecoder() : SerializerDecoder<string>(
    "System.Text.Json generated, texts, decimal.Parse",
    static text => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture))
{
    protected override Envelope<T> Read<T>(byte[] frame) =>
        System.Text.Json.JsonSerializer.Deserialize(frame, Info<T>.Value)!;

    private static class Info<T>
    {
        internal static readonly JsonTypeInfo<Envelope<T>> Value =
            (JsonTypeInfo<Envelope<T>>)TextContext.Default.GetTypeInfo(typeof(Envelope<T>))!;
    }
}

/// <summary>System.Text.Json, generated, decimals read from texts.</summary>
internal sealed class DecimalDecoder() : SerializerDecoder<decimal>(
    "System.Text.Json generated, AllowReadingFromString", static value => value)
{
    protected override Envelope<T> Read<T>(byte[] frame) =>
        System.Text.Json.JsonSerializer.Deserialize(frame, Info<T>.Value)!;

    private static class Info<T>
    {
        internal static readonly JsonTypeInfo<Envelope<T>> Value =
            (JsonTypeInfo<Envelope<T>>)DecimalContext.Default.GetTypeInfo(typeof(Envelope<T>))!;
    }
}

/// <summary>Newtonsoft.Json.</summary>
internal sealed class NewtonsoftDecoder() : SerializerDecoder<decimal>("Newtonsoft.Json", static value => value)
{
    private static readonly JsonSerializerSettings Settings = new() { Culture = CultureInfo.InvariantCulture };

    protected override Envelope<T> Read<T>(byte[] frame) =>
        JsonConvert.DeserializeObject<Envelope<T>>(Encoding.UTF8.GetString(frame), Settings)!;
}
