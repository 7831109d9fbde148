using Adapters.Domain;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Rules;

/// <summary>Checks that the orders of a list go together and that the market takes such lists at all.</summary>
internal static class ListShape
{
    internal static Rejection? Check(OrderListEntry request)
    {
        var (working, others, rules) = (request.Working, request.Others, request.Market.Rules);
        if (others.Count is not (1 or 2) || (working is null && others.Count == 1))
        {
            return Wrong("A list is a pair, or a working order with one order or a pair.");
        }

        if (others.Any(order => order.Market != request.Market)
            || (working is not null && working.Market != request.Market))
        {
            return Wrong("All orders of a list are of its market.");
        }

        if (others.Append(working).Any(order => order is { ExpiresAt: not null } or { IsRouted: true }))
        {
            return Wrong("An order of a list is not routed and does not end at a date.");
        }

        if ((others.Count == 2 && !rules.AllowsPairs)
            || (working is not null && !rules.AllowsTriggeredLists)
            || (request.IsPaid && !rules.AllowsPaidLists))
        {
            return new Rejection(
                RejectReason.ListNotSupported, $"{request.Market.Symbol} takes no lists of this kind.");
        }

        return CheckWorking(request)
            ?? (others.Count == 2 ? OrderPairs.CheckKinds(others[0], others[1]) : null);
    }

    private static Rejection? CheckWorking(OrderListEntry request)
    {
        var (working, others) = (request.Working, request.Others);
        if (working is null)
        {
            return request.IsPaid ? Wrong("Only a working order pays for others.") : null;
        }

        if (working.Kind != OrderKind.Limit)
        {
            return new Rejection(RejectReason.WorkingMustBeLimit, "A working order is a limit order.");
        }

        if (request.IsPaid && working.Side != Side.Buy)
        {
            return new Rejection(RejectReason.WorkingMustBuy, "A working order that pays for others buys.");
        }

        if (request.IsPaid && others.Any(order => order.Side != Side.Sell))
        {
            return new Rejection(RejectReason.PendingMustSell, "What a working order pays for sells.");
        }

        return others.Any(order => order.QuoteQuantity is not null)
            ? Wrong("An order that waits for another has no quote quantity.")
            : null;
    }

    private static Rejection Wrong(string text) => new(RejectReason.UnsupportedCombination, text);
}
