using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>The orders at one price, the oldest first.</summary>
internal sealed class PriceLevel(decimal price)
{
    private readonly LinkedList<RestingOrder> _orders = new();

    internal decimal Price { get; } = price;

    /// <summary>What the book shows.</summary>
    internal decimal Quantity { get; private set; }

    /// <summary>What is there with the hidden parts.</summary>
    internal decimal Whole { get; private set; }

    internal int Count => _orders.Count;

    internal RestingOrder Oldest => _orders.First!.Value;

    internal IEnumerable<RestingOrder> Orders => _orders;

    internal BookLevel View => new(Price, Quantity, Count);

    internal void Add(RestingOrder order)
    {
        order.Place = _orders.AddLast(order);
        Quantity += order.Visible;
        Whole += order.Remaining;
    }

    /// <summary>Takes quantity off the visible part of an order. Nothing visible left: the next part goes to the end of
    /// the queue; nothing at all left: the order goes.</summary>
    internal void Match(RestingOrder order, decimal quantity)
    {
        order.Match(quantity);
        Quantity -= quantity;
        Whole -= quantity;
        if (order.Visible > 0m)
        {
            return;
        }

        _orders.Remove(order.Place!);
        if (order.Remaining > 0m)
        {
            order.Show();
            order.Place = _orders.AddLast(order);
            Quantity += order.Visible;
        }
    }

    /// <summary>Makes an order smaller in its place; nothing left: the order goes.</summary>
    internal void Shrink(RestingOrder order, decimal by)
    {
        var visible = order.Visible;
        order.Shrink(by);
        Quantity -= visible - order.Visible;
        Whole -= by;
        if (order.Remaining == 0m)
        {
            _orders.Remove(order.Place!);
        }
    }
}
