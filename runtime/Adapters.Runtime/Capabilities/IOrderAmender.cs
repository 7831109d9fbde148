using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;

namespace Adapters.Capabilities;

/// <summary>Changes open orders.</summary>
public interface IOrderAmender
{
    /// <summary>Changes an open order. What the venue's table does not allow is refused unsent.</summary>
    /// <param name="request">The change.</param>
    /// <param name="maxWait">How long it may wait for the rate limiter; not at all without.</param>
    /// <param name="cancellationToken">Gives it up before it is sent; afterwards the outcome is unknown.</param>
    /// <returns>Acknowledged with the changed order, rejected, or unknown.</returns>
    /// <exception cref="Adapters.Rest.RequestException">Credentials are missing, or the environment does not trade;
    /// nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">Given up before it was sent.</exception>
    ValueTask<OrderOutcome> AmendAsync(
        AmendRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default);
}
