using Adapters.Binance.Spot;
using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Hosting;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Binance.Connector;

/// <summary>Which call and which stream answers which question about the market.</summary>
internal sealed class MarketData(ConnectorKernel kernel, BinanceSpotRest rest, BinanceSpotStreams streams)
    : IMarketDataSource
{
    public SymbolTable Symbols => kernel.Symbols;

    public IReadOnlyList<Interval> Intervals { get; } =
        [.. KlineInterval.Known.Select(interval => interval.ToDomain())];

    public async ValueTask<IReadOnlyList<Market>> GetMarketsAsync(CancellationToken cancellationToken = default)
    {
        var info = await rest.GetExchangeInfoAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        // The venue documents that an entry may be empty; such a one limits nothing.
        kernel.Limiter.Configure(
            info.RateLimits.Where(limit => limit.Kind is not null).Select(limit => limit.ToRateLimitInfo()));
        var markets = info.ToMarkets();
        Symbols.Load(markets);
        return markets;
    }

    public async ValueTask<Ticker> GetTickerAsync(Symbol symbol, CancellationToken cancellationToken = default) =>
        ConnectorKernel.Only(
            BinanceSpotEndpoints.GetTickers24h,
            await rest.GetTickers24hAsync(new() { Symbol = symbol }, cancellationToken).ConfigureAwait(false))
            .ToTicker();

    public async ValueTask<IReadOnlyList<Ticker>> GetTickersAsync(CancellationToken cancellationToken = default) =>
        Array.ConvertAll(
            await rest.GetTickers24hAsync(cancellationToken: cancellationToken).ConfigureAwait(false),
            static ticker => ticker.ToTicker());

    public async ValueTask<Quote> GetQuoteAsync(Symbol symbol, CancellationToken cancellationToken = default) =>
        ConnectorKernel.Only(
            BinanceSpotEndpoints.GetBookTickers,
            await rest.GetBookTickersAsync(new() { Symbol = symbol }, cancellationToken).ConfigureAwait(false))
            .ToQuote();

    public ValueTask<Subscription> SubscribeTickersAsync(
        Symbol symbol, MessageHandler<Ticker> handler, Action<SubscriptionEvent>? changed,
        CancellationToken cancellationToken) =>
        streams.TickerAsync(symbol, (in e) => handler(e.ToTicker()), changed, cancellationToken);

    public ValueTask<Subscription> SubscribeQuotesAsync(
        Symbol symbol, MessageHandler<Quote> handler, Action<SubscriptionEvent>? changed,
        CancellationToken cancellationToken) =>
        streams.BookTickerAsync(symbol, (in e) => handler(e.ToQuote()), changed, cancellationToken);

    public async ValueTask<IReadOnlyList<Trade>> GetTradesAsync(
        Symbol symbol, int? limit, CancellationToken cancellationToken) =>
        Array.ConvertAll(
            await rest.GetTradesAsync(symbol, new() { Limit = limit }, cancellationToken).ConfigureAwait(false),
            trade => trade.ToTrade(symbol));

    public ValueTask<Subscription> SubscribeTradesAsync(
        Symbol symbol, MessageHandler<Trade> handler, Action<SubscriptionEvent>? changed,
        CancellationToken cancellationToken) =>
        streams.TradesAsync(symbol, (in e) => handler(e.ToTrade()), changed, cancellationToken);

    public async ValueTask<IReadOnlyList<Kline>> GetKlinesAsync(
        Symbol symbol, Interval interval, Timestamp? from, Timestamp? to, int? limit,
        CancellationToken cancellationToken)
    {
        var wire = KlineInterval.FromDomain(interval);
        var bars = await rest.GetKlinesAsync(
            symbol, wire, new() { StartTime = from, EndTime = to, Limit = limit }, cancellationToken)
            .ConfigureAwait(false);
        return Array.ConvertAll(bars, bar => bar.ToKline(symbol, wire));
    }

    public ValueTask<Subscription> SubscribeKlinesAsync(
        Symbol symbol, Interval interval, MessageHandler<Kline> handler, Action<SubscriptionEvent>? changed,
        CancellationToken cancellationToken) => streams.KlinesAsync(
            symbol, KlineInterval.FromDomain(interval), (in e) => handler(e.ToKline()), changed: changed,
            cancellationToken: cancellationToken);

    public async ValueTask<OrderBook> GetBookAsync(Symbol symbol, int? depth, CancellationToken cancellationToken) =>
        (await rest.GetDepthAsync(symbol, new() { Limit = depth }, cancellationToken).ConfigureAwait(false))
            .ToOrderBook(symbol);

    public ValueTask<LiveBook> OpenBookAsync(
        Symbol symbol, Action<LiveBook>? listener, CancellationToken cancellationToken)
    {
        var rule = kernel.Book("full");
        return LiveBook.OpenAsync(
            symbol, rule, kernel.Snapshot<Depth>(rule, symbol, depth => depth.ToOrderBook(symbol)),
            (book, changed, cancellation) => streams.DepthAsync(
                symbol, (in e) => book.OnUpdate(e.ToBookUpdate()), DepthSpeed.Milliseconds100, changed, cancellation),
            listener, kernel.TimeProvider, kernel.Logger, kernel.Books, cancellationToken);
    }
}
