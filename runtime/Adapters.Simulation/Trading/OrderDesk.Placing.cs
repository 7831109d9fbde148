using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    internal OrderOutcome Place(SimulatedAccount account, OrderEntry request)
    {
        if (Vet(account, request, out var quantity) is { } rejection)
        {
            return OrderOutcome.Refused(rejection);
        }

        var order = NewOrderOf(account, request, quantity, OrderState.New, list: null);
        if (RefuseAtBook(order) is { } refusal)
        {
            order.MoveTo(OrderState.Rejected, Now);
            Emit(order, ExecutionKind.Rejected, rejection: refusal);
            return OrderOutcome.Refused(refusal with { Order = order.View });
        }

        order.Funds = new FundsLock(account.Wallet, SpentBy(request));
        order.Funds.Hold(order);
        Enter(order);
        return Begin(order);
    }

    /// <summary>Keeps an order that is accepted.</summary>
    private void Enter(AccountOrder order)
    {
        BookOf(order.Account).Add(order);
        _live.Add(order.Id, order);
        if (order.Entry.ExpiresAt is { } date)
        {
            _dated.Enqueue(order, (date, order.Id));
        }
    }

    /// <summary>Locks what an accepted order needs and lets it work, or wait for its trigger.</summary>
    private OrderOutcome Begin(AccountOrder order)
    {
        if (order.Entry.IsTriggered)
        {
            order.Funds!.Fit();
            Wait(order);
            Emit(order, ExecutionKind.New);
            return new OrderOutcome { Order = order.View };
        }

        return Work(order);
    }

    /// <summary>Brings an order to the book.</summary>
    /// <param name="order">The order.</param>
    /// <param name="waiting">Orders that are accepted with it and wait for it.</param>
    private OrderOutcome Work(AccountOrder order, IEnumerable<AccountOrder>? waiting = null)
    {
        var book = BookOf(order.Account);
        var (fills, prevented) = (book.Fills.Count, book.Prevented.Count);
        var entry = EntryOf(order);
        order.WorkingSince = Now;
        order.Touch(Now);
        order.Funds!.Resize(Math.Max(order.Funds.Amount, WorkingNeedOf(order)));
        Emit(order, ExecutionKind.New);
        foreach (var other in waiting ?? [])
        {
            Emit(other, ExecutionKind.New);
        }

        market.Execute(entry, order);
        return new OrderOutcome
        {
            Order = order.View,
            Fills = [.. book.Fills.Skip(fills).Where(fill => fill.OrderId == order.Id && !fill.IsMaker)],
            Prevented = [.. book.Prevented.Skip(prevented).Where(match => match.TakerOrderId == order.Id)],
        };
    }

    private AccountOrder NewOrderOf(
        SimulatedAccount account, OrderEntry request, decimal? quantity, OrderState state, OrderList? list) =>
        new(state)
        {
            Account = account,
            Entry = request,
            Id = engine.NextOrderId(),
            ClientId = request.ClientOrderId ?? floor.NextClientId(),
            Quantity = quantity,
            Prevention = request.SelfTradePrevention ?? market.Rules.DefaultPrevention,
            CreatedAt = Now,
            List = list,
        };

    /// <summary>What only the book, the last price and the balances can tell.</summary>
    private Rejection? RefuseAtBook(AccountOrder order) =>
        RefuseByPrice(order.Entry)
        ?? RefuseByBalance(order.Account, SpentBy(order.Entry), StartingNeedOf(order), held: 0m);

    private Rejection? RefuseByPrice(OrderEntry request)
    {
        if (request.IsTriggered && Trigger.IsPassed(request, market.LastPrice))
        {
            return new Rejection(
                RejectReason.WouldTriggerImmediately,
                $"The last price {market.LastPrice} has passed the trigger {request.TriggerPrice} already.");
        }

        return request.PostOnly && engine.Of(MatchingEngine.Opposite(request.Side)).Meets(request.Price)
            ? new Rejection(RejectReason.WouldTake, $"At {request.Price} the order would take.")
            : null;
    }

    /// <param name="account">Whose balance.</param>
    /// <param name="asset">Of what.</param>
    /// <param name="needed">How much.</param>
    /// <param name="held">What is locked for the purpose already.</param>
    private static Rejection? RefuseByBalance(SimulatedAccount account, Asset asset, decimal needed, decimal held)
    {
        var available = account.Wallet[asset].Free + held;
        return available < needed
            ? new Rejection(RejectReason.InsufficientBalance, $"{needed} {asset} are needed, {available} are free.")
            {
                Limit = available,
                Value = needed,
            }
            : null;
    }

    /// <summary>What is locked when an order is accepted. One that waits for a trigger and then buys without limit
    /// locks nothing before.</summary>
    private decimal StartingNeedOf(AccountOrder order) =>
        order.Entry.IsTriggered ? order.Need : WorkingNeedOf(order);

    /// <summary>What is locked when an order comes to the book; a buying one without limit pays at most this.</summary>
    private decimal WorkingNeedOf(AccountOrder order) =>
        order.Entry is { Side: Side.Buy, IsLimit: false }
            ? engine.Of(Side.Sell).Value(EntryOf(order))
            : order.Need;

    private Asset SpentBy(OrderEntry request) =>
        request.Side == Side.Buy ? market.Instrument.Quote : market.Instrument.Base;

    private static NewOrder EntryOf(AccountOrder order) => new()
    {
        Owner = order.Account.Id,
        Group = order.Account.Group,
        Prevention = order.Prevention,
        Side = order.Entry.Side,
        Price = order.Entry.IsLimit ? order.Entry.Price : null,
        Quantity = order.Remaining,
        Visible = order.Entry.VisibleQuantity,
        PostOnly = order.Entry.PostOnly,
        TimeInForce = order.Entry switch
        {
            { IsLimit: false } => TimeInForce.ImmediateOrCancel,
            { TimeInForce: TimeInForce.GoodTillDate } => TimeInForce.GoodTillCancel,
            var request => request.TimeInForce,
        },
    };
}
