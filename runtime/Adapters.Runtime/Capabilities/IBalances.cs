using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Capabilities;

/// <summary>Answers what an account holds.</summary>
public interface IBalances
{
    /// <summary>Balances that are not zero.</summary>
    /// <exception cref="ExchangeException">The venue refused, or could not be reached.</exception>
    ValueTask<IReadOnlyList<Balance>> GetBalancesAsync(CancellationToken cancellationToken = default);
}
