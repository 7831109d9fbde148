using Adapters.Domain;
using Adapters.Orders;

namespace Adapters.Capabilities;

/// <summary>Cancels an order and places another one with one call. The new order has no place in the queue of the old
/// one; to keep it, amend.</summary>
public interface IOrderReplacer
{
    /// <summary>Cancels an order and then places another one in the same market. The order is prepared first, and
    /// nothing is sent where it breaks a rule, or where the client id that names the other order is to be its own.</summary>
    /// <param name="order">The order to cancel.</param>
    /// <param name="request">The order to place.</param>
    /// <param name="inAnyCase">The new order is placed even if the other one could not be cancelled: both may then be
    /// filled.</param>
    /// <param name="maxWait">How long it may wait for the rate limiter; not at all without.</param>
    /// <param name="cancellationToken">Gives it up before it is sent; afterwards both outcomes are unknown.</param>
    /// <returns>How each part ended.</returns>
    /// <exception cref="Adapters.Rest.RequestException">Credentials are missing, or the environment does not trade;
    /// nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">Given up before it was sent.</exception>
    ValueTask<ReplaceOutcome> ReplaceAsync(
        OrderRef order, OrderRequest request, bool inAnyCase = false, TimeSpan maxWait = default,
        CancellationToken cancellationToken = default);
}
