using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Capabilities;

/// <summary>Answers at what price a market trades: statistics of the last 24 hours, and the best bid and ask.</summary>
public interface ITickers
{
    /// <summary>Statistics of one market.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<Ticker> GetTickerAsync(Symbol symbol, CancellationToken cancellationToken = default);

    /// <summary>Statistics of all markets.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Ticker>> GetTickersAsync(CancellationToken cancellationToken = default);

    /// <summary>The best bid and ask of one market.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<Quote> GetQuoteAsync(Symbol symbol, CancellationToken cancellationToken = default);

    /// <summary>Statistics as they change. The handler runs on the receiving loop and must not block.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="handler">Takes each message, in order, one at a time.</param>
    /// <param name="changed">Hears when it is connected, lost, resumed, silent or refused, and of messages that could not be
    /// read.</param>
    /// <param name="cancellationToken">Ends waiting for the acknowledgement; the subscription is ended by disposing it.
    /// </param>
    /// <exception cref="SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    ValueTask<Subscription> SubscribeTickersAsync(
        Symbol symbol, MessageHandler<Ticker> handler, Action<SubscriptionEvent>? changed = null,
        CancellationToken cancellationToken = default);

    /// <summary>The best bid and ask as they change. The handler runs on the receiving loop and must not block.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="handler">Takes each message, in order, one at a time.</param>
    /// <param name="changed">Hears when it is connected, lost, resumed, silent or refused, and of messages that could not be
    /// read.</param>
    /// <param name="cancellationToken">Ends waiting for the acknowledgement; the subscription is ended by disposing it.
    /// </param>
    /// <exception cref="SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    ValueTask<Subscription> SubscribeQuotesAsync(
        Symbol symbol, MessageHandler<Quote> handler, Action<SubscriptionEvent>? changed = null,
        CancellationToken cancellationToken = default);
}
