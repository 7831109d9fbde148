using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Orders;

/// <summary>An order as an account asks for it.</summary>
public sealed record OrderEntry
{
    /// <summary>Where.</summary>
    public required SimulatedMarket Market { get; init; }

    /// <summary>Buys or sells.</summary>
    public required Side Side { get; init; }

    /// <summary>How it finds its price. A stop or take-profit that follows the market has a
    /// <see cref="TrailingDelta"/>.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>True for a limit order that must not take.</summary>
    public bool PostOnly { get; init; }

    /// <summary>How long it stays; says nothing for orders without limit price.</summary>
    public TimeInForce TimeInForce { get; init; } = TimeInForce.GoodTillCancel;

    /// <summary>When an order that is good till a date ends.</summary>
    public Timestamp? ExpiresAt { get; init; }

    /// <summary>Quantity, base units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>In place of a quantity, for market orders: what is to be spent or earned, quote units.</summary>
    public decimal? QuoteQuantity { get; init; }

    /// <summary>Limit price, quote units.</summary>
    public decimal? Price { get; init; }

    /// <summary>True where the limit price is to follow the book; no market takes such orders.</summary>
    public bool IsPegged { get; init; }

    /// <summary>Price at which a stop or take-profit begins to work, or a trailing one begins to follow; quote units.
    /// </summary>
    public decimal? TriggerPrice { get; init; }

    /// <summary>Change against the best price since, at which a trailing order begins to work; ten-thousandths of the
    /// price.</summary>
    public int? TrailingDelta { get; init; }

    /// <summary>Most that the book shows, base units; null shows all.</summary>
    public decimal? VisibleQuantity { get; init; }

    /// <summary>The account's own id, unique among its open orders of the market; null has one made.</summary>
    public ClientOrderId? ClientOrderId { get; init; }

    /// <summary>What happens instead of a trade with oneself; null is the market's default.</summary>
    public SelfTradePrevention? SelfTradePrevention { get; init; }

    /// <summary>True where the venue routes the order: it is filled by allocations.</summary>
    public bool IsRouted { get; init; }

    /// <summary>The account's number for the strategy that the order belongs to.</summary>
    public long? StrategyId { get; init; }

    /// <summary>The account's number for the kind of strategy.</summary>
    public int? StrategyType { get; init; }

    /// <summary>True where a trigger must come before the order works.</summary>
    public bool IsTriggered => Kind is OrderKind.StopMarket or OrderKind.StopLimit or OrderKind.TakeProfitMarket
        or OrderKind.TakeProfitLimit;

    /// <summary>True where it has a limit price once it works.</summary>
    public bool IsLimit => Kind is OrderKind.Limit or OrderKind.StopLimit or OrderKind.TakeProfitLimit;

    /// <summary>True where its trigger lies above the market: a stop that buys, a take-profit that sells.</summary>
    internal bool TriggersAbove => Kind is OrderKind.StopMarket or OrderKind.StopLimit
        ? Side == Side.Buy
        : Side == Side.Sell;
}
