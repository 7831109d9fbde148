using Adapters.Simulation.Orders;
using Adapters.Simulation.Rules;
using static Adapters.Simulation.Orders.RejectReason;

namespace Adapters.Faces.Binance;

/// <content>Why orders are not taken.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md"/></content>
public sealed partial class BinanceSpotFace
{
    private static readonly WordTable<RejectReason> Texts = new(
        (MarketClosed, "Market is closed."),
        (QuoteQuantityNotSupported, "Quote order qty market orders are not support for this symbol."),
        (TrailingNotSupported, "Trailing stop orders are not supported for this symbol."),
        (IcebergNotSupported, "Iceberg orders are not supported for this symbol."),
        (ReplaceNotSupported, "Order cancel-replace is not supported for this symbol."),
        (ListNotSupported, "OCO orders are not supported for this symbol"),
        (PegNotSupported, "Pegged orders are not supported for this symbol."),
        (PreventionNotAllowed, "This symbol does not allow the specified self-trade prevention mode."),
        (VisibleExceedsQuantity, "IcebergQty exceeds QTY."),
        (TradingDisabled, "This action is disabled on this account."),
        (DuplicateClientOrderId, "Duplicate order sent."),
        (InsufficientBalance, "Account has insufficient balance for requested action."),
        (BookTooThin, "Order book liquidity is less than LOT_SIZE filter minimum quantity."),
        (WouldTriggerImmediately, "Order would trigger immediately."),
        (WouldTake, "Order would immediately match and take."),
        (PairPricesWrong, "The relationship of the prices for the orders is not correct."),
        (UnknownOrder, "Unknown order sent."),
        (ClientOrderIdMismatch, "Cancel order is invalid. Check origClOrdId and orderId."),
        (CancelRestricted, "Order was not canceled due to cancel restrictions."),
        (AmendNotSupported, "Order amend is not supported for this symbol."),
        (AmendIncreases, "Order amend (quantity increase) is not supported."),
        (AmendChangesNothing, "The requested action would change no state; rejecting"),
        (AmendHasNoQuantity, "Order amend (pending OPO order) is not supported."));

    /// <inheritdoc/>
    public override WordTable<OrderRule> RuleWords { get; } = new(
        (OrderRule.Price, "PRICE_FILTER"), (OrderRule.PriceBand, "PERCENT_PRICE_BY_SIDE"),
        (OrderRule.Quantity, "LOT_SIZE"), (OrderRule.MarketQuantity, "MARKET_LOT_SIZE"),
        (OrderRule.Notional, "NOTIONAL"), (OrderRule.IcebergParts, "ICEBERG_PARTS"),
        (OrderRule.Trailing, "TRAILING_DELTA"), (OrderRule.Position, "MAX_POSITION"),
        (OrderRule.Orders, "MAX_NUM_ORDERS"), (OrderRule.TriggerOrders, "MAX_NUM_ALGO_ORDERS"),
        (OrderRule.IcebergOrders, "MAX_NUM_ICEBERG_ORDERS"), (OrderRule.OrderLists, "MAX_NUM_ORDER_LISTS"),
        (OrderRule.Amends, "MAX_NUM_ORDER_AMENDS"), (OrderRule.OrdersOnExchange, "EXCHANGE_MAX_NUM_ORDERS"),
        (OrderRule.TriggerOrdersOnExchange, "EXCHANGE_MAX_NUM_ALGO_ORDERS"),
        (OrderRule.IcebergOrdersOnExchange, "EXCHANGE_MAX_NUM_ICEBERG_ORDERS"),
        (OrderRule.OrderListsOnExchange, "EXCHANGE_MAX_NUM_ORDER_LISTS"));

    /// <inheritdoc/>
    public override VenueFailure Refuse(OrderAction action, Rejection rejection)
    {
        var reason = rejection.Reason;
        var isLate = rejection.Order is not null || reason is TradingDisabled or DuplicateClientOrderId or BookTooThin;
        var code = action == OrderAction.Cancel ? -2011 : action == OrderAction.Amend ? -2038 : isLate ? -2010 : -1013;
        return RuleWords.Word(BrokenRule.Of(reason)) is { } filter
            ? Failure(reason == TooManyAmends ? code : -1013, "Filter failure: " + filter)
            : Refusals.Has(reason) ? Refusals.Of(reason)
            : Failure(code, Texts.Word(reason) ?? rejection.Text); // not every text is documented
    }

    private void AddOrderRefusals()
    {
        const string Archived = "Order was canceled or expired with no executed qty over 90 days ago and has been "
            + "archived.";
        Refusals.AddAll(
            -1014, "Unsupported order combination.", UnsupportedCombination, WorkingMustBeLimit, WorkingMustBuy,
            PendingMustSell);
        Refusals.Add(PairKindNotSupported, -1158, "Order type not supported in OCO.");
        Refusals.Add(BuyPairLimitMustBeBelow, -1165, "A limit order in a buy OCO must be below.");
        Refusals.Add(SellPairLimitMustBeAbove, -1166, "A limit order in a sell OCO must be above.");
        Refusals.Add(PairHasNoStop, -1168, "At least one OCO order must be contingent.");
        Refusals.Add(BuyPairStopMustBeAbove, -1196, "A stop loss order in a buy OCO must be above.");
        Refusals.Add(SellPairStopMustBeBelow, -1197, "A stop loss order in a sell OCO must be below.");
        Refusals.Add(BuyPairTakeProfitMustBeBelow, -1198, "A take profit order in a buy OCO must be below.");
        Refusals.Add(SellPairTakeProfitMustBeAbove, -1199, "A take profit order in a sell OCO must be above.");
        Refusals.Add(VenueProblem.OrderNotFound, -2013, "Order does not exist.");
        Refusals.Add(VenueProblem.OrderArchived, -2026, Archived);
        Refusals.Add(VenueProblem.OtherOrder, -2039, "Client order ID is not correct for this order ID.");
        Refusals.Add(VenueProblem.ReplacePartlyFailed, -2021, "Order cancel-replace partially failed.", 409);
        Refusals.Add(VenueProblem.ReplaceFailed, -2022, "Order cancel-replace failed.");
    }
}
