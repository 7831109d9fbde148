using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>Keeps an account as one does who knows its events only, and finds where they do not add up.</summary>
internal sealed class AccountMirror : IAccountObserver
{
    private readonly Dictionary<SimulatedAccount, State> _states = [];

    public void OnEvent(SimulatedAccount account, AccountEvent happened)
    {
        if (!_states.TryGetValue(account, out var state))
        {
            _states[account] = state = new State();
        }

        switch (happened)
        {
            case OrderEvent order:
                Apply(state, order);
                break;
            case OrderListEvent list:
                Apply(state, list);
                break;
            case BalancesEvent balances:
                foreach (var balance in balances.Balances)
                {
                    state.Balances[balance.Asset] = balance;
                }

                break;
            default:
                break;
        }
    }

    internal void Check(SimulatedAccount account)
    {
        var state = _states.GetValueOrDefault(account) ?? new State();
        foreach (var balance in account.Balances)
        {
            Assert.Equal(balance, state.Balances[balance.Asset]);
        }

        var open = account.OpenOrders().ToDictionary(order => (order.Market, order.Id), Told);
        var told = state.Orders.Where(order => order.Value.IsOpen).ToDictionary(o => o.Key, o => Told(o.Value));
        Assert.Equal(open.OrderBy(o => o.Key.Id), told.OrderBy(o => o.Key.Id));
        var lists = account.OpenLists().Select(list => list.Id).Order();
        Assert.Equal(lists, state.Lists.Where(list => !list.Value.IsDone).Select(list => list.Key).Order());
    }

    private static (OrderState, ClientOrderId, decimal?, decimal, decimal, decimal) Told(OrderSnapshot order) => (
        order.State, order.ClientOrderId, order.Quantity, order.Filled, order.FilledQuote, order.Prevented);

    private static void Apply(State state, OrderEvent happened)
    {
        var (order, key) = (happened.Order, (happened.Order.Market, happened.Order.Id));
        var before = state.Orders.GetValueOrDefault(key);
        Assert.True(before?.IsOpen ?? true, $"{order.Id} was {before?.State} before {happened.Kind}");
        Assert.Equal((before?.FilledQuote ?? 0m) + (happened.Fill?.QuoteQuantity ?? 0m), order.FilledQuote);
        if (happened.Fill is { } fill)
        {
            Assert.Equal((order.Id, order.Side, order.ListId), (fill.OrderId, fill.Side, fill.ListId));
            Assert.True(
                order.Entry is not { IsLimit: true, Price: { } limit }
                || (order.Side == Side.Buy ? fill.Price <= limit : fill.Price >= limit),
                $"{order.Id} with the limit {order.Entry.Price} was filled at {fill.Price}");
        }

        // Only an amendment changes how much an order is about or what its owner calls it.
        if (before?.Quantity is { } quantity && happened.Amendment is null)
        {
            Assert.Equal((quantity, before.ClientOrderId), (order.Quantity, order.ClientOrderId));
        }

        if (order.ListId is { } listId && happened.Kind != ExecutionKind.Rejected && before is not null)
        {
            Assert.False(state.Lists[listId].IsDone, $"{happened.Kind} of {order.Id} after its list {listId} ended");
        }

        state.Orders[key] = order;
    }

    private static void Apply(State state, OrderListEvent happened)
    {
        var list = happened.List;
        Assert.False(state.Lists.GetValueOrDefault(list.Id)?.IsDone ?? false, $"{happened.Kind} of the ended {list.Id}");
        Assert.Equal(happened.Kind is OrderListEventKind.Done or OrderListEventKind.Refused, list.IsDone);
        if (list.IsDone)
        {
            Assert.All(list.Orders, order => Assert.False(order.IsOpen, $"{order.Id} of {list.Id} is {order.State}"));
            var traded = list.Orders.Skip(list.Kind == OrderListKind.OneTriggersOther ? 1 : 0)
                .Count(order => order.Filled > 0m);
            Assert.True(traded <= 1, $"{traded} orders of the pair {list.Id} were filled");
        }

        foreach (var order in list.Orders)
        {
            var known = state.Orders.GetValueOrDefault((list.Market, order.Id));
            Assert.True(
                known is null || known.State == order.State || happened.Kind == OrderListEventKind.Started,
                $"{order.Id} of {list.Id} is {order.State}, told was {known?.State}");
        }

        state.Lists[list.Id] = list;
    }

    private sealed class State
    {
        internal Dictionary<Asset, AccountBalance> Balances { get; } = [];

        internal Dictionary<(SimulatedMarket Market, long Id), OrderSnapshot> Orders { get; } = [];

        internal Dictionary<long, OrderListSnapshot> Lists { get; } = [];
    }
}
