using Adapters.Simulation.Accounts;

namespace Adapters.Simulation.Trading;

/// <summary>Collects what happens to accounts during an operation and tells it once the operation is whole.</summary>
internal sealed class AccountFeed
{
    private readonly List<(SimulatedAccount Account, AccountEvent Happened)> _waiting = [];
    private readonly List<SimulatedAccount> _touched = [];

    internal void Add(SimulatedAccount account, AccountEvent happened)
    {
        _waiting.Add((account, happened));
        if (!_touched.Contains(account))
        {
            _touched.Add(account);
        }
    }

    internal void Deliver(TradingFloor floor)
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        foreach (var account in _touched)
        {
            account.EmitBalances(floor.Now);
        }

        _touched.Clear();
        floor.IsTelling = true;
        try
        {
            foreach (var (account, happened) in _waiting)
            {
                account.Tell(happened);
            }
        }
        finally
        {
            floor.IsTelling = false;
            _waiting.Clear();
        }
    }
}
