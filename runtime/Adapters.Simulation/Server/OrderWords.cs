using Adapters.Simulation.Orders;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What a venue says of orders and lists of orders: what is known of them, with the venue's words for kinds,
/// states and reasons.</summary>
/// <param name="face">The venue.</param>
public sealed class OrderWords(VenueFace face)
{
    private readonly Dictionary<string, Func<OrderSnapshot, object?>> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<OrderListSnapshot, OrderListEventKind?, object?>> _lists =
        new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<AccountFill, object?>> _fills = new(StringComparer.Ordinal);

    /// <summary>Words of the reasons for which events tell that an order or list was refused.</summary>
    public WordTable<RejectReason> Reasons { get; set; } = new();

    /// <summary>Says of orders what clients say of them: kind and time in force.</summary>
    public void Say(OrderForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Say(order => form.Kinds.Word((order.Entry.Kind, order.Entry.PostOnly)), "Type", "OrderType");
        Say(order => form.Times.Word(order.Entry.TimeInForce), "TimeInForce");
    }

    /// <summary>Says side, state and self-trade prevention in capitals.</summary>
    public void SayInCapitals()
    {
        Say(static order => VenueTexts.Capitals(order.Side), "Side");
        Say(static order => VenueTexts.Capitals(order.State), "Status");
        Say(static order => VenueTexts.Capitals(order.SelfTradePrevention), "SelfTradePreventionMode", "StpMode");
    }

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
    /// <param name="word">The word of a list and what happened to it, where an event tells it; null for none.</param>
    /// <param name="name">The field that holds it, as C# properties are called.</param>
    public void SayOfList(Func<OrderListSnapshot, OrderListEventKind?, object?> word, string name) =>
        _lists.Add(name, word);

    /// <summary>Adds a word for fills.</summary>
    /// <param name="word">The word; null for none.</param>
    /// <param name="name">The field that holds it, as C# properties are called.</param>
    public void SayOfFill(Func<AccountFill, object?> word, string name) => _fills.Add(name, word);

    /// <summary>An order.</summary>
    public ServerValues Of(OrderSnapshot order) => Of(order, OrderValues.Of(order));

    /// <summary>A list, with its orders by their ids.</summary>
    public ServerValues Of(OrderListSnapshot list) => Of(list, null);

    internal ServerValues Of(OrderListSnapshot list, OrderListEventKind? happened)
    {
        ArgumentNullException.ThrowIfNull(list);
        return face.Values(list.Market).With(OrderValues.Of(list))
            .With(name => _lists.GetValueOrDefault(name)?.Invoke(list, happened))
            .With("Orders", list.Orders.Select(static order => new ServerValues(OrderValues.Of(order))));
    }

    /// <summary>A fill.</summary>
    public ServerValues Of(AccountFill fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return face.Values(fill.Market).With(OrderValues.Of(fill))
            .With(name => _fills.GetValueOrDefault(name)?.Invoke(fill));
    }

    internal ServerValues Of(OrderSnapshot order, Func<string, object?> known) => face.Values(order.Market).With(known)
        .With(name => _orders.GetValueOrDefault(name)?.Invoke(order));
}
