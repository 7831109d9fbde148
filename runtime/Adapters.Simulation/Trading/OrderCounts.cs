using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Trading;

/// <summary>How many open orders and lists there are, or would come.</summary>
internal readonly record struct OrderCounts(int All, int Triggered, int Icebergs, int Lists)
{
    public static OrderCounts operator +(OrderCounts left, OrderCounts right) => new(
        left.All + right.All,
        left.Triggered + right.Triggered,
        left.Icebergs + right.Icebergs,
        left.Lists + right.Lists);

    internal static OrderCounts Of(AccountBook book)
    {
        var (triggered, icebergs) = (0, 0);
        foreach (var order in book.Open)
        {
            triggered += order.Entry.IsTriggered ? 1 : 0;
            icebergs += order.Entry.VisibleQuantity is null ? 0 : 1;
        }

        return new OrderCounts(book.Open.Count, triggered, icebergs, book.OpenLists.Count);
    }

    internal static OrderCounts Of(IReadOnlyList<OrderEntry> requests, int lists) => new(
        requests.Count,
        requests.Count(request => request.IsTriggered),
        requests.Count(request => request.VisibleQuantity is not null),
        lists);
}
