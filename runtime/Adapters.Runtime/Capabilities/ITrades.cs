using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Capabilities;

/// <summary>Answers what was traded.</summary>
public interface ITrades
{
    /// <summary>The latest trades, oldest first.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="limit">How many at most; the venue's default without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Trade>> GetTradesAsync(
        Symbol symbol, int? limit = null, CancellationToken cancellationToken = default);

    /// <summary>Trades as they happen. The handler runs on the receiving loop and must not block.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="handler">Takes each message, in order, one at a time.</param>
    /// <param name="changed">Hears when it is connected, lost, resumed, silent or refused, and of messages that could not be
    /// read.</param>
    /// <param name="cancellationToken">Ends waiting for the acknowledgement; the subscription is ended by disposing it.
    /// </param>
    /// <exception cref="SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    ValueTask<Subscription> SubscribeTradesAsync(
        Symbol symbol, MessageHandler<Trade> handler, Action<SubscriptionEvent>? changed = null,
        CancellationToken cancellationToken = default);
}
