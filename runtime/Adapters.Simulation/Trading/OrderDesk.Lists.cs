using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    internal OrderListOutcome PlaceList(SimulatedAccount account, OrderListEntry request)
    {
        if (Vet(account, request) is { } rejection)
        {
            return new OrderListOutcome { Rejection = rejection };
        }

        var list = NewListOf(account, request);
        if (RefuseAtBook(list) is { } refusal)
        {
            foreach (var order in list.Orders)
            {
                order.MoveTo(OrderState.Rejected, Now);
                Emit(order, ExecutionKind.Rejected, rejection: refusal);
            }

            (list.IsDone, list.UpdatedAt) = (true, Now);
            Emit(list, OrderListEventKind.Refused, refusal);
            return new OrderListOutcome { Rejection = refusal with { Order = list.Orders[0].View } };
        }

        BookOf(account).Lists.Add(list);
        BookOf(account).OpenLists.Add(list);
        foreach (var order in list.Orders)
        {
            Enter(order);
        }

        Emit(list, OrderListEventKind.Started);
        var outcomes = list.Working is { } working ? StartWorking(list, working) : StartOthers(list);
        return new OrderListOutcome { List = list.View, Orders = outcomes };
    }

    internal OrderListOutcome CancelList(SimulatedAccount account, CancelListEntry request)
    {
        var list = BookOf(account).FindList(request.ListId, request.ClientListId);
        if (market.Status is MarketStatus.Halted or MarketStatus.Delisted)
        {
            return new OrderListOutcome
            {
                Rejection = new Rejection(RejectReason.MarketClosed, $"{market.Symbol} is {market.Status}."),
            };
        }

        if (list is null or { IsDone: true })
        {
            return new OrderListOutcome
            {
                Rejection = new Rejection(
                    RejectReason.UnknownOrder, $"There is no open list {request.ListId} {request.ClientListId}."),
            };
        }

        var cancelId = request.CancelId ?? floor.NextClientId();
        CancelList(list, cancelId);
        return OutcomeOf(list, cancelId);
    }

    private static OrderListOutcome OutcomeOf(OrderList list, ClientOrderId cancelId) => new()
    {
        List = list.View,
        Orders = [.. list.Orders.Select(order => new OrderOutcome { Order = order.View })],
        CancelId = cancelId,
    };

    private OrderList NewListOf(SimulatedAccount account, OrderListEntry request)
    {
        var list = new OrderList
        {
            Account = account,
            Market = market,
            Id = floor.NextListId(),
            ClientId = request.ClientListId ?? floor.NextClientId(),
            Kind = request.Working is null ? OrderListKind.OneCancelsOther : OrderListKind.OneTriggersOther,
            IsPaid = request.IsPaid,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        var first = OrderState.New;
        if (request.Working is { } working)
        {
            list.Add(NewOrderOf(account, working, working.Quantity, OrderState.New, list));
            first = OrderState.PendingNew;
        }

        foreach (var other in request.Others.OrderBy(order => OrderPairs.IsStop(order) ? 0 : 1))
        {
            list.Add(NewOrderOf(account, other, other.Quantity, first, list));
        }

        return list;
    }

    /// <summary>What the list asks of book and balances when it is placed: what its first orders ask.</summary>
    private Rejection? RefuseAtBook(OrderList list) => list.Working is { } working
        ? RefuseAtBook(working)
        : RefusePair(list);

    private Rejection? RefusePair(OrderList list)
    {
        var orders = list.Others.ToArray();
        var need = orders.Max(StartingNeedOf);
        return OrderPairs.CheckPrices(orders[0].Entry, orders[^1].Entry, market.LastPrice)
            ?? orders.Select(order => RefuseByPrice(order.Entry)).FirstOrDefault(refusal => refusal is not null)
            ?? RefuseByBalance(list.Account, SpentBy(orders[0].Entry), need, held: 0m);
    }

    private OrderOutcome[] StartWorking(OrderList list, AccountOrder working)
    {
        if (list.IsPaid)
        {
            list.Bought = new FundsLock(list.Account.Wallet, market.Instrument.Base);
        }

        working.Funds = new FundsLock(list.Account.Wallet, SpentBy(working.Entry));
        working.Funds.Hold(working);
        var outcome = Work(working, list.Others);
        return [outcome, .. list.Others.Select(order => new OrderOutcome { Order = order.View })];
    }

    /// <summary>Lets a pair work, or what waited alone: both hold one lock, and what needs no trigger goes to the book
    /// last, because it may trade.</summary>
    private OrderOutcome[] StartOthers(OrderList list)
    {
        var orders = list.Others.ToArray();
        var funds = new FundsLock(list.Account.Wallet, SpentBy(orders[0].Entry));
        foreach (var order in orders)
        {
            order.Funds = funds;
            funds.Hold(order);
        }

        var outcomes = new OrderOutcome[orders.Length];
        foreach (var at in Enumerable.Range(0, orders.Length).OrderBy(at => orders[at].Entry.IsTriggered ? 0 : 1))
        {
            outcomes[at] = Begin(orders[at]);
        }

        return outcomes;
    }

    private void CancelList(OrderList list, ClientOrderId cancelId)
    {
        list.Survivor = list.Orders[0];
        foreach (var order in list.Orders)
        {
            if (order.IsOpen)
            {
                Cancel(order, cancelId);
            }
        }
    }

    private void Emit(OrderList list, OrderListEventKind kind, Rejection? rejection = null) =>
        floor.Feed.Add(list.Account, new OrderListEvent
        {
            Sequence = list.Account.NextSequence(),
            Time = Now,
            List = list.View,
            Kind = kind,
            Rejection = rejection,
        });
}
