using Adapters.Domain;
using Adapters.Simulation.Matching;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Trading;

namespace Adapters.Simulation.Accounts;

public sealed partial class SimulatedAccount
{
    /// <summary>When a balance changed last.</summary>
    public Timestamp UpdatedAt => Read(() => _updatedAt);

    /// <summary>Number of its last event.</summary>
    public long LastSequence => Read(() => _lastSequence);

    /// <summary>What it has of every asset that it ever had.</summary>
    public IReadOnlyList<AccountBalance> Balances => Read(() => Wallet.All.ToArray());

    /// <summary>What it has of an asset.</summary>
    public AccountBalance BalanceOf(Asset asset) => Read(() => Wallet[asset]);

    /// <summary>Finds an order, open or not, by either id or by both, which must then fit; null where there is none. Of
    /// several with one client order id the last one.</summary>
    public OrderSnapshot? FindOrder(SimulatedMarket market, long? orderId, ClientOrderId? clientOrderId) =>
        Read(market, book => book.Find(orderId, clientOrderId)?.View);

    /// <summary>The open orders of a market, or of all, the oldest of each market first.</summary>
    public IReadOnlyList<OrderSnapshot> OpenOrders(SimulatedMarket? market = null) => Read(() =>
        ((IEnumerable<SimulatedMarket>)(market is null ? _floor.Markets : [market]))
            .SelectMany(one => one.Desk.BookOf(this).Open)
            .Select(order => order.View)
            .ToArray());

    /// <summary>Orders of a market, open or not, oldest first: the first ones from an id or a moment on, otherwise the
    /// last ones.</summary>
    public IReadOnlyList<OrderSnapshot> Orders(SimulatedMarket market, HistoryQuery query) =>
        Read(market, book => query.Of(book.Orders, order => order.Id, order => order.CreatedAt, static o => o.View));

    /// <summary>Fills of a market by trades, oldest first: the first ones from a trade's id or a moment on, otherwise
    /// the last ones.</summary>
    public IReadOnlyList<AccountFill> Fills(SimulatedMarket market, HistoryQuery query) =>
        Read(market, book => query.Of(
            book.Fills.Where(fill => fill.TradeId is not null && query.Fits(fill.OrderId)),
            fill => fill.TradeId!.Value,
            fill => fill.Time));

    /// <summary>Fills of a market by the venue's router, in the same way.</summary>
    public IReadOnlyList<AccountFill> Allocations(SimulatedMarket market, HistoryQuery query) =>
        Read(market, book => query.Of(
            book.Fills.Where(fill => fill.AllocationId is not null && query.Fits(fill.OrderId)),
            fill => fill.AllocationId!.Value,
            fill => fill.Time));

    /// <summary>Matches of a market that were prevented, in the same way.</summary>
    public IReadOnlyList<PreventedMatch> PreventedMatches(SimulatedMarket market, HistoryQuery query) =>
        Read(market, book => query.Of(
            book.Prevented.Where(match => query.Fits(match.MakerOrderId) || query.Fits(match.TakerOrderId)),
            match => match.Id,
            match => match.Time));

    /// <summary>Amendments of orders of a market by their execution id, in the same way.</summary>
    public IReadOnlyList<Amendment> Amendments(SimulatedMarket market, HistoryQuery query) =>
        Read(market, book => query.Of(
            book.Amendments.Where(amendment => query.Fits(amendment.OrderId)),
            amendment => amendment.ExecutionId,
            amendment => amendment.Time));

    /// <summary>Finds an order list by either id or by both, which must then fit; null where there is none.</summary>
    public OrderListSnapshot? FindList(long? listId, ClientOrderId? clientListId) => Read(() => _floor.Markets
        .Select(market => market.Desk.BookOf(this).FindList(listId, clientListId))
        .Where(list => list is not null)
        .MaxBy(list => list!.Id)?.View);

    /// <summary>The order lists of all markets that have not ended, oldest first.</summary>
    public IReadOnlyList<OrderListSnapshot> OpenLists() => Read(() =>
        AllLists().Where(list => !list.IsDone).Select(list => list.View).ToArray());

    /// <summary>The order lists of all markets, oldest first: the first ones from an id or a moment on, otherwise the
    /// last ones.</summary>
    public IReadOnlyList<OrderListSnapshot> Lists(HistoryQuery query) => Read(() =>
        query.Of(AllLists(), list => list.Id, list => list.CreatedAt, static list => list.View));

    private IEnumerable<OrderList> AllLists() =>
        _floor.Markets.SelectMany(market => market.Desk.BookOf(this).Lists).OrderBy(list => list.Id);

    private T Read<T>(SimulatedMarket market, Func<AccountBook, T> read)
    {
        ArgumentNullException.ThrowIfNull(market);
        return Read(() => read(market.Desk.BookOf(this)));
    }

    private T Read<T>(Func<T> read)
    {
        lock (_floor.Gate)
        {
            return read();
        }
    }
}
