using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    /// <summary>Brings the others to the book once the working order is filled.</summary>
    private void Activate(OrderList list)
    {
        if (list.IsDone)
        {
            return;
        }

        if (list.Bought is { } bought)
        {
            Distribute(list, bought);
        }

        var orders = list.Others.Where(order => order.IsOpen).ToArray();
        if (orders.Length == 0)
        {
            return;
        }

        list.UpdatedAt = Now;
        Emit(list, OrderListEventKind.Started);
        foreach (var order in orders)
        {
            order.MoveTo(OrderState.New, Now);
        }

        var refusal = orders
            .Select(order => list.IsPaid ? OrderFilters.CheckQuantities(order.Entry, order.Remaining) : null)
            .FirstOrDefault(rejection => rejection is not null)
            ?? (orders.Length > 1 ? RefusePair(list) : RefuseAtBook(orders[0]));
        if (refusal is not null)
        {
            list.Survivor = orders[0];
            foreach (var order in orders)
            {
                Expire(order, ExpiryReason.Refused, refusal);
            }
        }
        else
        {
            StartOthers(list);
        }
    }

    /// <summary>Gives what the working order bought to the orders that sell it, as much as the market's steps let.
    /// </summary>
    private void Distribute(OrderList list, FundsLock bought)
    {
        var quantity = bought.Amount;
        bought.Resize(0m);
        foreach (var order in list.Others)
        {
            order.Quantity = order.Entry.IsLimit
                ? market.Instrument.RoundQuantity(quantity, Rounding.Down)
                : market.Instrument.RoundMarketQuantity(quantity, Rounding.Down);
        }
    }

    /// <summary>An order traded: the working one may be filled, the other one of a pair ends.</summary>
    private void Traded(AccountOrder order)
    {
        if (order.List is { } list)
        {
            if (order != list.Working)
            {
                Survive(list, order);
            }
            else if (order.State == OrderState.Filled)
            {
                _funded.Enqueue(list);
            }
        }

        if (!order.IsOpen)
        {
            Leave(order);
        }
    }

    /// <summary>One of a pair works or trades: the other one ends.</summary>
    private void Survive(OrderList list, AccountOrder survivor)
    {
        if (list.Survivor is not null)
        {
            return;
        }

        list.Survivor = survivor;
        ExpireOthers(list, survivor, ExpiryReason.PairTriggered);
    }

    private void ExpireOthers(OrderList list, AccountOrder except, ExpiryReason reason)
    {
        foreach (var order in list.Orders)
        {
            if (order != except && order.IsOpen)
            {
                Expire(order, reason);
            }
        }
    }

    /// <summary>An order of a list ended: so do those that cannot go on without it.</summary>
    private void Ended(OrderList list, AccountOrder order)
    {
        if (list.Survivor is null && (order != list.Working || order.State != OrderState.Filled))
        {
            list.Survivor = order;
            ExpireOthers(
                list,
                order,
                order == list.Working ? ExpiryReason.WorkingOrderEnded : ExpiryReason.PairTriggered);
        }

        if (list.IsDone || list.Orders.Any(one => one.IsOpen))
        {
            return;
        }

        list.Bought?.Resize(0m);
        (list.IsDone, list.UpdatedAt) = (true, Now);
        BookOf(list.Account).OpenLists.Remove(list);
        Emit(list, OrderListEventKind.Done);
    }
}
