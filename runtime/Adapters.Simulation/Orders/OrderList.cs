using Adapters.Domain;
using Adapters.Simulation.Accounts;

namespace Adapters.Simulation.Orders;

/// <summary>Orders of an account that depend on each other, while they live.</summary>
internal sealed class OrderList
{
    private readonly List<AccountOrder> _orders = [];

    internal required SimulatedAccount Account { get; init; }

    internal required SimulatedMarket Market { get; init; }

    internal required long Id { get; init; }

    internal required ClientOrderId ClientId { get; init; }

    internal required OrderListKind Kind { get; init; }

    internal required bool IsPaid { get; init; }

    internal required Timestamp CreatedAt { get; init; }

    internal Timestamp UpdatedAt { get; set; }

    internal bool IsDone { get; set; }

    /// <summary>The order whose work or end ended the others; they end but once.</summary>
    internal AccountOrder? Survivor { get; set; }

    /// <summary>What the working order bought and the others will sell.</summary>
    internal FundsLock? Bought { get; set; }

    internal IReadOnlyList<AccountOrder> Orders => _orders;

    internal AccountOrder? Working => Kind == OrderListKind.OneTriggersOther ? _orders[0] : null;

    /// <summary>All but the working one.</summary>
    internal IEnumerable<AccountOrder> Others => _orders.Skip(Kind == OrderListKind.OneTriggersOther ? 1 : 0);

    internal OrderListSnapshot View => new()
    {
        Market = Market,
        Id = Id,
        ClientListId = ClientId,
        Kind = Kind,
        IsPaid = IsPaid,
        IsDone = IsDone,
        Orders = [.. _orders.Select(order => order.View)],
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
    };

    internal void Add(AccountOrder order) => _orders.Add(order);
}
