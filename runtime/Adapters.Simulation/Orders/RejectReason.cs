using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Orders;

/// <summary>Why something was refused. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum RejectReason
{
    /// <summary>The market takes no orders now.</summary>
    MarketClosed = 1,

    /// <summary>The account may not trade.</summary>
    TradingDisabled,

    /// <summary>The market does not know this kind of order.</summary>
    KindNotSupported,

    /// <summary>The market takes no orders by quote quantity.</summary>
    QuoteQuantityNotSupported,

    /// <summary>The market takes no trailing orders.</summary>
    TrailingNotSupported,

    /// <summary>The market takes no iceberg orders.</summary>
    IcebergNotSupported,

    /// <summary>The market takes no orders whose price follows the book.</summary>
    PegNotSupported,

    /// <summary>The market does not allow this self-trade prevention.</summary>
    PreventionNotAllowed,

    /// <summary>The market is in no router.</summary>
    RoutingNotSupported,

    /// <summary>The market does not let orders be amended.</summary>
    AmendNotSupported,

    /// <summary>The market does not let an order be cancelled and replaced at once.</summary>
    ReplaceNotSupported,

    /// <summary>The market takes no lists of this kind.</summary>
    ListNotSupported,

    /// <summary>Kind, price, trigger, quantity or time in force do not go together.</summary>
    UnsupportedCombination,

    /// <summary>A price or trigger price is below the least.</summary>
    PriceTooLow,

    /// <summary>A price or trigger price is above the most.</summary>
    PriceTooHigh,

    /// <summary>A price or trigger price is not on the tick.</summary>
    PriceOffTick,

    /// <summary>The price is too far below the average one.</summary>
    PriceBelowBand,

    /// <summary>The price is too far above the average one.</summary>
    PriceAboveBand,

    /// <summary>The quantity is below the least.</summary>
    QuantityTooSmall,

    /// <summary>The quantity is above the most.</summary>
    QuantityTooLarge,

    /// <summary>The quantity is not on the step.</summary>
    QuantityOffStep,

    /// <summary>The quantity is below the least of a market order.</summary>
    MarketQuantityTooSmall,

    /// <summary>The quantity is above the most of a market order.</summary>
    MarketQuantityTooLarge,

    /// <summary>The quantity is not on the step of market orders.</summary>
    MarketQuantityOffStep,

    /// <summary>Price times quantity is below the least.</summary>
    NotionalTooSmall,

    /// <summary>Price times quantity is above the most.</summary>
    NotionalTooLarge,

    /// <summary>The visible quantity is larger than the whole.</summary>
    VisibleExceedsQuantity,

    /// <summary>The visible quantity makes too many parts.</summary>
    TooManyIcebergParts,

    /// <summary>The trailing delta is outside its bounds.</summary>
    TrailingDeltaOutOfRange,

    /// <summary>The account has too many open orders in the market.</summary>
    TooManyOrders,

    /// <summary>The account has too many orders that wait for a trigger in the market.</summary>
    TooManyTriggerOrders,

    /// <summary>The account has too many iceberg orders in the market.</summary>
    TooManyIcebergOrders,

    /// <summary>The account has too many order lists in the market.</summary>
    TooManyOrderLists,

    /// <summary>The order was amended too often.</summary>
    TooManyAmends,

    /// <summary>The account has too many open orders on the exchange.</summary>
    TooManyOrdersOnExchange,

    /// <summary>The account has too many orders that wait for a trigger on the exchange.</summary>
    TooManyTriggerOrdersOnExchange,

    /// <summary>The account has too many iceberg orders on the exchange.</summary>
    TooManyIcebergOrdersOnExchange,

    /// <summary>The account has too many order lists on the exchange.</summary>
    TooManyOrderListsOnExchange,

    /// <summary>The account would hold too much of the base asset.</summary>
    PositionTooLarge,

    /// <summary>The book holds too little for an order by quote quantity.</summary>
    BookTooThin,

    /// <summary>An open order of the account has this client order id, or an open list this id.</summary>
    DuplicateClientOrderId,

    /// <summary>Too little is free.</summary>
    InsufficientBalance,

    /// <summary>The market's last price has passed the trigger already.</summary>
    WouldTriggerImmediately,

    /// <summary>The order must not take, and it would.</summary>
    WouldTake,

    /// <summary>The prices of a pair do not lie on both sides of the last price.</summary>
    PairPricesWrong,

    /// <summary>The pair's kinds cannot be paired.</summary>
    PairKindNotSupported,

    /// <summary>None of a pair waits for a stop.</summary>
    PairHasNoStop,

    /// <summary>A limit order must be the lower one of a pair that buys.</summary>
    BuyPairLimitMustBeBelow,

    /// <summary>A limit order must be the upper one of a pair that sells.</summary>
    SellPairLimitMustBeAbove,

    /// <summary>A stop must be the upper one of a pair that buys.</summary>
    BuyPairStopMustBeAbove,

    /// <summary>A stop must be the lower one of a pair that sells.</summary>
    SellPairStopMustBeBelow,

    /// <summary>A take-profit must be the lower one of a pair that buys.</summary>
    BuyPairTakeProfitMustBeBelow,

    /// <summary>A take-profit must be the upper one of a pair that sells.</summary>
    SellPairTakeProfitMustBeAbove,

    /// <summary>A working order must be a limit order.</summary>
    WorkingMustBeLimit,

    /// <summary>The working order that pays for others must buy.</summary>
    WorkingMustBuy,

    /// <summary>What the working order pays for must sell.</summary>
    PendingMustSell,

    /// <summary>The account has no such open order or list.</summary>
    UnknownOrder,

    /// <summary>The order is another than the client order id says.</summary>
    ClientOrderIdMismatch,

    /// <summary>The order is not in the state that the request asks for.</summary>
    CancelRestricted,

    /// <summary>Amending cannot make an order larger.</summary>
    AmendIncreases,

    /// <summary>The order has this quantity already.</summary>
    AmendChangesNothing,

    /// <summary>The new quantity leaves nothing to be filled.</summary>
    AmendLeavesNothing,

    /// <summary>The order gets its quantity from the working order and has none yet.</summary>
    AmendHasNoQuantity,
}
