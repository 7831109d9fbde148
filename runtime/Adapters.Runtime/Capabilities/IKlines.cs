using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Capabilities;

/// <summary>Answers how prices moved, in bars of an interval.</summary>
public interface IKlines
{
    /// <summary>Intervals the venue has.</summary>
    IReadOnlyList<Interval> Intervals { get; }

    /// <summary>Bars, oldest first; the last may still be open.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="interval">Length of a bar.</param>
    /// <param name="from">Opens at or after this.</param>
    /// <param name="to">Opens at or before this.</param>
    /// <param name="limit">How many at most; the venue's default without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ConversionException">The venue has no such interval.</exception>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Kline>> GetKlinesAsync(
        Symbol symbol, Interval interval, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default);

    /// <summary>Bars as they change and close. The handler runs on the receiving loop and must not block.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="interval">Length of a bar.</param>
    /// <param name="handler">Takes each message, in order, one at a time.</param>
    /// <param name="changed">Hears when it is connected, lost, resumed, silent or refused, and of messages that could not be
    /// read.</param>
    /// <param name="cancellationToken">Ends waiting for the acknowledgement; the subscription is ended by disposing it.
    /// </param>
    /// <exception cref="ConversionException">The venue has no such interval.</exception>
    /// <exception cref="SubscriptionException">The venue refused, or did not acknowledge in time.</exception>
    ValueTask<Subscription> SubscribeKlinesAsync(
        Symbol symbol, Interval interval, MessageHandler<Kline> handler, Action<SubscriptionEvent>? changed = null,
        CancellationToken cancellationToken = default);
}
