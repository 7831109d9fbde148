namespace Adapters.Books;

/// <summary>A change of a book's state.</summary>
/// <param name="book">The book.</param>
/// <param name="from">The state before.</param>
/// <param name="to">The state now.</param>
/// <param name="reason">Why it changed.</param>
public readonly struct BookStateChange(Book book, BookState from, BookState to, BookChangeReason reason)
{
    /// <summary>The book.</summary>
    public Book Book { get; } = book;

    /// <summary>The state before.</summary>
    public BookState From { get; } = from;

    /// <summary>The state now.</summary>
    public BookState To { get; } = to;

    /// <summary>Why it changed.</summary>
    public BookChangeReason Reason { get; } = reason;

    /// <summary>For example <c>BTC/USDT Synchronised -> Resyncing (Gap)</c>.</summary>
    public override string ToString() => $"{Book.Symbol} {From} -> {To} ({Reason})";
}
