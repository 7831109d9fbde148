using Adapters.Books;
using Adapters.Domain;

namespace Adapters.Runtime.Tests.Books;

public sealed class BookTests
{
    private readonly Symbol _symbol = new SymbolTable().Get("BTCUSDT");

    [Fact]
    public void A_new_book_says_that_it_is_not_synchronised()
    {
        var book = new Book(_symbol);

        Assert.Equal(BookState.Resyncing, book.Top.State);
        Assert.Null(book.Top.Bid);
        Assert.Equal(BookState.Resyncing, book.Read(out var copy));
        Assert.Null(copy);
        var error = Assert.Throws<InvalidOperationException>(() => book.ToOrderBook());
        Assert.Contains("Resyncing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_are_best_first_and_as_deep_as_asked()
    {
        var book = new Book(_symbol);
        book.Load(7, [new(3m, 1m), new(2m, 1m), new(1m, 1m)], [new(4m, 1m), new(5m, 1m)], Timestamp.FromSeconds(1));
        book.Publish(BookState.Synchronised);

        var copy = book.ToOrderBook(depth: 2);
        Span<Level> bids = stackalloc Level[1];
        var depth = book.Copy(bids, default);

        Assert.Equal([3m, 2m], copy.Bids.Select(level => level.Price));
        Assert.Equal([4m, 5m], copy.Asks.Select(level => level.Price));
        Assert.Equal(7, copy.Version);
        Assert.Equal((1, 0, BookState.Synchronised), (depth.Bids, depth.Asks, depth.State));
        Assert.Equal(3m, bids[0].Price);
        Assert.Equal(new Level(4m, 1m), book.Top.Ask);
        Assert.Equal(Timestamp.FromSeconds(1), book.Top.Time);
    }

    [Fact]
    public void A_snapshot_in_any_order_is_sorted()
    {
        var book = new Book(_symbol);
        book.Load(1, [new(1m, 1m), new(3m, 1m), new(2m, 1m), new(9m, 0m)], [], null);
        book.Publish(BookState.Synchronised);

        Assert.Equal([3m, 2m, 1m], book.ToOrderBook().Bids.Select(level => level.Price));
    }

    [Fact]
    public async Task The_top_is_never_torn_whoever_reads_it()
    {
        const int Writes = 200_000;
        var book = new Book(_symbol);
        var isDone = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var last = 0L;
            while (!Volatile.Read(ref isDone))
            {
                var top = book.Top;
                if (top.Version == 0)
                {
                    continue;
                }

                // Every word of one write carries the same number.
                decimal version = top.Version;
                Assert.Equal(new Level(version, version + 0.25m), top.Bid);
                Assert.Equal(new Level(version + 1, version + 0.5m), top.Ask);
                Assert.Equal(Timestamp.FromNanoseconds(top.Version), top.Time);
                Assert.True(top.Version >= last);
                last = top.Version;
            }

            return last;
        })).ToArray();

        for (var i = 1L; i <= Writes; i++)
        {
            book.Load(i, [new(i, i + 0.25m)], [new(i + 1, i + 0.5m)], Timestamp.FromNanoseconds(i));
            book.Publish(BookState.Synchronised);
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(readers);
        Assert.Equal(Writes, book.Top.Version);
    }

    [Fact]
    public void Changing_and_reading_a_book_allocates_nothing()
    {
        var book = new Book(_symbol);
        var bids = Enumerable.Range(1, 500).Select(i => new Level(1_000 - i, 1m)).ToArray();
        var asks = Enumerable.Range(1, 500).Select(i => new Level(1_000 + i, 1m)).ToArray();
        var target = new Level[50];
        book.Load(1, bids, asks, null);
        Change(book, bids, asks, target);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Change(book, bids, asks, target);
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(0, after - before);
        Assert.Equal(500, book.ToOrderBook().Bids.Length);
    }

    private void Change(Book book, Level[] bids, Level[] asks, Level[] target)
    {
        for (var i = 0; i < bids.Length; i++)
        {
            Span<Level> gone = [new Level(bids[i].Price, 0m)];
            book.Apply(new BookUpdate { Symbol = _symbol, First = i, Last = i, Bids = gone, Asks = asks.AsSpan(i) });
            book.Apply(new BookUpdate { Symbol = _symbol, First = i, Last = i, Bids = bids.AsSpan(i, 1), Asks = [] });
            book.Publish(BookState.Synchronised);
            Assert.True(book.Top.Bid is not null && book.Copy(target, target).Bids == target.Length);
        }
    }
}
