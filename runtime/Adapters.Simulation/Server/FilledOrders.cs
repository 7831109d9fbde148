using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Simulation.Accounts;

namespace Adapters.Simulation.Server;

/// <summary>Takes an order off the count of orders when it is filled for the first time, whenever it was placed.</summary>
internal sealed class FilledOrders(LimitLedger ledger, IReadOnlyList<LimitInfo> limits, TimeProvider time) : IAccountObserver
{
    private readonly LimitCost[] _one =
        [.. limits.Where(static limit => limit.Kind == LimitKind.Orders).Select(static limit => new LimitCost(limit.Name, 1))];

    public void OnEvent(SimulatedAccount account, AccountEvent happened)
    {
        if (happened is OrderEvent { Fill: { } fill, Order: { } order } && order.Filled == fill.Quantity)
        {
            ledger.TakeBackOrders(_one, _ => account.Id, time.GetUtcNow());
        }
    }
}
