using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

/// <summary>What an account did in one market, oldest first.</summary>
internal sealed class AccountBook
{
    private readonly Dictionary<ClientOrderId, AccountOrder> _byClientId = [];
    private readonly Dictionary<long, AccountOrder> _byId = [];

    internal List<AccountOrder> Orders { get; } = [];

    internal List<AccountOrder> Open { get; } = [];

    internal List<AccountFill> Fills { get; } = [];

    internal List<PreventedMatch> Prevented { get; } = [];

    internal List<Amendment> Amendments { get; } = [];

    internal List<OrderList> Lists { get; } = [];

    internal List<OrderList> OpenLists { get; } = [];

    internal void Add(AccountOrder order)
    {
        Orders.Add(order);
        Open.Add(order);
        _byId.Add(order.Id, order);
        _byClientId[order.ClientId] = order;
    }

    /// <summary>Gives an order another client order id; the old one finds the order that had it before, if any.
    /// </summary>
    internal void Rename(AccountOrder order, ClientOrderId clientId)
    {
        var former = order.ClientId;
        if (clientId == former)
        {
            return;
        }

        order.ClientId = clientId;
        if (_byClientId.GetValueOrDefault(former) == order)
        {
            _byClientId.Remove(former);
            if (Orders.FindLast(other => other.ClientId == former) is { } before)
            {
                _byClientId.Add(former, before);
            }
        }

        _byClientId[clientId] = order;
    }

    internal AccountOrder? Find(long id) => _byId.GetValueOrDefault(id);

    /// <summary>The order that has this client order id, the last one where several had it.</summary>
    internal AccountOrder? Find(ClientOrderId clientId) => _byClientId.GetValueOrDefault(clientId);

    /// <summary>The order that has both ids, where both are given.</summary>
    internal AccountOrder? Find(long? id, ClientOrderId? clientId)
    {
        var order = id is { } number ? Find(number) : clientId is { } text ? Find(text) : null;
        return order is not null && clientId is { } expected && order.ClientId != expected ? null : order;
    }

    /// <summary>The list that has both ids, where both are given; the last one where several had them.</summary>
    internal OrderList? FindList(long? id, ClientOrderId? clientId) => id is null && clientId is null
        ? null
        : Lists.FindLast(list =>
            (id is not { } number || list.Id == number) && (clientId is not { } text || list.ClientId == text));

    internal bool HasOpen(ClientOrderId clientId) => Find(clientId) is { IsOpen: true };
}
