using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Accounts;

/// <summary>Something that happened to an account.</summary>
public abstract record AccountEvent
{
    /// <summary>Number of the event; each one of an account has the next one.</summary>
    public required long Sequence { get; init; }

    /// <summary>The venue's time of what happened.</summary>
    public required Timestamp Time { get; init; }
}

/// <summary>An order changed.</summary>
public sealed record OrderEvent : AccountEvent
{
    /// <summary>What happened.</summary>
    public required ExecutionKind Kind { get; init; }

    /// <summary>The market's number of what happened; rises in each market.</summary>
    public required long ExecutionId { get; init; }

    /// <summary>The order right after it.</summary>
    public required OrderSnapshot Order { get; init; }

    /// <summary>The fill, where it was a trade.</summary>
    public AccountFill? Fill { get; init; }

    /// <summary>The match with oneself that did not happen, where it was one.</summary>
    public PreventedMatch? Prevented { get; init; }

    /// <summary>Quantity that this event took off because of it, base units.</summary>
    public decimal LastPrevented { get; init; }

    /// <summary>The account's id of the request that cancelled the order.</summary>
    public ClientOrderId? CancelId { get; init; }

    /// <summary>The change, where the order was amended.</summary>
    public Amendment? Amendment { get; init; }

    /// <summary>Why the order was refused or, brought to the book by a trigger or a list, refused there.</summary>
    public Rejection? Rejection { get; init; }
}

/// <summary>An order list changed.</summary>
public sealed record OrderListEvent : AccountEvent
{
    /// <summary>The list right after it.</summary>
    public required OrderListSnapshot List { get; init; }

    /// <summary>What the event is about.</summary>
    public required OrderListEventKind Kind { get; init; }

    /// <summary>Why the list was refused.</summary>
    public Rejection? Rejection { get; init; }
}

/// <summary>Balances changed; the last event of what changed them.</summary>
public sealed record BalancesEvent : AccountEvent
{
    /// <summary>The balances that may have changed, as they are now.</summary>
    public required IReadOnlyList<AccountBalance> Balances { get; init; }

    /// <summary>What changed totals, in order; what only was locked or released is not in it.</summary>
    public required IReadOnlyList<BalanceChange> Changes { get; init; }
}

/// <summary>Something came from outside the exchange or went there.</summary>
public sealed record FundsEvent : AccountEvent
{
    /// <summary>Of what.</summary>
    public required Asset Asset { get; init; }

    /// <summary>How much; negative where it went.</summary>
    public required decimal Delta { get; init; }
}

/// <summary>Something outside the exchange locked or released a part of a balance.</summary>
public sealed record ExternalLockEvent : AccountEvent
{
    /// <summary>Of what.</summary>
    public required Asset Asset { get; init; }

    /// <summary>How much; negative where it was released.</summary>
    public required decimal Delta { get; init; }
}
