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

    /// <summary>Who copies levels puts them in order, while others copy and the book changes.</summary>
    [Fact]
    public async Task Copies_are_of_one_update_and_in_order_whoever_takes_them()
    {
        const int Levels = 50;
        var book = new Book(_symbol);
        var isDone = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var (bids, asks) = (new Level[Levels], new Level[Levels]);
            var copies = 0;
            do
            {
                var depth = book.Copy(bids, asks);
                Assert.True(depth.Bids == depth.Asks && depth.Bids is 0 or Levels - 1);
                Assert.All(bids.Take(depth.Bids).Zip(bids.Skip(1).Take(depth.Bids - 1)), pair => Assert.True(pair.First.Price > pair.Second.Price));
                Assert.All(asks.Take(depth.Asks).Zip(asks.Skip(1).Take(depth.Asks - 1)), pair => Assert.True(pair.First.Price < pair.Second.Price));
                Assert.All(bids.Take(depth.Bids).Concat(asks.Take(depth.Asks)), level => Assert.Equal(depth.Version, level.Quantity));
                copies++;
            }
            while (!Volatile.Read(ref isDone));
            return copies;
        })).ToArray();

        for (var i = 1; i <= 5_000; i++)
        {
            // One price is missing in turn, so that each update brings one and takes one.
            var bids = Enumerable.Range(0, Levels).Select(at => new Level(100 - at, at == i % Levels ? 0 : i)).ToArray();
            var asks = Enumerable.Range(0, Levels).Select(at => new Level(101 + at, at == i % Levels ? 0 : i)).ToArray();
            lock (book.Gate)
            {
                Assert.True(book.Apply(new BookUpdate { Symbol = _symbol, First = i, Last = i, Bids = bids, Asks = asks }));
                book.Publish(BookState.Synchronised);
            }
        }

        Volatile.Write(ref isDone, true);
        Assert.All(await Task.WhenAll(readers), static copies => Assert.True(copies > 0));
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
