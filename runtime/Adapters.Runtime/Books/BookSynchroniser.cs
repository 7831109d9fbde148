using Adapters.Catalogue;
using Adapters.Domain;
using Microsoft.Extensions.Logging;

namespace Adapters.Books;

/// <summary>
/// Keeps a <see cref="Book"/> by a venue's <see cref="BookRule"/> for the book's whole life: keeps updates while a
/// snapshot is fetched, joins them, checks every update that follows, and starts again when one does not fit. It knows
/// no venue; updates come from the stream's handler inline, snapshots from a delegate.
/// </summary>
public sealed partial class BookSynchroniser : IDisposable
{
    private readonly BookRule _rule;
    private readonly Book _book;
    private readonly BookSynchroniserOptions _options;
    private readonly UpdateBuffer _buffer;
    private readonly SnapshotFetcher? _fetcher;
    private bool _hasJoined;
    private bool _hasEnded; // nothing makes the book right again
    private BookCounters _counters;

    /// <summary>Makes a synchroniser. It asks for nothing until <see cref="Start"/>.</summary>
    /// <param name="rule">The venue's rule.</param>
    /// <param name="book">The book to keep; no other synchroniser may write it.</param>
    /// <param name="fetch">Gets a snapshot; not needed for a rule whose channel sends whole books.</param>
    /// <param name="timeProvider">Clock and timers.</param>
    /// <param name="options">Waits and bounds.</param>
    /// <param name="logger">Hears of failed snapshots.</param>
    /// <exception cref="ArgumentException">The rule has neither a whole channel nor a condition for the next update,
    /// or needs a snapshot and none can be fetched.</exception>
    public BookSynchroniser(
        BookRule rule,
        Book book,
        Func<CancellationToken, ValueTask<OrderBook>>? fetch,
        TimeProvider timeProvider,
        BookSynchroniserOptions? options = null,
        ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(timeProvider);
        if (rule.WholeChannel is null && (rule.Next is null || fetch is null))
        {
            throw new ArgumentException(
                $"The book rule '{rule.Name}' needs 'next' and a snapshot, or a channel that sends whole books.",
                nameof(rule));
        }

        _rule = rule;
        _book = book;
        _options = options ?? new BookSynchroniserOptions();
        _options.Validate();
        _buffer = new UpdateBuffer(_options.MaxBufferedUpdates, _options.MaxBufferedLevels);
        _fetcher = rule.WholeChannel is null
            ? new SnapshotFetcher(fetch!, TakeSnapshot, CountFailure, timeProvider, _options, logger)
            : null;
    }

    /// <summary>Raised on every change of state, in order, while the book is held: the handler may read the book and
    /// must not block.</summary>
    public event Action<BookStateChange>? StateChanged;

    /// <summary>Raised after every update of a synchronised book, under the same terms.</summary>
    public event Action<Book>? Updated;

    /// <summary>The book.</summary>
    public Book Book => _book;

    /// <summary>What was done so far.</summary>
    public BookCounters Counters
    {
        get
        {
            lock (_book.Gate)
            {
                return _counters;
            }
        }
    }

    /// <summary>Fetches the first snapshot. Call it once the updates' subscription is acknowledged: a snapshot from
    /// before could miss what no update tells.</summary>
    public void Start() => _fetcher?.Request();

    /// <summary>Takes an update, inline and in order.</summary>
    public void OnUpdate(in BookUpdate update)
    {
        bool mustFetch;
        lock (_book.Gate)
        {
            if (_hasEnded)
            {
                return;
            }

            mustFetch = _book.CurrentState == BookState.Resyncing ? Keep(update) : Follow(update);
        }

        if (mustFetch)
        {
            _fetcher!.Request();
        }
    }

    /// <summary>Takes a whole book from a channel that sends one each time; an older one than the present is dropped.
    /// </summary>
    public void OnWhole(in BookUpdate whole)
    {
        lock (_book.Gate)
        {
            if (_hasEnded)
            {
                return;
            }

            var isSynchronised = _book.CurrentState == BookState.Synchronised;
            if (isSynchronised && whole.Last < _book.Version)
            {
                _counters = _counters with { Dropped = _counters.Dropped + 1 };
                return;
            }

            var isSound = _book.Load(whole.Last, whole.Bids, whole.Asks, whole.Time);
            if (!isSound || _book.IsCrossed)
            {
                Change(BookState.Resyncing, isSound ? BookChangeReason.Crossed : BookChangeReason.BadUpdate);
                return;
            }

            _counters = _counters with { Applied = _counters.Applied + 1 };
            Change(BookState.Synchronised, BookChangeReason.Replaced);
            Updated?.Invoke(_book);
        }
    }

    /// <summary>Takes a whole book from a channel that sends one each time.</summary>
    public void OnWhole(OrderBook whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        OnWhole(new BookUpdate
        {
            Symbol = whole.Symbol,
            First = whole.Version,
            Last = whole.Version,
            Bids = whole.Bids,
            Asks = whole.Asks,
            Time = whole.Time,
        });
    }

    /// <summary>The stream lost messages and flows again: what was kept is worthless, a new snapshot is needed.
    /// </summary>
    public void OnGap()
    {
        lock (_book.Gate)
        {
            if (_hasEnded)
            {
                return;
            }

            _buffer.Clear();
            Restart(BookChangeReason.Gap);
        }

        _fetcher?.Request();
    }

    /// <summary>The stream is silent or broken: what the book holds can no longer be trusted. The next update that
    /// fits makes it right again; after a lost connection call <see cref="OnGap"/> once it is back.</summary>
    public void OnStale()
    {
        lock (_book.Gate)
        {
            if (_book.CurrentState == BookState.Synchronised)
            {
                Change(BookState.Stale, BookChangeReason.Silence);
            }
        }
    }

    /// <summary>Fetches no further snapshot and takes no further update; the book keeps what it has and turns stale for
    /// good.</summary>
    public void Dispose()
    {
        _fetcher?.Dispose();
        lock (_book.Gate)
        {
            OnStale();
            _hasEnded = true;
        }
    }

    private void Restart(BookChangeReason reason)
    {
        _hasJoined = false;
        _fetcher?.Invalidate();
        _counters = _counters with { Resyncs = _counters.Resyncs + 1 };
        Change(BookState.Resyncing, reason);
    }

    private void Change(BookState to, BookChangeReason reason)
    {
        var from = _book.CurrentState;
        _book.Publish(to);
        if (from != to)
        {
            StateChanged?.Invoke(new BookStateChange(_book, from, to, reason));
        }
    }
}
