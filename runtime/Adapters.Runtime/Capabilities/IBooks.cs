using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Capabilities;

/// <summary>Answers what is bid and asked.</summary>
public interface IBooks
{
    /// <summary>The book as it is now.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="depth">Levels per side at most; the venue's default without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<OrderBook> GetBookAsync(Symbol symbol, int? depth = null, CancellationToken cancellationToken = default);

    /// <summary>Opens a book that follows the venue until it is disposed.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="listener">Set up on the book before anything arrives, so that no event is missed.</param>
    /// <param name="cancellationToken">Ends waiting for the subscription.</param>
    /// <exception cref="SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    ValueTask<LiveBook> OpenBookAsync(
        Symbol symbol, Action<LiveBook>? listener = null, CancellationToken cancellationToken = default);
}
