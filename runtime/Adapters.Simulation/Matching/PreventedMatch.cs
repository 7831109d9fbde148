using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>A match that did not happen, because both orders are of one owner or group.</summary>
public sealed record PreventedMatch
{
    /// <summary>Id of the prevented match; each one of a market has the next one.</summary>
    public required long Id { get; init; }

    /// <summary>Order that came.</summary>
    public required long TakerOrderId { get; init; }

    /// <summary>Order that rested.</summary>
    public required long MakerOrderId { get; init; }

    /// <summary>What was done about it.</summary>
    public required SelfTradePrevention Mode { get; init; }

    /// <summary>Price of the resting order, quote units.</summary>
    public required decimal Price { get; init; }

    /// <summary>Quantity that would have matched, base units.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Quantity taken off the order that came, base units; 0 where it goes on whole.</summary>
    public required decimal TakerPrevented { get; init; }

    /// <summary>Quantity taken off the resting order, base units; 0 where it rests on whole.</summary>
    public required decimal MakerPrevented { get; init; }

    /// <summary>When it happened.</summary>
    public required Timestamp Time { get; init; }

    /// <summary>How many trades of the same operation came before.</summary>
    internal int TradesBefore { get; init; }
}
