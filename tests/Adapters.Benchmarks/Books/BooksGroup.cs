using Adapters.Benchmarks.Measuring;
using Adapters.Books;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Benchmarks.Books;

/// <summary>Updates into books, against the book that a user writes.</summary>
internal sealed class BooksGroup : IBenchmarkGroup
{
    private const int Levels = 1_000;
    private const int PerSide = 20;
    private const int Seed = 77;

    private static readonly BookRule Rule = Binance.Spot.BinanceSpotCatalogue.Instance.Books.First(static rule => rule.Name == "full");

    public string Name => "books";

    public async Task<IReadOnlyList<Table>> RunAsync(RunOptions options) =>
        [await LevelsAsync(options), await ReadingAsync(options), await ManyAsync(options)];

    private static async Task<Table> LevelsAsync(RunOptions options)
    {
        var table = new Table(
            $"Books: an update of {PerSide}+{PerSide} levels into {Levels:#,0}+{Levels:#,0}", "changes", "way", "ns/level",
            "times as fast as SortedDictionary", "B/update");
        foreach (var isDeep in (bool[])[false, true])
        {
            var cycle = new UpdateCycle(Levels, PerSide, 500, isDeep, Seed);
            var ways = await WaysAsync(cycle);
            foreach (var taken in new RoundRobin(options).Measure(ways))
            {
                var where = isDeep ? "anywhere in the book" : "near the best price";
                table.Add(where, taken.Name, taken.Nanoseconds / (2 * PerSide), taken.Ratio, taken.Bytes);
                if (taken.Name != ways[0].Name)
                {
                    table.Bars.Add(Bar.AtLeast($"book, changes {where}: faster than SortedDictionary", 5, taken.Ratio));
                    table.Bars.Add(Bar.AtMost($"book, changes {where}: allocated per update", 0, taken.Bytes, " B"));
                }
            }
        }

        return table;
    }

    private static async Task<Table> ReadingAsync(RunOptions options)
    {
        var cycle = new UpdateCycle(Levels, PerSide, 500, false, Seed);
        var symbol = new SymbolTable().Get("BTCUSDT");
        var synchroniser = await OpenAsync(cycle, symbol);
        var book = synchroniser.Book;
        var next = 0L;
        var sum = 0m;
        var target = new Level[20];
        var table = new Table("Books: reading", "what", "ns", "B");
        foreach (var taken in new RoundRobin(options).Measure(
            new Way("top of book", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    sum = book.Top.Bid!.Value.Price;
                }
            }),
            new Way("copy of 20+20 levels, nothing changed", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    sum = book.Copy(target, target).Bids;
                }
            }),
            new Way("an update near the best price", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    synchroniser.OnUpdate(cycle.Get(next++, symbol));
                }
            }),
            new Way("an update near the best price, then a copy of 20+20 levels", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    synchroniser.OnUpdate(cycle.Get(next++, symbol));
                    sum = book.Copy(target, target).Bids;
                }
            })))
        {
            table.Add(taken.Name, taken.Nanoseconds, taken.Bytes);
        }

        GC.KeepAlive(sum);
        return table;
    }

    private static async Task<Table> ManyAsync(RunOptions options)
    {
        const int Books = 500;
        var symbols = new SymbolTable();
        var cycles = Enumerable.Range(0, 8).Select(i => new UpdateCycle(Levels, PerSide, 50, false, Seed + i)).ToArray();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var books = new BookSynchroniser[Books];
        for (var i = 0; i < Books; i++)
        {
            books[i] = await OpenAsync(cycles[i % cycles.Length], symbols.Get($"COIN{i}USDT"));
        }

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / Books;
        var next = 0L;
        Update(100); // all of a cycle, after which no book grows any more
        var rounds = options.IsQuick ? 100 : 1_000;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = CpuTime.Thread();
        Update(rounds);
        var time = (CpuTime.Thread() - start) / ((double)rounds * Books);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var table = new Table(
            $"Books: {Books} at once", "books", "levels each", "bytes each", "us/update", "cores at 10 updates/s each", "B/update");
        table.Add(Books, 2 * Levels, bytes, time / 1_000, time * Books * 10 / 1e9, allocated / ((double)rounds * Books));
        return table;

        void Update(int count)
        {
            for (var end = next + count; next < end; next++)
            {
                for (var i = 0; i < Books; i++)
                {
                    books[i].OnUpdate(cycles[i % cycles.Length].Get(next, books[i].Book.Symbol));
                }
            }
        }
    }

    private static async Task<IReadOnlyList<Way>> WaysAsync(UpdateCycle cycle)
    {
        var symbol = new SymbolTable().Get("BTCUSDT");
        var dictionary = new DictionaryBook();
        dictionary.Load(cycle.Bids, cycle.Asks);
        var synchroniser = await OpenAsync(cycle, symbol);
        for (var i = 0L; i < cycle.Count / 2; i++)
        {
            var update = cycle.Get(i, symbol);
            dictionary.Apply(update);
            synchroniser.OnUpdate(update);
        }

        var book = synchroniser.Book.ToOrderBook();
        var text = $"{string.Join(' ', book.Bids)} / {string.Join(' ', book.Asks)}";
        if (text != dictionary.Text())
        {
            throw new InvalidOperationException($"The books differ: {text} and {dictionary.Text()}.");
        }

        var first = cycle.Count / 2L;
        var second = first;
        return
        [
            new Way("SortedDictionary per side", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    dictionary.Apply(cycle.Get(first++, symbol));
                }
            }),
            new Way("Adapters, by the venue's rule", count =>
            {
                for (var i = 0; i < count; i++)
                {
                    synchroniser.OnUpdate(cycle.Get(second++, symbol));
                }

                if (synchroniser.Book.State != BookState.Synchronised)
                {
                    throw new InvalidOperationException("The book has lost its venue.");
                }
            }),
        ];
    }

    private static async Task<BookSynchroniser> OpenAsync(UpdateCycle cycle, Symbol symbol)
    {
        var snapshot = new OrderBook { Symbol = symbol, Version = 0, Bids = cycle.Bids, Asks = cycle.Asks };
        var synchroniser = new BookSynchroniser(
            Rule, new Book(symbol), _ => ValueTask.FromResult(snapshot), TimeProvider.System);
        synchroniser.Start();
        while (synchroniser.Book.State != BookState.Synchronised)
        {
            await Task.Yield();
        }

        return synchroniser;
    }
}
