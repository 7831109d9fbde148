using Adapters.Books;
using Adapters.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Books;

public sealed class BookSynchroniserTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly Symbol _symbol = new SymbolTable().Get("BTCUSDT");
    private readonly List<TaskCompletionSource<OrderBook>> _asked = [];
    private readonly List<string> _changes = [];
    private readonly BookSynchroniser _synchroniser;

    public BookSynchroniserTests()
    {
        var options = new BookSynchroniserOptions { Jitter = new Random(1), MaxBufferedUpdates = 8 };
        _synchroniser = new BookSynchroniser(Rules.Full, new Book(_symbol), Fetch, _time, options);
        _synchroniser.StateChanged += change => _changes.Add($"{change.To} {change.Reason}");
    }

    public void Dispose() => _synchroniser.Dispose();

    [Fact]
    public void Nothing_is_asked_before_the_start()
    {
        Update(1, 2);

        Assert.Empty(_asked);
        Assert.Equal(BookState.Resyncing, _synchroniser.Book.State);
    }

    [Fact]
    public void Updates_that_came_during_the_fetch_are_joined()
    {
        _synchroniser.Start();
        Update(95, 99, bid: 10m, quantity: 1m);
        Update(100, 102, bid: 10m, quantity: 2m);
        Update(103, 103, bid: 11m, quantity: 3m);
        Answer(100, bid: 9m);

        var book = _synchroniser.Book.ToOrderBook();

        Assert.Equal(103, book.Version);
        Assert.Equal([new(11m, 3m), new(10m, 2m), new(9m, 1m)], book.Bids);
        Assert.Equal(1, _synchroniser.Counters.Dropped);
        Assert.Equal(2, _synchroniser.Counters.Applied);
        Assert.Equal(["Synchronised Joined"], _changes);
    }

    [Fact]
    public void A_quiet_market_is_synchronised_by_the_snapshot_alone()
    {
        _synchroniser.Start();
        Answer(100, bid: 9m);

        Assert.Equal(BookState.Synchronised, _synchroniser.Book.State);
    }

    [Fact]
    public void A_snapshot_older_than_the_first_update_is_fetched_again_after_a_wait()
    {
        _synchroniser.Start();
        Update(105, 106, bid: 10m, quantity: 1m);
        Answer(100, bid: 9m);

        Assert.Equal(BookState.Resyncing, _synchroniser.Book.State);
        Assert.Single(_asked);
        Update(107, 107, bid: 10m, quantity: 2m);
        _time.Advance(TimeSpan.FromMilliseconds(124));
        Assert.Single(_asked);
        _time.Advance(TimeSpan.FromMilliseconds(127));
        Answer(106, bid: 9m);

        Assert.Equal(107, _synchroniser.Book.ToOrderBook().Version);
        Assert.Equal(1, _synchroniser.Counters.RejectedSnapshots);
    }

    [Fact]
    public void After_its_end_nothing_makes_the_book_right_again()
    {
        _synchroniser.Start();
        Answer(100, bid: 9m);
        _synchroniser.Dispose();
        Assert.Equal(BookState.Stale, _synchroniser.Book.State);

        Update(101, 101, bid: 10m, quantity: 1m);
        _synchroniser.OnGap();

        Assert.Equal(BookState.Stale, _synchroniser.Book.State);
        Assert.Equal(0, _synchroniser.Counters.Applied);
        Assert.Equal(["Synchronised Joined", "Stale Silence"], _changes);
    }

    [Fact]
    public void A_snapshot_that_comes_after_the_end_is_not_taken()
    {
        _synchroniser.Start();
        _synchroniser.Dispose();
        Answer(100, bid: 9m);

        Assert.Equal(BookState.Resyncing, _synchroniser.Book.State);
        Assert.Empty(_changes);
    }

    [Fact]
    public void A_missing_update_starts_the_book_again()
    {
        Synchronise(100);
        Update(101, 101, bid: 10m, quantity: 1m);
        Update(103, 103, bid: 10m, quantity: 2m);

        Assert.Equal(BookState.Resyncing, _synchroniser.Book.Top.State);
        Assert.Single(_asked);
        Assert.Equal(1, Wait());
        Answer(103, bid: 9m);

        Assert.Equal(103, _synchroniser.Book.ToOrderBook().Version);
        Assert.Equal(["Synchronised Joined", "Resyncing RuleBroken", "Synchronised Joined"], _changes);
        Assert.Equal(1, _synchroniser.Counters.Resyncs);
    }

    [Fact]
    public void Doubled_and_old_updates_change_nothing()
    {
        Synchronise(100);
        Update(101, 103, bid: 10m, quantity: 1m);
        Update(101, 103, bid: 10m, quantity: 9m);
        Update(99, 100, bid: 10m, quantity: 8m);

        Assert.Equal(new Level(10m, 1m), _synchroniser.Book.Top.Bid);
        Assert.Equal(BookState.Synchronised, _synchroniser.Book.State);
        Assert.Equal(2, _synchroniser.Counters.Dropped);
    }

    [Fact]
    public void A_crossing_book_starts_again()
    {
        Synchronise(100);
        Update(101, 101, bid: 20m, quantity: 1m);

        Assert.Equal(["Synchronised Joined", "Resyncing Crossed"], _changes);
        Wait();
        Answer(101, bid: 9m);
        Assert.Equal(BookState.Synchronised, _synchroniser.Book.State);
    }

    [Fact]
    public void A_quantity_below_zero_starts_the_book_again()
    {
        Synchronise(100);
        Update(101, 101, bid: 10m, quantity: -1m);

        Assert.Equal("Resyncing BadUpdate", _changes[^1]);
    }

    [Fact]
    public void A_gap_makes_the_snapshot_on_its_way_worthless()
    {
        _synchroniser.Start();
        Update(101, 101, bid: 10m, quantity: 1m);
        _synchroniser.OnGap();
        Answer(100, bid: 9m);

        Assert.Equal(BookState.Resyncing, _synchroniser.Book.State);
        Wait();
        Answer(200, bid: 9m);
        Assert.Equal(200, _synchroniser.Book.ToOrderBook().Version);
    }

    [Fact]
    public void Silence_is_shown_and_ends_with_the_next_update()
    {
        Synchronise(100);
        _synchroniser.OnStale();
        Assert.Equal(BookState.Stale, _synchroniser.Book.Top.State);
        Assert.Throws<InvalidOperationException>(() => _synchroniser.Book.ToOrderBook());

        Update(101, 101, bid: 10m, quantity: 1m);

        Assert.Equal(["Synchronised Joined", "Stale Silence", "Synchronised Resumed"], _changes);
    }

    [Fact]
    public void Too_many_waiting_updates_give_up_the_oldest()
    {
        _synchroniser.Start();
        for (var id = 101; id <= 110; id++)
        {
            Update(id, id, bid: 10m, quantity: id);
        }

        Answer(100, bid: 9m);
        Assert.Equal(BookState.Resyncing, _synchroniser.Book.State);
        Wait();
        Answer(109, bid: 9m);

        Assert.Equal(new Level(10m, 110m), _synchroniser.Book.Top.Bid);
        Assert.Equal(1, _synchroniser.Counters.Overflows);
    }

    [Fact]
    public void A_snapshot_that_fails_is_tried_again_ever_more_slowly()
    {
        _synchroniser.Start();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            var before = _time.GetUtcNow();
            Inline(() => _asked[^1].SetException(new HttpRequestException("refused")));
            Wait();
            waits.Add(_time.GetUtcNow() - before);
        }

        Assert.InRange(waits[0], TimeSpan.FromMilliseconds(125), TimeSpan.FromMilliseconds(260));
        Assert.InRange(waits[3], TimeSpan.FromMilliseconds(1_000), TimeSpan.FromMilliseconds(2_010));
        Assert.InRange(waits[11], TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30.01));
        Assert.Equal(12, _synchroniser.Counters.FailedSnapshots);
        Answer(100, bid: 9m);
        Assert.Equal(BookState.Synchronised, _synchroniser.Book.State);
    }

    [Fact]
    public void After_the_end_nothing_is_asked_and_the_book_is_stale()
    {
        Synchronise(100);
        _synchroniser.Dispose();
        Update(105, 105, bid: 10m, quantity: 1m);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Single(_asked);
        Assert.NotEqual(BookState.Synchronised, _synchroniser.Book.State);
    }

    [Fact]
    public void A_channel_of_whole_books_needs_no_snapshot()
    {
        using var whole = new BookSynchroniser(Rules.Whole, new Book(_symbol), null, _time);
        whole.Start();
        whole.OnWhole(Snapshot(5, 9m));
        whole.OnWhole(Snapshot(4, 8m));

        Assert.Equal(new Level(9m, 1m), whole.Book.Top.Bid);
        Assert.Equal(1, whole.Counters.Dropped);
        whole.OnStale();
        whole.OnWhole(Snapshot(6, 7m));
        Assert.Equal(6, whole.Book.ToOrderBook().Version);
    }

    [Fact]
    public void A_rule_that_says_too_little_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new BookSynchroniser(Rules.Empty, new Book(_symbol), Fetch, _time));

        Assert.Contains("'next'", error.Message, StringComparison.Ordinal);
    }

    private ValueTask<OrderBook> Fetch(CancellationToken cancellationToken)
    {
        _asked.Add(new TaskCompletionSource<OrderBook>());
        return new ValueTask<OrderBook>(_asked[^1].Task);
    }

    private void Synchronise(long version)
    {
        _synchroniser.Start();
        Answer(version, bid: 9m);
    }

    private void Answer(long version, decimal bid) => Inline(() => _asked[^1].SetResult(Snapshot(version, bid)));

    // With the test runner's context set, what awaits the answer would go on on another thread.
    private static void Inline(Action complete)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        complete();
        SynchronizationContext.SetSynchronizationContext(context);
    }

    private OrderBook Snapshot(long version, decimal bid) =>
        new() { Symbol = _symbol, Version = version, Bids = [new(bid, 1m)], Asks = [new(15m, 1m)] };

    private int Wait()
    {
        var before = _asked.Count;
        for (var i = 0; i < 31_000 && _asked.Count == before; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        return _asked.Count - before;
    }

    private void Update(long first, long last, decimal bid = 10m, decimal quantity = 1m) => _synchroniser.OnUpdate(
        new BookUpdate { Symbol = _symbol, First = first, Last = last, Bids = [new(bid, quantity)], Asks = [] });
}
