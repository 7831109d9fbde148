using Adapters.Domain;
using Adapters.Orders;

namespace Adapters.Trading;

/// <summary>Follows the account's orders: knows what the private stream has told, and hears of what answers
/// tell.</summary>
internal interface IOrderWitness
{
    /// <summary>An order as it was last heard of; null where it was not.</summary>
    Order? Find(OrderRef order);

    /// <summary>Hears of an outcome.</summary>
    void Witness(OrderOutcome outcome);
}
