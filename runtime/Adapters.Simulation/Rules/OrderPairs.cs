using Adapters.Domain;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Rules;

/// <summary>Checks pairs of which one order ends the other: one on each side of the market, one of them a stop.
/// </summary>
internal static class OrderPairs
{
    internal static Rejection? CheckKinds(OrderEntry above, OrderEntry below)
    {
        if (above.Side != below.Side || above.Quantity != below.Quantity)
        {
            return new Rejection(
                RejectReason.UnsupportedCombination, "Both orders of a pair have the same side and quantity.");
        }

        foreach (var order in (ReadOnlySpan<OrderEntry>)[above, below])
        {
            if (order.Kind == OrderKind.Market || (order.Kind == OrderKind.Limit && !order.PostOnly))
            {
                return new Rejection(
                    RejectReason.PairKindNotSupported,
                    "A pair has no market order, and a limit order must be post-only.");
            }
        }

        if (!above.IsTriggered && !below.IsTriggered)
        {
            return new Rejection(RejectReason.PairHasNoStop, "One order of a pair must wait for a trigger.");
        }

        return above.Side == Side.Sell ? CheckSelling(above, below) : CheckBuying(above, below);
    }

    /// <summary>Checks that the market's last price lies between the two.</summary>
    /// <param name="stop">The one that is a stop.</param>
    /// <param name="other">The other one.</param>
    /// <param name="last">The last price.</param>
    internal static Rejection? CheckPrices(OrderEntry stop, OrderEntry other, decimal last)
    {
        var (above, below) = stop.Side == Side.Sell ? (other, stop) : (stop, other);
        var isRight = (PriceOf(above) is not { } high || high > last) && (PriceOf(below) is not { } low || low < last);
        return isRight
            ? null
            : new Rejection(
                RejectReason.PairPricesWrong,
                $"The last price {last} does not lie between {PriceOf(below)} and {PriceOf(above)}.");
    }

    private static Rejection? CheckSelling(OrderEntry above, OrderEntry below) =>
        IsStop(above) ? new Rejection(RejectReason.SellPairStopMustBeBelow, "A selling stop must be the lower order.")
        : !below.IsTriggered
            ? new Rejection(RejectReason.SellPairLimitMustBeAbove, "A selling limit must be the upper order.")
        : !IsStop(below)
            ? new Rejection(
                RejectReason.SellPairTakeProfitMustBeAbove, "A selling take-profit must be the upper order.")
        : null;

    private static Rejection? CheckBuying(OrderEntry above, OrderEntry below) =>
        IsStop(below) ? new Rejection(RejectReason.BuyPairStopMustBeAbove, "A buying stop must be the upper order.")
        : !above.IsTriggered
            ? new Rejection(RejectReason.BuyPairLimitMustBeBelow, "A buying limit must be the lower order.")
        : !IsStop(above)
            ? new Rejection(
                RejectReason.BuyPairTakeProfitMustBeBelow, "A buying take-profit must be the lower order.")
        : null;

    internal static bool IsStop(OrderEntry order) => order.Kind is OrderKind.StopMarket or OrderKind.StopLimit;

    /// <summary>A stop and a take-profit without limit lie at their trigger, the others at their limit price.</summary>
    private static decimal? PriceOf(OrderEntry order) =>
        order.Kind is OrderKind.Limit or OrderKind.TakeProfitLimit ? order.Price : order.TriggerPrice;
}
