using Adapters.Domain;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Rules;

/// <summary>Checks that the parts of an order go together and that the market takes such orders at all.</summary>
internal static class OrderShape
{
    internal static Rejection? Check(OrderEntry request, bool hasQuantity, Timestamp now) =>
        CheckKind(request) ?? CheckParts(request, hasQuantity, now);

    private static Rejection? CheckKind(OrderEntry request)
    {
        var rules = request.Market.Rules;
        if (!rules.Kinds.Contains(request.Kind))
        {
            return new Rejection(RejectReason.KindNotSupported, $"{request.Market.Symbol} takes no {request.Kind}.");
        }

        if (request.TrailingDelta is not null && rules.Trailing is null)
        {
            return new Rejection(
                RejectReason.TrailingNotSupported, $"{request.Market.Symbol} takes no trailing orders.");
        }

        if (request.VisibleQuantity is not null && rules.MaxIcebergParts is null)
        {
            return new Rejection(
                RejectReason.IcebergNotSupported, $"{request.Market.Symbol} takes no iceberg orders.");
        }

        if (request.IsPegged)
        {
            return new Rejection(RejectReason.PegNotSupported, $"{request.Market.Symbol} takes no pegged orders.");
        }

        if (request.QuoteQuantity is not null && !rules.AllowsQuoteQuantity)
        {
            return new Rejection(
                RejectReason.QuoteQuantityNotSupported, $"{request.Market.Symbol} takes no orders by quote quantity.");
        }

        if (request.IsRouted && !rules.AllowsRouting)
        {
            return new Rejection(RejectReason.RoutingNotSupported, $"{request.Market.Symbol} is not routed.");
        }

        return request.SelfTradePrevention is { } mode && !rules.AllowedPreventions.Contains(mode)
            ? new Rejection(RejectReason.PreventionNotAllowed, $"{request.Market.Symbol} does not allow {mode}.")
            : null;
    }

    private static Rejection? CheckParts(OrderEntry request, bool hasQuantity, Timestamp now)
    {
        var isByQuote = request.QuoteQuantity is not null;
        return request switch
        {
            { Side: not (Side.Buy or Side.Sell) } => Wrong("Say which side."),
            { IsLimit: true, Price: null } => Wrong("A limit order needs a price."),
            { IsLimit: false, Price: not null } => Wrong("An order without limit has no price."),
            { IsTriggered: true, TriggerPrice: null, TrailingDelta: null } =>
                Wrong("A stop or take-profit needs a trigger price or a trailing delta."),
            { IsTriggered: false, TriggerPrice: not null } or { IsTriggered: false, TrailingDelta: not null } =>
                Wrong("Only a stop or take-profit has a trigger price or a trailing delta."),
            { Kind: not OrderKind.Market } when isByQuote => Wrong("Only a market order has a quote quantity."),
            _ when (request.Quantity is not null || isByQuote) != hasQuantity =>
                Wrong(hasQuantity ? "An order needs a quantity." : "The working order decides the quantity."),
            { Quantity: not null, QuoteQuantity: not null } => Wrong("Say a quantity or a quote quantity."),
            { PostOnly: true, Kind: not OrderKind.Limit } => Wrong("Only a limit order can be post-only."),
            { PostOnly: true, TimeInForce: not (TimeInForce.GoodTillCancel or TimeInForce.GoodTillDate) } =>
                Wrong("A post-only order stays until it is filled or cancelled."),
            { VisibleQuantity: not null, IsLimit: false } => Wrong("Only a limit order can hide a part."),
            { VisibleQuantity: not null, TimeInForce: not (TimeInForce.GoodTillCancel or TimeInForce.GoodTillDate) } =>
                Wrong("An iceberg order stays until it is filled or cancelled."),
            { IsRouted: true, Kind: not (OrderKind.Limit or OrderKind.Market) } or { IsRouted: true, PostOnly: true } =>
                Wrong("Only limit and market orders are routed."),
            { IsRouted: true } when isByQuote => Wrong("A routed order needs a quantity."),
            {
                TimeInForce: not (TimeInForce.GoodTillCancel or TimeInForce.ImmediateOrCancel or TimeInForce.FillOrKill
                or TimeInForce.GoodTillDate)
            } => Wrong("Say how long the order stays."),
            { TimeInForce: TimeInForce.GoodTillDate } when request.ExpiresAt is not { } date || date <= now =>
                Wrong("An order that is good till a date needs a date to come."),
            { TimeInForce: not TimeInForce.GoodTillDate, ExpiresAt: not null } =>
                Wrong("Only an order that is good till a date has one."),
            _ => null,
        };
    }

    private static Rejection Wrong(string text) => new(RejectReason.UnsupportedCombination, text);
}
