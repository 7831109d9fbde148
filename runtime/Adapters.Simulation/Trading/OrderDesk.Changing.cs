using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    internal ReplaceOutcome Replace(SimulatedAccount account, ReplaceEntry request)
    {
        if (VetRules(account, request.Order, out _) is { } rejection)
        {
            return new ReplaceOutcome { Rejection = rejection };
        }

        if (!market.Rules.AllowsReplace)
        {
            return new ReplaceOutcome
            {
                Rejection = new Rejection(
                    RejectReason.ReplaceNotSupported, $"{market.Symbol} does not replace orders."),
            };
        }

        var cancel = Cancel(account, request.Cancel);
        floor.Feed.Deliver(floor);
        return new ReplaceOutcome
        {
            Cancel = cancel,
            Order = cancel.IsAccepted || request.PlacesInAnyCase ? Place(account, request.Order) : null,
        };
    }

    internal AmendOutcome Amend(SimulatedAccount account, AmendEntry request)
    {
        var order = BookOf(account).Find(request.OrderId, request.ClientOrderId);
        if (Refuse(account, request, order) is { } rejection)
        {
            return new AmendOutcome { Rejection = rejection };
        }

        var clientId = request.NewClientOrderId ?? floor.NextClientId();
        var isRenamed = clientId != order!.ClientId;
        var amendment = Amend(order, request.NewQuantity, clientId);
        foreach (var other in PairedWith(order))
        {
            Amend(other, request.NewQuantity, other.ClientId);
        }

        if (order.List is { } list)
        {
            list.UpdatedAt = Now;
            if (isRenamed)
            {
                Emit(list, OrderListEventKind.Updated);
            }
        }

        return new AmendOutcome { Order = order.View, Amendment = amendment, List = order.List?.View };
    }

    /// <summary>Only one of a pair can be filled, so both have one quantity.</summary>
    private static AccountOrder[] PairedWith(AccountOrder order) => order.List is { } list && order != list.Working
        ? [.. list.Others.Where(other => other != order && other.IsOpen)]
        : [];

    private Amendment Amend(AccountOrder order, decimal quantity, ClientOrderId clientId)
    {
        var before = order.Quantity!.Value;
        var amendment = new Amendment(
            order.Id, _lastExecutionId + 1, order.ClientId, clientId, before, quantity, Now);
        BookOf(order.Account).Rename(order, clientId);
        BookOf(order.Account).Amendments.Add(amendment);
        order.Quantity = quantity;
        order.Amends++;
        order.Touch(Now);
        order.Funds?.Fit();
        floor.Feed.Add(order.Account, new OrderEvent
        {
            Sequence = order.Account.NextSequence(),
            Time = Now,
            Kind = ExecutionKind.Amended,
            ExecutionId = ++_lastExecutionId,
            Order = order.View,
            Amendment = amendment,
        });
        market.ReduceNow(order.Id, before - quantity);
        return amendment;
    }

    private Rejection? Refuse(SimulatedAccount account, AmendEntry request, AccountOrder? order)
    {
        var cancel = new CancelEntry
        {
            Market = market,
            OrderId = request.OrderId,
            ClientOrderId = request.ClientOrderId,
        };
        if (Refuse(account, cancel, order) is { } rejection)
        {
            return rejection;
        }

        if (market.Rules.MaxAmends is not { } most)
        {
            return new Rejection(RejectReason.AmendNotSupported, $"{market.Symbol} does not amend orders.");
        }

        if (order!.Quantity is not { } quantity)
        {
            return new Rejection(
                RejectReason.AmendHasNoQuantity, "The working order decides the quantity and is not filled yet.");
        }

        // Less than what is shown may be left; then that is shown.
        return OrderFilters.CheckQuantities(order.Entry with { VisibleQuantity = null }, request.NewQuantity)
            ?? RefuseQuantity(order, quantity, request.NewQuantity)
            ?? PairedWith(order)
                .Select(other => RefuseQuantity(other, quantity, request.NewQuantity))
                .FirstOrDefault(refusal => refusal is not null)
            ?? (order.Amends >= most
                ? new Rejection(RejectReason.TooManyAmends, $"Order {order.Id} was amended {order.Amends} times.")
                {
                    Limit = most,
                }
                : null)
            ?? (request.NewClientOrderId == order.ClientId
                ? null
                : RefuseDuplicate(account, request.NewClientOrderId));
    }

    private static Rejection? RefuseQuantity(AccountOrder order, decimal before, decimal after) =>
        after == before
            ? new Rejection(RejectReason.AmendChangesNothing, $"Order {order.Id} has this quantity.")
            : after > before
                ? new Rejection(RejectReason.AmendIncreases, $"Order {order.Id} has only {before}.") { Limit = before }
                : after <= order.Filled + order.Prevented
                    ? new Rejection(
                        RejectReason.AmendLeavesNothing, $"Of order {order.Id} {before - order.Remaining} are gone.")
                    {
                        Limit = before - order.Remaining,
                    }
                    : null;
}
