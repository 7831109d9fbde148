using System.Diagnostics.CodeAnalysis;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Rules;

/// <summary>What is asked of orders by numbers: by the instrument, by the market, and by the exchange in all markets
/// together. Zero is no member, so that a forgotten value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum OrderRule
{
    /// <summary>Bounds and tick of a price.</summary>
    Price = 1,

    /// <summary>How far a price may lie from the average one.</summary>
    PriceBand,

    /// <summary>Bounds and step of a quantity.</summary>
    Quantity,

    /// <summary>Bounds and step of the quantity of a market order.</summary>
    MarketQuantity,

    /// <summary>Bounds of price times quantity.</summary>
    Notional,

    /// <summary>Parts of an iceberg order.</summary>
    IcebergParts,

    /// <summary>Bounds of a trailing delta.</summary>
    Trailing,

    /// <summary>What an account may hold.</summary>
    Position,

    /// <summary>Open orders.</summary>
    Orders,

    /// <summary>Orders that wait for a trigger.</summary>
    TriggerOrders,

    /// <summary>Open iceberg orders.</summary>
    IcebergOrders,

    /// <summary>Open lists of orders.</summary>
    OrderLists,

    /// <summary>Amendments of an order.</summary>
    Amends,

    /// <summary>Open orders in all markets.</summary>
    OrdersOnExchange,

    /// <summary>Orders that wait for a trigger in all markets.</summary>
    TriggerOrdersOnExchange,

    /// <summary>Open iceberg orders in all markets.</summary>
    IcebergOrdersOnExchange,

    /// <summary>Open lists of orders in all markets.</summary>
    OrderListsOnExchange,
}

/// <summary>Tells which rule an order broke.</summary>
public static class BrokenRule
{
    /// <summary>The rule; null where the order was refused for something else.</summary>
    public static OrderRule? Of(RejectReason reason) => reason switch
    {
        RejectReason.PriceTooLow or RejectReason.PriceTooHigh or RejectReason.PriceOffTick => OrderRule.Price,
        RejectReason.PriceBelowBand or RejectReason.PriceAboveBand => OrderRule.PriceBand,
        RejectReason.QuantityTooSmall or RejectReason.QuantityTooLarge or RejectReason.QuantityOffStep =>
            OrderRule.Quantity,
        RejectReason.MarketQuantityTooSmall or RejectReason.MarketQuantityTooLarge
            or RejectReason.MarketQuantityOffStep => OrderRule.MarketQuantity,
        RejectReason.NotionalTooSmall or RejectReason.NotionalTooLarge => OrderRule.Notional,
        RejectReason.TooManyIcebergParts => OrderRule.IcebergParts,
        RejectReason.TrailingDeltaOutOfRange => OrderRule.Trailing,
        RejectReason.PositionTooLarge => OrderRule.Position,
        RejectReason.TooManyOrders => OrderRule.Orders,
        RejectReason.TooManyTriggerOrders => OrderRule.TriggerOrders,
        RejectReason.TooManyIcebergOrders => OrderRule.IcebergOrders,
        RejectReason.TooManyOrderLists => OrderRule.OrderLists,
        RejectReason.TooManyAmends => OrderRule.Amends,
        RejectReason.TooManyOrdersOnExchange => OrderRule.OrdersOnExchange,
        RejectReason.TooManyTriggerOrdersOnExchange => OrderRule.TriggerOrdersOnExchange,
        RejectReason.TooManyIcebergOrdersOnExchange => OrderRule.IcebergOrdersOnExchange,
        RejectReason.TooManyOrderListsOnExchange => OrderRule.OrderListsOnExchange,
        _ => null,
    };
}
