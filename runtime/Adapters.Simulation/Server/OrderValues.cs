using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Server;

/// <summary>
/// What is known of orders, fills and lists, by the names that specifications give it, as C# properties are called.
/// Words of a venue (kind, side, state, reasons, self-trade prevention) are left to its face.
/// </summary>
public static class OrderValues
{
    /// <summary>An order. What it has not (trigger, visible quantity, strategy) has no value; prices and quantities
    /// that every order has are 0.</summary>
    public static Func<string, object?> Of(OrderSnapshot order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var entry = order.Entry;
        return name => name switch
        {
            "Symbol" => order.Market.Symbol.Name,
            "Id" or "OrderId" => order.Id,
            "ListId" => order.ListId,
            "ClientId" => order.ClientOrderId,
            "Price" => entry.Price ?? 0m,
            "Quantity" => order.Quantity,
            "QuoteQuantity" => entry.QuoteQuantity ?? 0m,
            "FilledQuantity" => order.Filled,
            "FilledValue" => order.FilledQuote,
            "TriggerPrice" => entry.TriggerPrice,
            "VisibleQuantity" => entry.VisibleQuantity,
            "StrategyId" => entry.StrategyId,
            "StrategyType" => entry.StrategyType,
            "TrailingDelta" => entry.TrailingDelta,
            "TrailingTime" => order.TrailingSince,
            "PreventedQuantity" => order.PreventedMatchId is null ? null : order.Prevented,
            "PreventedMatchId" => order.PreventedMatchId,
            "UsedSor" => entry.IsRouted ? true : null,
            "CreatedTime" => order.CreatedAt,
            "UpdateTime" or "TransactTime" => order.UpdatedAt,
            "WorkingTime" => order.WorkingSince,
            "Working" => order.IsWorking,
            _ => null,
        };
    }

    /// <summary>A fill.</summary>
    public static Func<string, object?> Of(AccountFill fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        return name => name switch
        {
            "Symbol" => fill.Market.Symbol.Name,
            "Id" => fill.TradeId ?? fill.AllocationId,
            "TradeId" => fill.TradeId,
            "AllocationId" => fill.AllocationId,
            "OrderId" => fill.OrderId,
            "ListId" => fill.ListId,
            "Price" or "LastPrice" => fill.Price,
            "Quantity" or "LastQuantity" => fill.Quantity,
            "QuoteQuantity" or "LastValue" => fill.QuoteQuantity,
            "Fee" => fill.Commission,
            "FeeAsset" => fill.CommissionAsset,
            "Buyer" => fill.Side == Side.Buy,
            "Maker" => fill.IsMaker,
            "Allocator" => false,
            "Time" => fill.Time,
            _ => null,
        };
    }

    /// <summary>A match with oneself that did not happen.</summary>
    public static Func<string, object?> Of(PreventedMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return name => name switch
        {
            "Id" or "PreventedMatchId" => match.Id,
            "SelfTradePreventionMode" => VenueTexts.Capitals(match.Mode),
            "TakerOrderId" => match.TakerOrderId,
            "MakerOrderId" => match.MakerOrderId,
            "Price" or "PreventedExecutionPrice" => match.Price,
            "PreventedExecutionQuantity" => match.Quantity,
            "PreventedExecutionValue" => match.Price * match.Quantity,
            "TakerPreventedQuantity" => match.TakerPrevented == 0m ? null : match.TakerPrevented,
            "MakerPreventedQuantity" => match.MakerPrevented == 0m ? null : match.MakerPrevented,
            "Time" => match.Time,
            _ => null,
        };
    }

    /// <summary>A change of an order's quantity.</summary>
    public static Func<string, object?> Of(Amendment amendment)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        return name => name switch
        {
            "OrderId" => amendment.OrderId,
            "ExecutionId" => amendment.ExecutionId,
            "FormerClientId" => amendment.OldClientOrderId,
            "ClientId" => amendment.NewClientOrderId,
            "FormerQuantity" => amendment.OldQuantity,
            "Quantity" => amendment.NewQuantity,
            "Time" or "TransactTime" => amendment.Time,
            _ => null,
        };
    }

    /// <summary>An order list, without its orders.</summary>
    public static Func<string, object?> Of(OrderListSnapshot list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return name => name switch
        {
            "Symbol" => list.Market.Symbol.Name,
            "Id" or "ListId" => list.Id,
            "ClientId" => list.ClientListId,
            "Time" => list.UpdatedAt,
            _ => null,
        };
    }

    /// <summary>What happened to an order, with the order as it is after it. A cancel goes by its own id, as does an
    /// amended order; the former one is that of the order.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="fill">What is told of the fill, where it was one; null for what is known of it.</param>
    public static Func<string, object?> Of(OrderEvent happened, Func<string, object?>? fill = null)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var order = Of(happened.Order);
        fill ??= happened.Fill is { } filled ? Of(filled) : null;
        var prevented = happened.Prevented is { } match ? Of(match) : null;
        return name => name switch
        {
            "Time" => happened.Time,
            "ExecutionId" => happened.ExecutionId,
            "ClientId" => happened.CancelId ?? happened.Order.ClientOrderId,
            "FormerClientId" => happened.CancelId is null
                ? happened.Amendment?.OldClientOrderId
                : happened.Order.ClientOrderId,
            "LastQuantity" or "LastPrice" or "LastValue" => fill?.Invoke(name) ?? 0m,
            "Fee" or "FeeAsset" or "TradeId" or "AllocationId" or "MatchType" => fill?.Invoke(name),
            "Maker" => happened.Fill?.IsMaker ?? false,
            "Working" => happened.Order is { IsWorking: true, IsOpen: true },
            "LastPreventedQuantity" => happened.Prevented is null ? null : happened.LastPrevented,
            "CounterOrderId" => happened.Prevented is { } other
                ? other.MakerOrderId == happened.Order.Id ? other.TakerOrderId : other.MakerOrderId
                : null,
            "PreventedExecutionQuantity" or "PreventedExecutionPrice" or "PreventedExecutionValue" =>
                prevented?.Invoke(name),
            _ => order(name),
        };
    }
}
