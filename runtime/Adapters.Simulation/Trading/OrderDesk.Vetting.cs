using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation.Trading;

internal sealed partial class OrderDesk
{
    /// <summary>Checks an order as far as neither the book's best prices nor balances decide.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="request">The order.</param>
    /// <param name="quantity">What it comes to, base units.</param>
    internal Rejection? Vet(SimulatedAccount account, OrderEntry request, out decimal? quantity) =>
        VetRules(account, request, out quantity) ?? RefuseDuplicate(account, request.ClientOrderId);

    private Rejection? VetRules(SimulatedAccount account, OrderEntry request, out decimal? quantity)
    {
        quantity = request.Quantity;
        if (RefuseAll(account) is { } rejection
            || (rejection = OrderShape.Check(request, hasQuantity: true, Now)) is not null)
        {
            return rejection;
        }

        if (request.QuoteQuantity is { } quote
            && (rejection = Resolve(account, request, quote, out quantity)) is not null)
        {
            return rejection;
        }

        return OrderFilters.Check(request, quantity)
            ?? RefuseByCount(account, [request], lists: 0)
            ?? RefuseByPosition(account, request, quantity ?? 0m);
    }

    /// <summary>Checks a list in the same way.</summary>
    private Rejection? Vet(SimulatedAccount account, OrderListEntry request)
    {
        OrderEntry[] all = request.Working is { } first ? [first, .. request.Others] : [.. request.Others];
        return RefuseAll(account)
            ?? ListShape.Check(request)
            ?? all.Select(order => Vet(request, order)).FirstOrDefault(rejection => rejection is not null)
            ?? RefuseByCount(account, all, lists: 1)
            ?? RefuseByPosition(account, all[0], all[0].Quantity ?? 0m)
            ?? RefuseDuplicates(account, request, all);
    }

    private Rejection? Vet(OrderListEntry list, OrderEntry order) =>
        OrderShape.Check(order, !list.IsPaid || order == list.Working, Now)
        ?? OrderFilters.Check(order, order.Quantity);

    private Rejection? RefuseDuplicates(SimulatedAccount account, OrderListEntry request, OrderEntry[] orders)
    {
        if (request.ClientListId is { } listId && BookOf(account).FindList(null, listId) is { IsDone: false })
        {
            return new Rejection(RejectReason.DuplicateClientOrderId, $"An open list has the id {listId}.");
        }

        var ids = orders.Select(order => order.ClientOrderId).OfType<ClientOrderId>().ToArray();
        return ids.Distinct().Count() == ids.Length
            ? ids.Select(id => RefuseDuplicate(account, id)).FirstOrDefault(rejection => rejection is not null)
            : new Rejection(RejectReason.DuplicateClientOrderId, "Two orders of the list have one client order id.");
    }

    private Rejection? RefuseAll(SimulatedAccount account)
    {
        if (!account.CanTrade)
        {
            return new Rejection(RejectReason.TradingDisabled, $"{account.Id} may not trade.");
        }

        return market.Status == MarketStatus.Trading
            ? null
            : new Rejection(RejectReason.MarketClosed, $"{market.Symbol} is {market.Status}.");
    }

    /// <summary>Finds the quantity that a quote quantity buys or sells now.</summary>
    private Rejection? Resolve(SimulatedAccount account, OrderEntry request, decimal quote, out decimal? quantity)
    {
        var step = Math.Max(market.Instrument.Step, market.Instrument.MarketStep ?? 0m);
        var least = Math.Max(market.Instrument.MinQuantity ?? 0m, market.Instrument.MarketMinQuantity ?? 0m);
        var entry = new NewOrder
        {
            Owner = account.Id,
            Group = account.Group,
            Prevention = request.SelfTradePrevention ?? market.Rules.DefaultPrevention,
            Side = request.Side,
            Quantity = 0m,
            TimeInForce = TimeInForce.ImmediateOrCancel,
        };
        var ladder = engine.Of(MatchingEngine.Opposite(request.Side));
        quantity = null;
        if (quote <= 0m)
        {
            return new Rejection(RejectReason.NotionalTooSmall, $"The quote quantity is {quote}.") { Value = quote };
        }

        var found = ladder.QuantityFor(entry, quote, step);
        if (found < least && ladder.QuantityFor(entry, decimal.MaxValue, step) < least)
        {
            return new Rejection(RejectReason.BookTooThin, $"The book holds less than {least}.") { Limit = least };
        }

        quantity = market.Instrument.RoundMarketQuantity(found, Rounding.Down);
        return null;
    }

    private Rejection? RefuseDuplicate(SimulatedAccount account, ClientOrderId? clientId) =>
        clientId is { } id && BookOf(account).HasOpen(id)
            ? new Rejection(RejectReason.DuplicateClientOrderId, $"An open order has the client order id {id}.")
            : null;

    private Rejection? RefuseByPosition(SimulatedAccount account, OrderEntry request, decimal quantity)
    {
        if (request.Side != Side.Buy || market.Rules.MaxPosition is not { } most)
        {
            return null;
        }

        var position = account.Wallet[market.Instrument.Base].Total + quantity;
        foreach (var order in BookOf(account).Open)
        {
            position += order.Entry.Side == Side.Buy ? order.Remaining : 0m;
        }

        return position > most
            ? new Rejection(RejectReason.PositionTooLarge, $"The position would be {position}, the limit is {most}.")
            {
                Value = position,
                Limit = most,
            }
            : null;
    }

    private Rejection? RefuseByCount(SimulatedAccount account, IReadOnlyList<OrderEntry> added, int lists)
    {
        var more = OrderCounts.Of(added, lists);
        var (here, rules, everywhere) = (OrderCounts.Of(BookOf(account)), market.Rules, floor.Rules);
        return TooMany(RejectReason.TooManyOrders, here.All, more.All, market.Instrument.MaxOpenOrders)
            ?? TooMany(RejectReason.TooManyTriggerOrders, here.Triggered, more.Triggered, rules.MaxTriggerOrders)
            ?? TooMany(RejectReason.TooManyIcebergOrders, here.Icebergs, more.Icebergs, rules.MaxIcebergOrders)
            ?? TooMany(RejectReason.TooManyOrderLists, here.Lists, more.Lists, rules.MaxOrderLists)
            ?? (everywhere.HasLimits ? RefuseByCount(CountAll(account), more, everywhere) : null);
    }

    private static Rejection? RefuseByCount(in OrderCounts all, in OrderCounts more, ExchangeRules rules) =>
        TooMany(RejectReason.TooManyOrdersOnExchange, all.All, more.All, rules.MaxOrders)
        ?? TooMany(
            RejectReason.TooManyTriggerOrdersOnExchange, all.Triggered, more.Triggered, rules.MaxTriggerOrders)
        ?? TooMany(RejectReason.TooManyIcebergOrdersOnExchange, all.Icebergs, more.Icebergs, rules.MaxIcebergOrders)
        ?? TooMany(RejectReason.TooManyOrderListsOnExchange, all.Lists, more.Lists, rules.MaxOrderLists);

    private OrderCounts CountAll(SimulatedAccount account) => floor.Markets.Aggregate(
        default(OrderCounts), (sum, one) => sum + OrderCounts.Of(one.Desk.BookOf(account)));

    private static Rejection? TooMany(RejectReason reason, int open, int added, int? most) =>
        added > 0 && open + added > most
            ? new Rejection(reason, $"{reason}: {open} are open, {added} would come, the limit is {most}.")
            {
                Value = open + added,
                Limit = most,
            }
            : null;
}
