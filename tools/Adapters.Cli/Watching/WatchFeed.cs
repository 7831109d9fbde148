using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Cli.Watching;

/// <summary>Ticker, trades and synchronised book of several markets.</summary>
internal sealed class WatchFeed : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _open = [];
    private readonly IWatchListener? _listener;

    private WatchFeed(IReadOnlyList<WatchedMarket> markets, IWatchListener? listener)
    {
        Markets = markets;
        _listener = listener;
    }

    public IReadOnlyList<WatchedMarket> Markets { get; }

    /// <summary>Subscribes everything at once.</summary>
    /// <exception cref="Errors.SubscriptionException">The venue refused one, or did not acknowledge in time.</exception>
    public static async Task<WatchFeed> OpenAsync(
        IMarketDataSource data, IReadOnlyList<Symbol> symbols, IWatchListener? listener, CancellationToken cancellationToken)
    {
        var feed = new WatchFeed([.. symbols.Select(static symbol => new WatchedMarket(symbol))], listener);
        try
        {
            await Task.WhenAll(feed.Markets.SelectMany(market => new[]
            {
                feed.KeepAsync(feed.TradesAsync(data, market, cancellationToken)),
                feed.KeepAsync(feed.TickerAsync(data, market, cancellationToken)),
                feed.BookAsync(data, market, cancellationToken),
            })).ConfigureAwait(false);
            return feed;
        }
        catch
        {
            await feed.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        IAsyncDisposable[] open;
        lock (_open)
        {
            open = [.. _open];
            _open.Clear();
        }

        foreach (var item in open)
        {
            await item.DisposeAsync().ConfigureAwait(false);
        }
    }

    private ValueTask<Subscription> TradesAsync(IMarketDataSource data, WatchedMarket market, CancellationToken cancellationToken) =>
        data.SubscribeTradesAsync(
            market.Symbol,
            (in trade) =>
            {
                market.Flows("trades");
                market.Add(trade);
                _listener?.Traded(market, trade);
            },
            change => Changed(market, "trades", change), cancellationToken);

    private ValueTask<Subscription> TickerAsync(IMarketDataSource data, WatchedMarket market, CancellationToken cancellationToken) =>
        data.SubscribeTickersAsync(
            market.Symbol,
            (in ticker) =>
            {
                market.Flows("ticker");
                market.Ticker = ticker;
                _listener?.TickerChanged(market, ticker);
            },
            change => Changed(market, "ticker", change), cancellationToken);

    private async Task BookAsync(IMarketDataSource data, WatchedMarket market, CancellationToken cancellationToken)
    {
        var opened = await data.OpenBookAsync(
            market.Symbol,
            book =>
            {
                market.Book = book;
                if (_listener is { } listener)
                {
                    book.StateChanged += change => listener.BookStateChanged(market, change);
                    book.Updated += changed => listener.BookChanged(market, changed);
                }
            },
            cancellationToken).ConfigureAwait(false);
        Keep(opened);
    }

    private async Task KeepAsync(ValueTask<Subscription> opening) => Keep(await opening.ConfigureAwait(false));

    private void Keep(IAsyncDisposable item)
    {
        lock (_open)
        {
            _open.Add(item);
        }
    }

    private void Changed(WatchedMarket market, string stream, SubscriptionEvent change)
    {
        market.Changed(stream, change.Kind);
        _listener?.StreamChanged(market, stream, change);
    }
}
