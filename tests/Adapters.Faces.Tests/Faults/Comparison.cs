using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Simulation;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using OrderOutcome = Adapters.Orders.OrderOutcome;

namespace Adapters.Faces.Tests.Faults;

/// <summary>What an adapter tells, beside what the exchange knows.</summary>
internal static class Comparison
{
    /// <summary>Where the private view is not the exchange's: orders, fills, balances.</summary>
    /// <param name="account">The account on the exchange.</param>
    /// <param name="markets">All markets.</param>
    /// <param name="view">What was told.</param>
    /// <param name="live">The account of the adapter.</param>
    /// <param name="from">What had ended before need not be told.</param>
    public static IEnumerable<string> OfView(
        SimulatedAccount account, IReadOnlyList<SimulatedMarket> markets, View view, ILiveAccount live, Timestamp from)
    {
        var orders = OrdersOf(account, markets);
        foreach (var order in orders)
        {
            if (!view.Orders.TryGetValue(OrderId.FromInt64(order.Id), out var told))
            {
                if (!order.IsOpen && order.UpdatedAt < from)
                {
                    continue;
                }

                yield return $"lost: order {order.Id} '{order.ClientOrderId}' {order.State} is not known";
            }
            else if ((told.Status, told.FilledQuantity, told.Quantity, told.Price, told.ClientId)
                != (Status(order), order.Filled, order.Quantity, order.Entry.Price, order.ClientOrderId))
            {
                yield return $"diverged: order {order.Id} is {Status(order)} {order.Filled} of {order.Quantity} "
                    + $"as '{order.ClientOrderId}', "
                    + $"told as {told.Status} {told.FilledQuantity} of {told.Quantity} as '{told.ClientId}'";
            }
        }

        var open = live.OpenOrders.Select(static order => order.Id).ToHashSet();
        if (!open.SetEquals(orders.Where(static order => order.IsOpen).Select(static order => OrderId.FromInt64(order.Id))))
        {
            yield return $"diverged: {open.Count} open orders are known, {orders.Count(static order => order.IsOpen)} are there";
        }

        var fills = markets.SelectMany(market => account.Fills(market, default)).ToList();
        foreach (var fill in fills)
        {
            if (!view.Fills.TryGetValue(TradeId.FromInt64(fill.TradeId!.Value), out var told))
            {
                if (fill.Time < from)
                {
                    continue;
                }

                yield return $"lost: fill {fill.TradeId} of order {fill.OrderId} is not known";
            }
            else if ((told.OrderId, told.Price, told.Quantity, told.Fee, told.Side)
                != (OrderId.FromInt64(fill.OrderId), fill.Price, fill.Quantity, Told(fill.Commission), fill.Side))
            {
                yield return $"diverged: fill {fill.TradeId}";
            }
        }

        if (view.Fills.Count > fills.Count)
        {
            yield return $"doubled: {view.Fills.Count} fills were told, {fills.Count} happened";
        }

        foreach (var balance in account.Balances)
        {
            var told = live.Balances.FirstOrDefault(known => known.Asset == balance.Asset);
            var heard = view.Balances.GetValueOrDefault(balance.Asset);
            var (free, locked) = (Told(balance.Free), Told(balance.Locked));
            if ((told.Free, told.Locked) != (free, locked) || (heard.Free, heard.Locked) != (told.Free, told.Locked))
            {
                yield return $"diverged: {balance.Asset} is {balance.Free} + {balance.Locked}, known as {told.Free} + {told.Locked}, "
                    + $"told as {heard.Free} + {heard.Locked}";
            }
        }
    }

    /// <summary>Where an outcome that was told is not what the exchange did.</summary>
    public static IEnumerable<string> OfOutcomes(
        SimulatedAccount account, Strategy strategy, IReadOnlyList<SimulatedMarket> markets)
    {
        var orders = OwnOrdersOf(account, markets);
        var lists = new Dictionary<IReadOnlyList<TrackedOrder>, HashSet<long?>>();
        foreach (var order in strategy.Orders.Where(static order => order.Placed is { IsAcknowledged: true }))
        {
            if (!orders.Remove(order.Id!.Value, out var found))
            {
                yield return $"lost: {order.Placed}: the exchange has no such order, or two outcomes name it";
                continue;
            }

            lists.TryAdd(order.List, []);
            lists[order.List].Add(found.ListId);
            foreach (var problem in OfChanges(account, order, found, strategy.HasCancelledAll(order.Request.Symbol)))
            {
                yield return problem;
            }
        }

        // What is left nobody was told of.
        foreach (var found in orders.Values)
        {
            var order = strategy.Orders.Find(order => order.Placed is not { IsAcknowledged: true } && order.ClientId == found.ClientOrderId);
            yield return order is null
                ? $"doubled: nobody was told of order {found.Id} '{found.ClientOrderId}'"
                : $"doubled: {order.Placed?.ToString() ?? "given up unsent"}: the exchange has it as {found.Id}, {found.State}";
        }

        foreach (var (list, ids) in lists.Where(static pair => pair.Key.Count > 1))
        {
            if (ids.Count > 1 || ids.Contains(null) || list.Any(static order => order.Placed is not { IsAcknowledged: true }))
            {
                yield return $"diverged: of a list not all were placed together: {string.Join("; ", list.Select(static order => order.Placed))}";
            }
        }

        foreach (var both in strategy.Replacements.Where(static both => !both.InAnyCase && both.Place.IsAcknowledged))
        {
            if (!both.Cancel.IsAcknowledged)
            {
                yield return $"diverged: {both.Place}, though the other order could not be cancelled: {both.Cancel}";
            }
        }
    }

