using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Sockets;

namespace Adapters.Faces.Tests.Faults;

/// <summary>An account as its handlers were told it, update by update.</summary>
internal sealed class View
{
    private readonly ScenarioLog _log;
    private readonly Twist _twist;
    private bool _isTwisted;

    public View(ScenarioLog log, Twist twist)
    {
        (_log, _twist) = (log, twist);
        Handlers = new AccountHandlers { Orders = OnOrder, Fills = OnFill, Balances = OnBalance, Changed = OnChanged };
    }

    public AccountHandlers Handlers { get; }

    public Dictionary<OrderId, Order> Orders { get; } = [];

    public Dictionary<TradeId, Fill> Fills { get; } = [];

    public Dictionary<Asset, Balance> Balances { get; } = [];

    /// <summary>Updates that must not have been told.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>How many updates were told.</summary>
    public long Updates { get; private set; }

    private void OnOrder(in Order order)
    {
        Updates++;
        _log.Add($"told: order {order.Id} {order.ClientId} {order.Status} {order.FilledQuantity} of {order.Quantity}");
        if (Orders.TryGetValue(order.Id, out var before))
        {
            var isForward = before.IsOpen ? Rank(order.Status) >= Rank(before.Status) : order.Status == before.Status;
            if (!isForward || order.FilledQuantity < before.FilledQuantity || order.Quantity > before.Quantity)
            {
                Problems.Add(
                    $"diverged: order {order.Id} went from {before.Status} {before.FilledQuantity} of {before.Quantity} "
                    + $"to {order.Status} {order.FilledQuantity} of {order.Quantity}");
            }

            if ((order.Status, order.FilledQuantity, order.Quantity, order.Price, order.ClientId)
                == (before.Status, before.FilledQuantity, before.Quantity, before.Price, before.ClientId))
            {
                Problems.Add($"order {order.Id} {order.Status} {order.FilledQuantity} was told twice");
            }
        }

        _isTwisted |= _twist == Twist.OrderStale && !order.IsOpen;
        Orders[order.Id] = _isTwisted && _twist == Twist.OrderStale && Orders.Count == 5 ? order with { Status = OrderStatus.Open } : order;
    }

    private void OnFill(in Fill fill)
    {
        Updates++;
        _log.Add($"told: fill {fill.Id} of {fill.OrderId}: {fill.Quantity}");
        if (_twist == Twist.FillLost && Fills.Count == 3 && !_isTwisted)
        {
            _isTwisted = true;
            return;
        }

        if (!Fills.TryAdd(fill.Id, fill))
        {
            Problems.Add($"fill {fill.Id} was told twice");
        }
    }

    private void OnBalance(in Balance balance)
    {
        Updates++;
        _log.Add($"told: {balance.Asset} {balance.Free} + {balance.Locked} at {balance.Time}");
        Balances[balance.Asset] = balance;
    }

    private void OnChanged(SubscriptionEvent change) => _log.Add($"told: {change.Kind}");

    private static int Rank(OrderStatus status) => status switch
    {
        OrderStatus.Pending => 0,
        OrderStatus.Open => 1,
        OrderStatus.PartiallyFilled => 2,
        _ => 3,
    };
}
