using Adapters.Simulation.Orders;
using static Adapters.Simulation.Orders.RejectReason;

namespace Adapters.Faces.Binance;

/// <content>Why orders are not taken.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md"/></content>
public sealed partial class BinanceSpotFace
{
    private static readonly WordTable<RejectReason> Filters = new(
        (PriceTooLow, "PRICE_FILTER"), (PriceTooHigh, "PRICE_FILTER"), (PriceOffTick, "PRICE_FILTER"),
        (PriceBelowBand, "PERCENT_PRICE_BY_SIDE"), (PriceAboveBand, "PERCENT_PRICE_BY_SIDE"),
        (QuantityTooSmall, "LOT_SIZE"), (QuantityTooLarge, "LOT_SIZE"), (QuantityOffStep, "LOT_SIZE"),
        (MarketQuantityTooSmall, "MARKET_LOT_SIZE"), (MarketQuantityTooLarge, "MARKET_LOT_SIZE"),
        (MarketQuantityOffStep, "MARKET_LOT_SIZE"), (NotionalTooSmall, "NOTIONAL"), (NotionalTooLarge, "NOTIONAL"),
        (TooManyIcebergParts, "ICEBERG_PARTS"), (TrailingDeltaOutOfRange, "TRAILING_DELTA"),
        (PositionTooLarge, "MAX_POSITION"), (TooManyOrders, "MAX_NUM_ORDERS"),
        (TooManyTriggerOrders, "MAX_NUM_ALGO_ORDERS"), (TooManyIcebergOrders, "MAX_NUM_ICEBERG_ORDERS"),
        (TooManyOrderLists, "MAX_NUM_ORDER_LISTS"), (TooManyAmends, "MAX_NUM_ORDER_AMENDS"),
        (TooManyOrdersOnExchange, "EXCHANGE_MAX_NUM_ORDERS"),
        (TooManyTriggerOrdersOnExchange, "EXCHANGE_MAX_NUM_ALGO_ORDERS"),
        (TooManyIcebergOrdersOnExchange, "EXCHANGE_MAX_NUM_ICEBERG_ORDERS"),
        (TooManyOrderListsOnExchange, "EXCHANGE_MAX_NUM_ORDER_LISTS"));

    private static readonly WordTable<RejectReason> Texts = new(
        (MarketClosed, "Market is closed."),
        (TradingDisabled, "This action is disabled on this account."),
        (QuoteQuantityNotSupported, "Quote order qty market orders are not support for this symbol."),
        (TrailingNotSupported, "Trailing stop orders are not supported for this symbol."),
        (IcebergNotSupported, "Iceberg orders are not supported for this symbol."),
        (DuplicateClientOrderId, "Duplicate order sent."),
        (InsufficientBalance, "Account has insufficient balance for requested action."),
        (BookTooThin, "Order book liquidity is less than LOT_SIZE filter minimum quantity."),
        (WouldTriggerImmediately, "Order would trigger immediately."),
        (WouldTake, "Order would immediately match and take."),
        (UnknownOrder, "Unknown order sent."),
        (ClientOrderIdMismatch, "Cancel order is invalid. Check origClOrdId and orderId."),
        (CancelRestricted, "Order was not canceled due to cancel restrictions."));

    /// <inheritdoc/>
    public override VenueFailure Refuse(OrderAction action, Rejection rejection)
    {
        var code = action switch { OrderAction.Cancel => -2011, OrderAction.Amend => -2038, _ => -2010 };
        return rejection.Reason switch
        {
            VisibleExceedsQuantity => Failure(-1013, "IcebergQty exceeds QTY."),
            UnsupportedCombination => Failure(-1014, "Unsupported order combination."),
            var reason when Filters.Word(reason) is { } filter => Failure(-1013, "Filter failure: " + filter),
            var reason => Failure(code, Texts.Word(reason) ?? rejection.Text), // where the venue documents no text
        };
    }
}
