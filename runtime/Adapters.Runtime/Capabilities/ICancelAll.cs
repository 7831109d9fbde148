using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Capabilities;

/// <summary>Cancels all open orders at once.</summary>
public interface ICancelAll
{
    /// <summary>Cancels all open orders of a market. It may use the share of the limits that is reserved for cancels.
    /// </summary>
    /// <returns>The cancelled orders; none where none was open.</returns>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached; class
    /// <see cref="ErrorClass.UnknownOutcome"/> where it may have happened: ask for the open orders.</exception>
    ValueTask<IReadOnlyList<Order>> CancelAllAsync(Symbol symbol, CancellationToken cancellationToken = default);
}
