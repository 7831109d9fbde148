using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>One change of an order's quantity by its owner.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="ExecutionId">The market's number of what happened.</param>
/// <param name="OldClientOrderId">Its client order id before.</param>
/// <param name="NewClientOrderId">Its client order id after.</param>
/// <param name="OldQuantity">Its quantity before, base units.</param>
/// <param name="NewQuantity">Its quantity after, base units.</param>
/// <param name="Time">When.</param>
public sealed record Amendment(
    long OrderId,
    long ExecutionId,
    ClientOrderId OldClientOrderId,
    ClientOrderId NewClientOrderId,
    decimal OldQuantity,
    decimal NewQuantity,
    Timestamp Time);
