using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Capabilities;

/// <summary>Answers what fills cost.</summary>
public interface IFees
{
    /// <summary>The account's fees in a market.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<Fees> GetFeesAsync(Symbol symbol, CancellationToken cancellationToken = default);
}
