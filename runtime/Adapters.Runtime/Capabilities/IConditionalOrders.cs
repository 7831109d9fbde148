using Adapters.Orders;

namespace Adapters.Capabilities;

/// <summary>Places orders that depend on each other: one cancels the other, or one comes to the book when another is
/// filled.</summary>
public interface IConditionalOrders
{
    /// <summary>Places a list of orders: all, or none. Each is prepared first, and nothing is sent where one breaks a
    /// rule. Cancelling one of them later may cancel all, as the venue has it.</summary>
    /// <param name="request">The orders.</param>
    /// <param name="maxWait">How long they may wait for the rate limiter; not at all without.</param>
    /// <param name="cancellationToken">Gives them up before they are sent; afterwards the outcomes are unknown.</param>
    /// <returns>How it ended for each: the working order first, then the others as they were given. What is unknown is
    /// resolved order by order.</returns>
    /// <exception cref="Adapters.Rest.RequestException">Credentials are missing, or the environment does not trade;
    /// nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">Given up before they were sent.</exception>
    ValueTask<IReadOnlyList<OrderOutcome>> PlaceListAsync(
        OrderListRequest request, TimeSpan maxWait = default, CancellationToken cancellationToken = default);
}
