using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Orders;

/// <summary>An account's order while it lives; its state only moves forward.</summary>
/// <param name="state">Its first state.</param>
internal sealed class AccountOrder(OrderState state)
{
    private Timestamp? _updatedAt;

    internal required SimulatedAccount Account { get; init; }

    internal required OrderEntry Entry { get; init; }

    internal required long Id { get; init; }

    internal required ClientOrderId ClientId { get; set; }

    /// <summary>Null while the list's working order has yet to decide it.</summary>
    internal required decimal? Quantity { get; set; }

    internal required SelfTradePrevention Prevention { get; init; }

    internal required Timestamp CreatedAt { get; init; }

    internal OrderList? List { get; init; }

    internal FundsLock? Funds { get; set; }

    internal OrderState State { get; private set; } = state;

    internal ExpiryReason? ExpiryReason { get; private set; }

    internal decimal Filled { get; private set; }

    internal decimal FilledQuote { get; private set; }

    internal decimal Prevented { get; private set; }

    internal long? PreventedMatchId { get; private set; }

    internal bool IsAllocated { get; set; }

    internal Timestamp? WorkingSince { get; set; }

    internal Timestamp UpdatedAt => _updatedAt ?? CreatedAt;

    internal int Amends { get; set; }

    internal Trigger? Trigger { get; set; }

    internal decimal Remaining => (Quantity ?? 0m) - Filled - Prevented;

    internal bool IsOpen => State is OrderState.PendingNew or OrderState.New or OrderState.PartiallyFilled;

    /// <summary>What must be locked for it.</summary>
    internal decimal Need => State is not (OrderState.New or OrderState.PartiallyFilled) ? 0m
        : Entry.Side == Side.Sell ? Remaining
        : Entry.IsLimit ? Remaining * Entry.Price!.Value
        : 0m;

    internal OrderSnapshot View => new()
    {
        Entry = Entry,
        Id = Id,
        ClientOrderId = ClientId,
        ListId = List?.Id,
        State = State,
        ExpiryReason = ExpiryReason,
        Quantity = Quantity,
        Filled = Filled,
        FilledQuote = FilledQuote,
        Prevented = Prevented,
        PreventedMatchId = PreventedMatchId,
        SelfTradePrevention = Prevention,
        WorkingSince = WorkingSince,
        TrailingSince = Trigger?.Since,
        IsAllocated = IsAllocated,
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };

    internal void MoveTo(OrderState next, Timestamp now, ExpiryReason? reason = null)
    {
        var isAllowed = (State, next) switch
        {
            (OrderState.PendingNew, OrderState.New) => true,
            (OrderState.PendingNew, OrderState.Canceled or OrderState.Expired or OrderState.Rejected) => true,
            (OrderState.PendingNew, _) => false,
            (OrderState.New, OrderState.Rejected) => Filled == 0m && WorkingSince is null,
            (OrderState.New or OrderState.PartiallyFilled, OrderState.New or OrderState.Rejected) => false,
            (OrderState.New or OrderState.PartiallyFilled, _) => next != OrderState.PendingNew,
            _ => false,
        };
        if (!isAllowed)
        {
            throw new InvariantException($"Order {Id} of {Account.Id} cannot go from {State} to {next}.");
        }

        State = next;
        ExpiryReason = reason;
        _updatedAt = now;
    }

    internal void Touch(Timestamp now) => _updatedAt = now;

    internal void Fill(decimal quantity, decimal quote, Timestamp now)
    {
        Filled += quantity;
        FilledQuote += quote;
        MoveTo(Remaining == 0m ? OrderState.Filled : OrderState.PartiallyFilled, now);
    }

    internal void Prevent(decimal quantity, long matchId, Timestamp now)
    {
        Prevented += quantity;
        PreventedMatchId = matchId;
        _updatedAt = now;
        if (Remaining == 0m)
        {
            MoveTo(OrderState.ExpiredInMatch, now, Orders.ExpiryReason.SelfTrade);
        }
    }
}
