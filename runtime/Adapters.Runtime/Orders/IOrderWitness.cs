using Adapters.Domain;

namespace Adapters.Orders;

/// <summary>Follows the account's orders: knows what the private stream has told, and hears of what answers tell.</summary>
internal interface IOrderWitness
{
    /// <summary>An order as it was last heard of; null where it was not.</summary>
    Order? Find(OrderRef order);

    /// <summary>Hears of an outcome.</summary>
    void Witness(OrderOutcome outcome);
}

/// <summary>All who follow an account at present. Safe from any thread.</summary>
internal sealed class OrderWitnesses : IOrderWitness
{
    private readonly Lock _gate = new();
    private volatile IOrderWitness[] _all = []; // replaced as a whole

    public Order? Find(OrderRef order)
    {
        foreach (var witness in _all)
        {
            if (witness.Find(order) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    public void Witness(OrderOutcome outcome)
    {
        foreach (var witness in _all)
        {
            witness.Witness(outcome);
        }
    }

    internal void Add(IOrderWitness witness)
    {
        lock (_gate)
        {
            _all = [.. _all, witness];
        }
    }

    internal void Remove(IOrderWitness witness)
    {
        lock (_gate)
        {
            _all = [.. _all.Where(other => other != witness)];
        }
    }
}
