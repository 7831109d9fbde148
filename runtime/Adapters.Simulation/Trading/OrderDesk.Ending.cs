using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    internal CancelOutcome Cancel(SimulatedAccount account, CancelEntry request)
    {
        var order = BookOf(account).Find(request.OrderId, request.ClientOrderId);
        if (Refuse(account, request, order) is { } rejection)
        {
            return new CancelOutcome { Rejection = rejection };
        }

        var cancelId = request.CancelId ?? floor.NextClientId();
        if (order!.List is { } list)
        {
            CancelList(list, cancelId);
            return new CancelOutcome { Order = order.View, CancelId = cancelId, List = OutcomeOf(list, cancelId) };
        }

        Cancel(order, cancelId);
        return new CancelOutcome { Order = order.View, CancelId = cancelId };
    }

    /// <summary>Cancels every open order of an account in the market, the oldest first; all have the same cancel id.
    /// </summary>
    internal IReadOnlyList<CancelOutcome> CancelAll(SimulatedAccount account, ClientOrderId? id)
    {
        var outcomes = new List<CancelOutcome>();
        var cancelId = id ?? floor.NextClientId();
        foreach (var order in BookOf(account).Open.ToArray())
        {
            if (order.IsOpen)
            {
                outcomes.Add(Cancel(
                    account, new CancelEntry { Market = market, OrderId = order.Id, CancelId = cancelId }));
                floor.Feed.Deliver(floor);
            }
        }

        return outcomes;
    }

    private Rejection? Refuse(SimulatedAccount account, CancelEntry request, AccountOrder? order)
    {
        if (market.Status is MarketStatus.Halted or MarketStatus.Delisted)
        {
            return new Rejection(RejectReason.MarketClosed, $"{market.Symbol} is {market.Status}.");
        }

        if (order is null
            && request is { OrderId: { } id, ClientOrderId: not null }
            && BookOf(account).Find(id) is not null)
        {
            return new Rejection(
                RejectReason.ClientOrderIdMismatch, $"Order {id} has another client order id.");
        }

        if (order is not { IsOpen: true })
        {
            return new Rejection(
                RejectReason.UnknownOrder, $"There is no open order {request.OrderId} {request.ClientOrderId}.");
        }

        return request.OnlyIf is { } state && order.State != state
            ? new Rejection(RejectReason.CancelRestricted, $"Order {order.Id} is {order.State}, not {state}.")
            : null;
    }

    private void Cancel(AccountOrder order, ClientOrderId cancelId)
    {
        order.MoveTo(OrderState.Canceled, Now);
        floor.Feed.Add(order.Account, new OrderEvent
        {
            Sequence = order.Account.NextSequence(),
            Time = Now,
            Kind = ExecutionKind.Canceled,
            ExecutionId = ++_lastExecutionId,
            Order = order.View,
            CancelId = cancelId,
        });
        End(order);
    }

    private void Expire(AccountOrder order, ExpiryReason reason, Rejection? rejection = null)
    {
        order.MoveTo(OrderState.Expired, Now, reason);
        Emit(order, ExecutionKind.Expired, rejection: rejection);
        End(order);
    }

    /// <summary>Releases what an ended order held and takes it out of the book, where it rests there; then tells its
    /// list.</summary>
    private void End(AccountOrder order)
    {
        order.Funds?.Fit();
        Forget(order);
        market.CancelNow(order.Id);
        Leave(order);
    }

    /// <summary>Forgets an order that has ended, and tells its list.</summary>
    private void Leave(AccountOrder order)
    {
        Forget(order);
        if (order.List is { } list)
        {
            Ended(list, order);
        }
    }

    private void Forget(AccountOrder order)
    {
        if (_live.Remove(order.Id))
        {
            _waiting.Remove(order);
            BookOf(order.Account).Open.Remove(order);
        }
    }
}
