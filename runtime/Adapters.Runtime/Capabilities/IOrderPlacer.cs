using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;

namespace Adapters.Capabilities;

/// <summary>Places and cancels orders. Nothing is ever sent twice.</summary>
public interface IOrderPlacer
{
    /// <summary>Makes of a request what would be sent: checked against the venue's table of orders and the market's
    /// limits, rounded onto tick and step, with a client id.</summary>
    /// <remarks>It refuses only what the venue is sure to refuse. The venue alone judges what depends on its average
    /// price (bands of prices, the value of a market order with a quantity in base units), on its book, and on the
    /// account: open orders, position, balance. On Binance these are PERCENT_PRICE, PERCENT_PRICE_BY_SIDE, NOTIONAL and
    /// MIN_NOTIONAL of market orders, and the filters that begin with MAX_.</remarks>
    /// <exception cref="ExchangeException">It would be refused; the class and the sentence tell why.</exception>
    ValueTask<OrderRequest> PrepareAsync(OrderRequest request, CancellationToken cancellationToken = default);

    /// <summary>Places an order. It is prepared first, and refused unsent where it breaks a rule.</summary>
    /// <param name="request">The order.</param>
    /// <param name="maxWait">How long it may wait for the rate limiter; without, it is refused at once where there is
    /// no room, and the error names the time to wait.</param>
    /// <param name="cancellationToken">Cancels it before it is sent; afterwards the outcome is unknown.</param>
    /// <returns>How it ended: acknowledged, rejected or unknown.</returns>
    /// <exception cref="Adapters.Rest.RequestException">Credentials are missing, or the environment does not trade;
    /// nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before it was sent.</exception>
    ValueTask<OrderOutcome> PlaceAsync(
        OrderRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default);

    /// <summary>Cancels an order. It may use the share of the limits that is reserved for cancels.</summary>
    /// <param name="order">The order.</param>
    /// <param name="maxWait">How long the cancel may wait for the rate limiter; not at all without.</param>
    /// <param name="cancellationToken">Gives it up before it is sent; afterwards the outcome is unknown.</param>
    /// <returns>Acknowledged with the cancelled order, rejected (class <see cref="ErrorClass.UnknownOrder"/> where
    /// there is no such open order), or unknown.</returns>
    /// <exception cref="Adapters.Rest.RequestException">Credentials are missing, or the environment does not trade;
    /// nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">Given up before it was sent.</exception>
    ValueTask<OrderOutcome> CancelAsync(
        OrderRef order, TimeSpan maxWait = default, CancellationToken cancellationToken = default);

    /// <summary>Settles an unknown outcome by asking, never by sending again. An order that is not found is rejected
    /// only once the receive window of its request has passed on the server's clock; until then it is asked for
    /// again.</summary>
    /// <param name="outcome">The outcome; one that is known is given back as it is.</param>
    /// <param name="cancellationToken">Ends asking.</param>
    /// <returns>Acknowledged or rejected; unknown again where the venue cannot be asked.</returns>
    ValueTask<OrderOutcome> ResolveAsync(OrderOutcome outcome, CancellationToken cancellationToken = default);
}
