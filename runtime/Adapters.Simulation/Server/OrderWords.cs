using Adapters.Simulation.Orders;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What a venue says of orders and lists of orders: what is known of them, with the venue's words for kinds,
/// states and reasons.</summary>
/// <param name="face">The venue.</param>
public sealed class OrderWords(VenueFace face)
{
    private readonly Dictionary<string, Func<OrderSnapshot, object?>> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<OrderListSnapshot, object?>> _lists = new(StringComparer.Ordinal);

    /// <summary>Adds a word for orders.</summary>
    /// <param name="word">The word; null for none.</param>
    /// <param name="names">The fields that hold it, as C# properties are called.</param>
    public void Say(Func<OrderSnapshot, object?> word, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _orders.Add(name, word);
        }
    }

    /// <summary>Adds a word for lists of orders.</summary>
    /// <param name="word">The word; null for none.</param>
    /// <param name="name">The field that holds it, as C# properties are called.</param>
    public void SayOfList(Func<OrderListSnapshot, object?> word, string name) => _lists.Add(name, word);

    /// <summary>An order.</summary>
    public ServerValues Of(OrderSnapshot order) => Of(order, OrderValues.Of(order));

    /// <summary>A list, with its orders by their ids.</summary>
    public ServerValues Of(OrderListSnapshot list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return face.Values(list.Market).With(OrderValues.Of(list))
            .With(name => _lists.GetValueOrDefault(name)?.Invoke(list))
            .With("Orders", list.Orders.Select(static order => new ServerValues(OrderValues.Of(order))));
    }

    internal ServerValues Of(OrderSnapshot order, Func<string, object?> known) => face.Values(order.Market).With(known)
        .With(name => _orders.GetValueOrDefault(name)?.Invoke(order));
}
