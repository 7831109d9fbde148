using Adapters.Books;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Sockets;
using Microsoft.Extensions.Logging;

namespace Adapters.Capabilities;

/// <summary>Subscribes the updates of a book.</summary>
public delegate ValueTask<Subscription> BookSubscriber(
    BookSynchroniser synchroniser, Action<SubscriptionEvent> changed, CancellationToken cancellationToken);

/// <summary>A book that follows the venue: its state says at any moment whether it can be trusted.</summary>
public sealed class LiveBook : IAsyncDisposable
{
    private readonly BookSynchroniser _synchroniser;
    private Subscription? _subscription;

    private LiveBook(BookSynchroniser synchroniser) => _synchroniser = synchroniser;

    /// <summary>Raised when the state changes; must not block, and must not call back into the book's owner.</summary>
    public event Action<BookStateChange>? StateChanged
    {
        add => _synchroniser.StateChanged += value;
        remove => _synchroniser.StateChanged -= value;
    }

    /// <summary>Raised after each update that was applied; must not block.</summary>
    public event Action<Book>? Updated
    {
        add => _synchroniser.Updated += value;
        remove => _synchroniser.Updated -= value;
    }

    /// <summary>The levels; readable from any thread.</summary>
    public Book Book => _synchroniser.Book;

    /// <summary>Whether they can be trusted.</summary>
    public BookState State => _synchroniser.Book.State;

    /// <summary>What happened since it was opened.</summary>
    public BookCounters Counters => _synchroniser.Counters;

    /// <summary>The subscription of its updates; null until it is acknowledged.</summary>
    public Subscription? Subscription => _subscription;

    /// <summary>Opens a book by a rule: subscribes, takes a snapshot, follows, and starts again whenever the rule,
    /// a gap or silence demands it.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="rule">How updates follow.</param>
    /// <param name="fetch">Fetches a snapshot; null for rules without.</param>
    /// <param name="subscribe">Subscribes the updates and feeds them to the synchroniser.</param>
    /// <param name="listener">Set up before anything arrives.</param>
    /// <param name="timeProvider">Clock and timers.</param>
    /// <param name="logger">Hears of resynchronisations.</param>
    /// <param name="options">How patient it is.</param>
    /// <param name="cancellationToken">Ends waiting for the subscription.</param>
    /// <exception cref="Adapters.Errors.SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    public static async ValueTask<LiveBook> OpenAsync(
        Symbol symbol, BookRule rule, Func<CancellationToken, ValueTask<OrderBook>>? fetch, BookSubscriber subscribe,
        Action<LiveBook>? listener, TimeProvider timeProvider, ILogger? logger, BookSynchroniserOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subscribe);
        var synchroniser = new BookSynchroniser(rule, new Book(symbol), fetch, timeProvider, options, logger);
        var book = new LiveBook(synchroniser);
        listener?.Invoke(book);
        try
        {
            book._subscription = await subscribe(synchroniser, book.OnChanged, cancellationToken).ConfigureAwait(false);
            return book;
        }
        catch
        {
            synchroniser.Dispose();
            throw;
        }
    }

    /// <summary>Unsubscribes; the book keeps what it has and turns stale.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_subscription is { } subscription)
        {
            await subscription.DisposeAsync().ConfigureAwait(false);
        }

        _synchroniser.Dispose();
    }

    private void OnChanged(SubscriptionEvent change)
    {
        switch (change.Kind)
        {
            case SubscriptionEventKind.Connected:
                _synchroniser.Start();
                break;
            case SubscriptionEventKind.Resumed or SubscriptionEventKind.Failed:
                _synchroniser.OnGap(); // something may be missing: only a new snapshot is sure
                break;
            case SubscriptionEventKind.Refused or SubscriptionEventKind.Closed:
                _synchroniser.Dispose(); // no update comes any more
                break;
            default:
                _synchroniser.OnStale();
                break;
        }
    }
}
