using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Rules;

/// <summary>What a market asks of orders beyond the instrument's own limits. Null means no such rule.</summary>
public sealed record TradingRules
{
    /// <summary>Kinds of order that the market takes.</summary>
    public IReadOnlyList<OrderKind> Kinds { get; init; } =
    [
        OrderKind.Limit, OrderKind.Market, OrderKind.StopMarket, OrderKind.StopLimit, OrderKind.TakeProfitMarket,
        OrderKind.TakeProfitLimit,
    ];

    /// <summary>Window of the average price that bands and the value of market orders are counted with; zero takes the
    /// last price.</summary>
    public TimeSpan AverageWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Highest price of a buying order, as a multiple of the average price.</summary>
    public decimal? BuyBandAbove { get; init; }

    /// <summary>Lowest price of a buying order, as a multiple of the average price.</summary>
    public decimal? BuyBandBelow { get; init; }

    /// <summary>Highest price of a selling order, as a multiple of the average price.</summary>
    public decimal? SellBandAbove { get; init; }

    /// <summary>Lowest price of a selling order, as a multiple of the average price.</summary>
    public decimal? SellBandBelow { get; init; }

    /// <summary>True where market orders by quote quantity are taken.</summary>
    public bool AllowsQuoteQuantity { get; init; } = true;

    /// <summary>Parts that an iceberg order may have; null takes no iceberg orders.</summary>
    public int? MaxIcebergParts { get; init; } = 10;

    /// <summary>Open orders of an account that wait for a trigger.</summary>
    public int? MaxTriggerOrders { get; init; }

    /// <summary>Open iceberg orders of an account.</summary>
    public int? MaxIcebergOrders { get; init; }

    /// <summary>Open order lists of an account.</summary>
    public int? MaxOrderLists { get; init; }

    /// <summary>How often an order may be amended; null does not let orders be amended.</summary>
    public int? MaxAmends { get; init; } = 10;

    /// <summary>Most that an account may hold and have on order of the base asset.</summary>
    public decimal? MaxPosition { get; init; }

    /// <summary>Bounds of a trailing delta; null takes no trailing orders.</summary>
    public TrailingBounds? Trailing { get; init; } = new(10, 2000, 10, 2000);

    /// <summary>True where an order may be cancelled and replaced at once.</summary>
    public bool AllowsReplace { get; init; } = true;

    /// <summary>True where pairs of orders are taken of which one ends the other.</summary>
    public bool AllowsPairs { get; init; } = true;

    /// <summary>True where orders are taken that wait for another one.</summary>
    public bool AllowsTriggeredLists { get; init; } = true;

    /// <summary>True where an order may get its quantity from what another one bought.</summary>
    public bool AllowsPaidLists { get; init; } = true;

    /// <summary>True where the venue routes orders of this market.</summary>
    public bool AllowsRouting { get; init; } = true;

    /// <summary>What holds where an order does not say.</summary>
    public SelfTradePrevention DefaultPrevention { get; init; } = SelfTradePrevention.ExpireMaker;

    /// <summary>What an order may ask for.</summary>
    public IReadOnlyList<SelfTradePrevention> AllowedPreventions { get; init; } =
    [
        SelfTradePrevention.None, SelfTradePrevention.ExpireTaker, SelfTradePrevention.ExpireMaker,
        SelfTradePrevention.ExpireBoth, SelfTradePrevention.Decrement, SelfTradePrevention.Transfer,
    ];
}
