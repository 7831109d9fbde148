using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Orders;

/// <summary>An account's order as it was at one moment. Quantities in base units, prices in quote units.</summary>
public sealed record OrderSnapshot
{
    /// <summary>What was asked for; quantity and client order id may have changed since.</summary>
    public required OrderEntry Entry { get; init; }

    /// <summary>The market's id.</summary>
    public required long Id { get; init; }

    /// <summary>The account's id.</summary>
    public required ClientOrderId ClientOrderId { get; init; }

    /// <summary>The list that it belongs to.</summary>
    public long? ListId { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required OrderState State { get; init; }

    /// <summary>Why it expired.</summary>
    public ExpiryReason? ExpiryReason { get; init; }

    /// <summary>Whole quantity; null where the list's working order decides it and is not filled yet.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Filled quantity.</summary>
    public required decimal Filled { get; init; }

    /// <summary>Filled quantity in quote units.</summary>
    public required decimal FilledQuote { get; init; }

    /// <summary>Quantity taken off so that the owner does not trade with himself.</summary>
    public required decimal Prevented { get; init; }

    /// <summary>The last prevented match that took something off.</summary>
    public long? PreventedMatchId { get; init; }

    /// <summary>What holds; never <see cref="Matching.SelfTradePrevention"/>'s zero.</summary>
    public required SelfTradePrevention SelfTradePrevention { get; init; }

    /// <summary>True once it reached the book: not while it waits for a trigger or for its list.</summary>
    public bool IsWorking => WorkingSince is not null;

    /// <summary>When it reached the book.</summary>
    public Timestamp? WorkingSince { get; init; }

    /// <summary>When a trailing order began to follow the market.</summary>
    public Timestamp? TrailingSince { get; init; }

    /// <summary>True where the venue's router filled a part.</summary>
    public bool IsAllocated { get; init; }

    /// <summary>When it was accepted.</summary>
    public required Timestamp CreatedAt { get; init; }

    /// <summary>When it changed last.</summary>
    public required Timestamp UpdatedAt { get; init; }

    /// <summary>The market.</summary>
    public SimulatedMarket Market => Entry.Market;

    /// <summary>Buys or sells.</summary>
    public Side Side => Entry.Side;

    /// <summary>What can still be filled.</summary>
    public decimal Remaining => (Quantity ?? 0m) - Filled - Prevented;

    /// <summary>True while something can still happen to it.</summary>
    public bool IsOpen => State is OrderState.PendingNew or OrderState.New or OrderState.PartiallyFilled;
}
