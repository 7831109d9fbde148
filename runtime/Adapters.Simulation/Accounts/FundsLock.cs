using Adapters.Domain;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Accounts;

/// <summary>What an order holds of its account's balance. The two orders of a pair hold one together, because only one
/// of them can be filled.</summary>
internal sealed class FundsLock(Wallet wallet, Asset asset)
{
    private readonly List<AccountOrder> _holders = [];

    internal decimal Amount { get; private set; }

    internal Asset Asset => asset;

    internal void Hold(AccountOrder order) => _holders.Add(order);

    /// <summary>Locks more, or releases.</summary>
    internal void Resize(decimal amount)
    {
        if (amount != Amount)
        {
            wallet.Lock(asset, amount - Amount);
            Amount = amount;
        }
    }

    /// <summary>Brings the lock to what its orders need now.</summary>
    internal void Fit()
    {
        var need = 0m;
        foreach (var order in _holders)
        {
            need = Math.Max(need, order.Need);
        }

        Resize(need);
    }

    /// <summary>Pays out of it.</summary>
    internal void Spend(decimal amount, BalanceReason reason, long? orderId)
    {
        wallet.SpendLocked(asset, amount, reason, orderId);
        Amount -= amount;
    }
}
