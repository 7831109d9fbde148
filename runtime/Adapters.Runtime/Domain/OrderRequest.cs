namespace Adapters.Domain;

/// <summary>An order that is asked for. Prices in quote units, quantities in base units unless said
/// otherwise.</summary>
public sealed record OrderRequest
{
    /// <summary>The market.</summary>
    public required Symbol Symbol { get; init; }

    /// <summary>Buys or sells.</summary>
    public required Side Side { get; init; }

    /// <summary>How it finds its price.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>Quantity in base units; either this or <see cref="QuoteQuantity"/>.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Quantity in quote units, where the venue takes that for the kind of order.</summary>
    public decimal? QuoteQuantity { get; init; }

    /// <summary>Limit price; for kinds that have one.</summary>
    public decimal? Price { get; init; }

    /// <summary>The price that triggers it; for kinds that have one.</summary>
    public decimal? TriggerPrice { get; init; }

    /// <summary>How long it stays; without one what the venue's table says first for the kind.</summary>
    public TimeInForce? TimeInForce { get; init; }

    /// <summary>It must not take: the venue refuses it where it would.</summary>
    public bool PostOnly { get; init; }

    /// <summary>It may only reduce a position.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>The client's id; one is made where none is given, for every order has one.</summary>
    public ClientOrderId? ClientId { get; init; }

    /// <summary>Prices and quantities are sent as given, and the order is refused where they are off the market's tick
    /// or step. Otherwise they are rounded, never to the caller's disadvantage: quantities down (without a limit price
    /// onto <see cref="Market.MarketStep"/> too), prices of buys down and of sells up, trigger prices to the nearest.
    /// </summary>
    public bool IsExact { get; init; }

    /// <summary>A limit order.</summary>
    public static OrderRequest Limit(Symbol symbol, Side side, decimal quantity, decimal price) =>
        new() { Symbol = symbol, Side = side, Kind = OrderKind.Limit, Quantity = quantity, Price = price };

    /// <summary>A market order.</summary>
    public static OrderRequest Market(Symbol symbol, Side side, decimal quantity) =>
        new() { Symbol = symbol, Side = side, Kind = OrderKind.Market, Quantity = quantity };
}
