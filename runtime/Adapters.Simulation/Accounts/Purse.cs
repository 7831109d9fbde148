using Adapters.Domain;

namespace Adapters.Simulation.Accounts;

/// <summary>What came to somebody who needs no funds of his own: the crowd, which may have given more than it got, and
/// the venue. With what the accounts have it adds up to what was deposited.</summary>
internal sealed class Purse
{
    private readonly Dictionary<Asset, decimal> _net = [];

    internal decimal this[Asset asset] => _net.GetValueOrDefault(asset);

    internal IEnumerable<Asset> Assets => _net.Keys;

    internal void Add(Asset asset, decimal amount) => _net[asset] = this[asset] + amount;
}
