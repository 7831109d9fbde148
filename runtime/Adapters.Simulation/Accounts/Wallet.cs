using Adapters.Domain;

namespace Adapters.Simulation.Accounts;

/// <summary>What an account has. Every change keeps all parts from becoming negative.</summary>
internal sealed class Wallet(string owner)
{
    private readonly Dictionary<Asset, int> _places = [];
    private readonly List<AccountBalance> _balances = [];
    private readonly List<Asset> _touched = [];
    private readonly List<BalanceChange> _changes = [];

    internal IReadOnlyList<AccountBalance> All => _balances;

    /// <summary>Assets that changed since the last <see cref="Drain"/>.</summary>
    internal bool IsTouched => _touched.Count > 0;

    internal AccountBalance this[Asset asset] =>
        _places.TryGetValue(asset, out var place) ? _balances[place] : new AccountBalance(asset, 0m, 0m, 0m);

    internal void Add(Asset asset, decimal amount, BalanceReason reason, long? orderId = null)
    {
        var balance = this[asset];
        Set(balance with { Free = balance.Free + amount });
        _changes.Add(new BalanceChange(asset, amount, reason, orderId));
    }

    internal void SpendLocked(Asset asset, decimal amount, BalanceReason reason, long? orderId)
    {
        var balance = this[asset];
        Set(balance with { LockedByOrders = balance.LockedByOrders - amount });
        _changes.Add(new BalanceChange(asset, -amount, reason, orderId));
    }

    /// <summary>Moves from free to locked; back where the amount is negative.</summary>
    internal void Lock(Asset asset, decimal amount)
    {
        var balance = this[asset];
        Set(balance with { Free = balance.Free - amount, LockedByOrders = balance.LockedByOrders + amount });
    }

    /// <summary>The same for something outside the exchange.</summary>
    internal void LockExternally(Asset asset, decimal amount)
    {
        var balance = this[asset];
        Set(balance with { Free = balance.Free - amount, LockedExternally = balance.LockedExternally + amount });
    }

    /// <summary>Gives what changed since the last time.</summary>
    internal (AccountBalance[] Balances, BalanceChange[] Changes) Drain()
    {
        var balances = new AccountBalance[_touched.Count];
        for (var i = 0; i < balances.Length; i++)
        {
            balances[i] = this[_touched[i]];
        }

        BalanceChange[] changes = [.. _changes];
        _touched.Clear();
        _changes.Clear();
        return (balances, changes);
    }

    private void Set(in AccountBalance balance)
    {
        if (balance.Free < 0m || balance.LockedByOrders < 0m || balance.LockedExternally < 0m)
        {
            throw new InvariantException($"A balance of {owner} would become negative: {balance}");
        }

        if (_places.TryGetValue(balance.Asset, out var place))
        {
            _balances[place] = balance;
        }
        else
        {
            _places.Add(balance.Asset, _balances.Count);
            _balances.Add(balance);
        }

        if (!_touched.Contains(balance.Asset))
        {
            _touched.Add(balance.Asset);
        }
    }
}
