using Adapters.Domain;

namespace Adapters.Books;

/// <summary>
/// A symbol's book on flat, reused memory. One writer, the <see cref="BookSynchroniser"/>; any thread may read. Every
/// way of reading gives the state too, because a book that is not synchronised is not the venue's.
/// </summary>
public sealed class Book
{
    private readonly BookSide _bids = new(isBid: true);
    private readonly BookSide _asks = new(isBid: false);
    private readonly SequenceLocked<BookTop> _top = new();
    private BookState _state = BookState.Resyncing;
    private long _version;
    private Timestamp? _time;

    /// <summary>Makes an empty book that is not synchronised.</summary>
    public Book(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        Symbol = symbol;
        Publish();
    }

    /// <summary>Symbol of the book.</summary>
    public Symbol Symbol { get; }

    /// <summary>The best prices with their state: never torn, no lock, from any thread.</summary>
    public BookTop Top => _top.Read();

    /// <summary>How far the book can be trusted now.</summary>
    public BookState State => Top.State;

    /// <summary>Held by the writer while it changes the book, and by readers of more than the top.</summary>
    internal Lock Gate { get; } = new();

    internal long Version => _version;

    internal BookState CurrentState => _state;

    /// <summary>Copies the best levels into the caller's memory, best first, without allocating.</summary>
    /// <returns>How many were copied, and the state that they were in.</returns>
    public BookDepth Copy(Span<Level> bids, Span<Level> asks)
    {
        lock (Gate)
        {
            return new BookDepth(_state, _version, _time, _bids.CopyTo(bids), _asks.CopyTo(asks));
        }
    }

    /// <summary>Copies the book.</summary>
    /// <param name="book">The copy, whatever the state; null before the first snapshot.</param>
    /// <param name="depth">How many levels of each side at most.</param>
    /// <returns>The state that the copy was in.</returns>
    public BookState Read(out OrderBook? book, int depth = int.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        lock (Gate)
        {
            book = _version == 0 && _bids.Count == 0 && _asks.Count == 0 ? null : CopyOf(depth);
            return _state;
        }
    }

    /// <summary>Copies a synchronised book.</summary>
    /// <exception cref="InvalidOperationException">The book is not synchronised; the message says so.</exception>
    public OrderBook ToOrderBook(int depth = int.MaxValue) => Read(out var book, depth) == BookState.Synchronised
        ? book!
        : throw new InvalidOperationException($"The book of {Symbol} is {State}. Use Read to see it all the same.");

    /// <summary>Symbol, state and best prices.</summary>
    public override string ToString()
    {
        var top = Top;
        return $"{Symbol} {top.State} {top.Bid?.ToString() ?? "-"} / {top.Ask?.ToString() ?? "-"}";
    }

    /// <summary>Takes a whole book; does not publish it yet. False where a quantity is below zero.</summary>
    internal bool Load(long version, ReadOnlySpan<Level> bids, ReadOnlySpan<Level> asks, Timestamp? time)
    {
        _bids.Clear();
        _asks.Clear();
        _version = version;
        _time = time;
        return _bids.Set(bids) && _asks.Set(asks);
    }

    /// <summary>Takes a change; does not publish it yet. False where a quantity is below zero.</summary>
    internal bool Apply(in BookUpdate update)
    {
        if (!_bids.Set(update.Bids) || !_asks.Set(update.Asks))
        {
            return false;
        }

        _version = update.Last;
        _time = update.Time ?? _time;
        return true;
    }

    /// <summary>True where the best bid reaches the best ask, which no venue's book does.</summary>
    internal bool IsCrossed => _bids.Best is { } bid && _asks.Best is { } ask && bid.Price >= ask.Price;

    /// <summary>Shows readers what was taken, in this state.</summary>
    internal void Publish(BookState state)
    {
        _state = state;
        Publish();
    }

    private void Publish() => _top.Write(new BookTop(_state, _version, _time, _bids.Best, _asks.Best));

    private OrderBook CopyOf(int depth)
    {
        var bids = new Level[Math.Min(depth, _bids.Count)];
        var asks = new Level[Math.Min(depth, _asks.Count)];
        _bids.CopyTo(bids);
        _asks.CopyTo(asks);
        return new OrderBook { Symbol = Symbol, Version = _version, Bids = bids, Asks = asks, Time = _time };
    }
}
