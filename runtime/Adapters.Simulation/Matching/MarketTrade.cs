using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>One match of two orders.</summary>
public readonly record struct MarketTrade
{
    /// <summary>Id of the trade; each trade of a market has the next one.</summary>
    public required long Id { get; init; }

    /// <summary>Shared by the trades of one taking order at one price.</summary>
    public required long AggregateId { get; init; }

    /// <summary>Price of the resting order, quote units.</summary>
    public required decimal Price { get; init; }

    /// <summary>Quantity, base units.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Side of the taker, the party whose order caused the trade.</summary>
    public required Side Taker { get; init; }

    /// <summary>When it happened.</summary>
    public required Timestamp Time { get; init; }

    /// <summary>Order that rested.</summary>
    public required long MakerOrderId { get; init; }

    /// <summary>Order that came and matched.</summary>
    public required long TakerOrderId { get; init; }

    /// <summary>Whose order rested.</summary>
    public required string MakerOwner { get; init; }

    /// <summary>Whose order came and matched.</summary>
    public required string TakerOwner { get; init; }

    /// <summary>Quantity in quote units, exact.</summary>
    public decimal QuoteQuantity => Price * Quantity;

    /// <summary>Order of the buyer.</summary>
    public long BuyerOrderId => Taker == Side.Buy ? TakerOrderId : MakerOrderId;

    /// <summary>Order of the seller.</summary>
    public long SellerOrderId => Taker == Side.Sell ? TakerOrderId : MakerOrderId;

    /// <summary>The trade as a domain value.</summary>
    public Trade ToTrade(Symbol symbol) => new()
    {
        Symbol = symbol,
        Id = TradeId.FromInt64(Id),
        Price = Price,
        Quantity = Quantity,
        QuoteQuantity = QuoteQuantity,
        Side = Taker,
        Time = Time,
    };
}
