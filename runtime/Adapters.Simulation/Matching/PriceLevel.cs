namespace Adapters.Simulation.Matching;

/// <summary>The orders at one price, the oldest first.</summary>
internal sealed class PriceLevel(decimal price)
{
    private readonly LinkedList<RestingOrder> _orders = new();

    internal decimal Price { get; } = price;

    internal decimal Quantity { get; private set; }

    internal int Count => _orders.Count;

    internal RestingOrder Oldest => _orders.First!.Value;

    internal IEnumerable<RestingOrder> Orders => _orders;

    internal BookLevel View => new(Price, Quantity, Count);

    internal void Add(RestingOrder order)
    {
        _orders.AddLast(order);
        Quantity += order.Remaining;
    }

    /// <summary>Takes quantity off an order and removes it once nothing is left.</summary>
    internal void Take(RestingOrder order, decimal quantity)
    {
        order.Remaining -= quantity;
        Quantity -= quantity;
        if (order.Remaining == 0m)
        {
            _orders.Remove(order);
        }
    }
}
