using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Capabilities;

/// <summary>Answers how an account's orders were filled.</summary>
public interface IFills
{
    /// <summary>Fills of a market, oldest first.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="order">Of this order only.</param>
    /// <param name="from">Filled at or after this.</param>
    /// <param name="to">Filled at or before this.</param>
    /// <param name="limit">How many at most; the venue's default without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Fill>> GetFillsAsync(
        Symbol symbol, OrderId? order = null, Timestamp? from = null, Timestamp? to = null, int? limit = null,
        CancellationToken cancellationToken = default);

    /// <summary>Fills of a market from a trade on, oldest first: the way to read a history without gap.</summary>
    /// <param name="symbol">The market.</param>
    /// <param name="first">The first trade's id.</param>
    /// <param name="limit">How many at most; the venue's default without.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Fill>> GetFillsFromAsync(
        Symbol symbol, TradeId first, int? limit = null, CancellationToken cancellationToken = default);
}