    /// <summary>Where an outcome that was told, and need not have been settled, is not what the exchange did.</summary>
    public static IEnumerable<string> OfUnsettled(
        SimulatedAccount account, Strategy strategy, IReadOnlyList<SimulatedMarket> markets)
    {
        var found = OwnOrdersOf(account, markets);
        foreach (var order in strategy.Orders.Where(static order => order.Placed is { IsAcknowledged: true }))
        {
            if (!found.Remove(order.Id!.Value))
            {
                yield return $"lost: {order.Placed}: the exchange has no such order, or two outcomes name it";
            }
        }

        foreach (var order in found.Values)
        {
            var told = strategy.Orders.FindAll(one => one.Placed is not { IsAcknowledged: true } && one.ClientId == order.ClientOrderId);
            if (!told.Exists(static one => one.Placed is { IsUnknown: true }))
            {
                yield return $"doubled: {told.FirstOrDefault()?.Placed?.ToString() ?? "unsent"}: the exchange has it as {order.Id}, {order.State}";
            }
        }
    }

    private static List<OrderSnapshot> OrdersOf(SimulatedAccount account, IReadOnlyList<SimulatedMarket> markets) =>
        [.. markets.SelectMany(market => account.Orders(market, default))];

    /// <summary>Those that the adapter placed.</summary>
    private static Dictionary<OrderId, OrderSnapshot> OwnOrdersOf(SimulatedAccount account, IReadOnlyList<SimulatedMarket> markets) =>
        OrdersOf(account, markets).Where(static order => !Elsewhere.Placed(order)).ToDictionary(
            static order => OrderId.FromInt64(order.Id));

    private static IEnumerable<string> OfChanges(
        SimulatedAccount account, TrackedOrder order, OrderSnapshot found, bool mayBeCanceledOtherwise)
    {
        var isCanceled = found.State == OrderState.Canceled;
        if (!isCanceled && order.Cancels.Exists(static cancel => cancel.IsAcknowledged))
        {
            yield return $"lost: a cancel of {found.Id} was acknowledged, and it is {found.State}";
        }

        if (isCanceled && !mayBeCanceledOtherwise
            && !order.List.Any(static one => one.Cancels.Exists(static cancel => cancel.IsAcknowledged)))
        {
            yield return $"diverged: {found.Id} was cancelled, and no cancel was acknowledged";
        }

        var changes = account.Amendments(found.Market, new HistoryQuery { OrderId = found.Id })
            .Select(static change => change.NewQuantity).ToHashSet();
        foreach (var made in changes.Where(made => !order.Pair.Any(one => one.Amends.Exists(amend => amend.Quantity == made))))
        {
            yield return $"doubled: nobody was told that {found.Id} was changed to {made}";
        }

        foreach (var (quantity, outcome) in order.Amends)
        {
            if (outcome.IsAcknowledged != changes.Contains(quantity) && !IsNoChange(outcome))
            {
                yield return $"diverged: {outcome}: {found.Id} was {(changes.Contains(quantity) ? "" : "not ")}changed to {quantity}";
            }
        }
    }

    /// <summary>An amount as the venue tells it: digits beyond the eighth are cut.</summary>
    private static decimal Told(decimal amount) => decimal.Round(amount, 8, MidpointRounding.ToZero);

    private static bool IsNoChange(OrderOutcome outcome) => outcome.Error?.Class == ErrorClass.NothingToChange;

    private static OrderStatus Status(OrderSnapshot order) => order.State switch
    {
        OrderState.PendingNew => OrderStatus.Pending,
        OrderState.New => order.IsWorking ? OrderStatus.Open : OrderStatus.Pending,
        OrderState.PartiallyFilled => OrderStatus.PartiallyFilled,
        OrderState.Filled => OrderStatus.Filled,
        OrderState.Canceled => OrderStatus.Canceled,
        OrderState.Rejected => OrderStatus.Rejected,
        _ => OrderStatus.Expired,
    };
}
