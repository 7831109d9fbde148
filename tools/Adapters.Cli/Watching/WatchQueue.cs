using System.Threading.Channels;
using Adapters.Books;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Cli.Watching;

/// <summary>Events on their way from receiving loops to whoever writes lines. A writer that is too slow loses the oldest,
/// and is told how many.</summary>
/// <param name="depth">Levels of each side that an event of a book holds.</param>
/// <param name="every">Least time between two events of one book that tell no new state.</param>
/// <param name="time">The clock.</param>
internal sealed class WatchQueue(int depth, TimeSpan every, TimeProvider time) : IWatchListener
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<WatchedMarket, long> _shown = [];
    private long _dropped;
    private Channel<WatchEvent>? _channel;

    private Channel<WatchEvent> Events => LazyInitializer.EnsureInitialized(ref _channel, () => Channel.CreateBounded<WatchEvent>(
        new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        _ => Interlocked.Increment(ref _dropped)));

    /// <summary>The events in order.</summary>
    public ChannelReader<WatchEvent> Reader => Events.Reader;

    /// <summary>How many were lost since this was asked last.</summary>
    public long TakeDropped() => Interlocked.Exchange(ref _dropped, 0);

    public void Traded(WatchedMarket market, in Trade trade) => Add(market, trade.Time, trade);

    public void TickerChanged(WatchedMarket market, in Ticker ticker) => Add(market, ticker.Time, ticker);

    public void BookChanged(WatchedMarket market, Book book)
    {
        lock (_gate)
        {
            if (_shown.TryGetValue(market, out var shown) && time.GetElapsedTime(shown) < every)
            {
                return;
            }

        }

        Show(market, book);
    }

    public void BookStateChanged(WatchedMarket market, BookStateChange change)
    {
        Add(market, null, new StateView(change.From, change.To, change.Reason));
        if (change.To == BookState.Synchronised)
        {
            Show(market, change.Book);
        }
    }

    public void StreamChanged(WatchedMarket market, string stream, SubscriptionEvent change) =>
        Add(market, change.To, new StreamView(stream, change));

    private void Show(WatchedMarket market, Book book)
    {
        lock (_gate)
        {
            _shown[market] = time.GetTimestamp();
        }

        var (bids, asks) = (new Level[depth], new Level[depth]);
        var copied = book.Copy(bids, asks);
        Add(
            market, copied.Time,
            new BookView(copied.State, copied.Version, copied.Time, bids[..copied.Bids], asks[..copied.Asks]));
    }

    private void Add(WatchedMarket market, Timestamp? at, object what) =>
        Events.Writer.TryWrite(new WatchEvent(market, at ?? Timestamp.From(time.GetUtcNow()), what));
}
