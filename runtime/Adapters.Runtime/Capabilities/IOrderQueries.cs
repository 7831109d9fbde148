using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Capabilities;

/// <summary>Answers what became of orders.</summary>
public interface IOrderQueries
{
    /// <summary>One order; null where the venue knows none.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<Order?> GetOrderAsync(OrderRef order, CancellationToken cancellationToken = default);

    /// <summary>Orders that can still be filled.</summary>
    /// <param name="symbol">The market; all without, which costs more of the limits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Order>> GetOpenOrdersAsync(
        Symbol? symbol = null, CancellationToken cancellationToken = default);

    /// <summary>Orders of a market, open or not, oldest first.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="from">Taken at or after this.</param>
    /// <param name="to">Taken at or before this.</param>
    /// <param name="limit">How many at most; the venue's default without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Order>> GetOrdersAsync(
        Symbol symbol, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default);
}
