using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Cli.Watching;

/// <summary>Something that happened in a watched market, kept to be written.</summary>
/// <param name="Market">The market.</param>
/// <param name="At">When it happened, as far as is known.</param>
/// <param name="What">A <see cref="Trade"/>, a <see cref="Ticker"/>, a <see cref="BookView"/>, a
/// <see cref="StateView"/> or a <see cref="StreamView"/>.</param>
internal sealed record WatchEvent(WatchedMarket Market, Timestamp At, object What);

/// <summary>The best levels of a book.</summary>
internal sealed record BookView(Books.BookState State, long Version, Timestamp? Time, Level[] Bids, Level[] Asks);

/// <summary>A change of a book's state.</summary>
internal sealed record StateView(Books.BookState From, Books.BookState To, Books.BookChangeReason Reason);

/// <summary>Something that happened to a stream.</summary>
internal sealed record StreamView(string Stream, SubscriptionEvent Change);
