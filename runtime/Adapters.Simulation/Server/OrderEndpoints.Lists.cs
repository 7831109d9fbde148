using Adapters.Domain;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <content>Lists of orders.</content>
public sealed partial class OrderEndpoints<TReply, TInfo, TList>
{
    /// <summary>Places a pair of which one ends the other.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="above">What stands before the names of the one with the higher prices.</param>
    /// <param name="below">What stands before the names of the other one.</param>
    public void Pair(string endpoint, string above, string below) => PlaceList(endpoint, call => new OrderListEntry
    {
        Market = call.Market,
        Others = [form.Read(call, above), form.Read(call, below)],
    });

    /// <summary>Places a pair of a limit order that must not take and a stop, which has a limit where it has a price.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="limit">What stands before the names of the limit order.</param>
    /// <param name="stop">What stands before the names of the stop.</param>
    /// <param name="guard">How the stop is written.</param>
    public void LimitAndStop(string endpoint, string limit, string stop, OrderForm guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        PlaceList(endpoint, call =>
        {
            var kind = call.Arguments.Has(OrderForm.Joined(stop, guard.Price))
                ? OrderKind.StopLimit
                : OrderKind.StopMarket;
            var first = form.Read(call, limit, implied: (OrderKind.Limit, true));
            first = first with { TriggerPrice = null, TrailingDelta = null }; // of the stop, told without a name before
            var second = guard.Read(call, stop, implied: (kind, false));
            return new OrderListEntry
            {
                Market = call.Market,
                Others = first.Side == Side.Sell ? [first, second] : [second, first],
            };
        });
    }

    /// <summary>Places a working order and what waits for it.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="working">What stands before the names of the working order.</param>
    /// <param name="pending">What stands before the names of what is said of all that wait.</param>
    /// <param name="others">What stands before the names of each one that waits; the second may be left out by the
    /// client.</param>
    public void Triggered(string endpoint, string working, string pending, params IReadOnlyList<string> others) =>
        PlaceList(endpoint, call => Waiting(call, working, pending, others));

    /// <summary>The same, where those that wait sell what the working order buys.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="working">What stands before the names of the working order.</param>
    /// <param name="pending">What stands before the names of what is said of all that wait.</param>
    /// <param name="others">What stands before the names of each one that waits; the second may be left out by the
    /// client.</param>
    public void Paid(string endpoint, string working, string pending, params IReadOnlyList<string> others) =>
        PlaceList(endpoint, call => Waiting(call, working, pending, others) with { IsPaid = true });

    /// <summary>Ends all orders of a list.</summary>
    public void CancelList(string endpoint) => face.Endpoints.One<TList>(endpoint, call =>
    {
        var outcome = call.Account.CancelList(change.CancelList(call));
        _ = call.Taken(outcome.List, outcome.Rejection, OrderAction.Cancel);
        return Told(outcome);
    });

    /// <summary>Tells one list.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="clientListId">Name of the parameter that holds the client's id of the list.</param>
    public void FindList(string endpoint, string clientListId) => face.Endpoints.One<TList>(endpoint, call =>
        call.Account.FindList(call.Arguments.Long(change.ListId!), call.ClientId(clientListId)) is { } list
            ? face.Words.Of(list)
            : throw face.Refusals.Of(VenueProblem.OrderNotFound).Thrown());

    /// <summary>Tells the lists that have not ended.</summary>
    public void OpenLists(string endpoint) =>
        face.Endpoints.List<TList>(endpoint, call => call.Account.OpenLists().Select(face.Words.Of));

    /// <summary>Tells lists.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="fromId">Name of the parameter that holds the first list's id.</param>
    public void AllLists(string endpoint, string fromId) => face.Endpoints.List<TList>(
        endpoint, call => call.Account.Lists(call.History(fromId)).Select(face.Words.Of));

    private void PlaceList(string endpoint, Func<VenueCall, OrderListEntry> read) =>
        face.Endpoints.One<TList>(endpoint, call =>
        {
            var outcome = call.Account.PlaceList(read(call) with { ClientListId = call.ClientId(change.ClientListId!) });
            var list = call.Taken(outcome.List, outcome.Rejection, OrderAction.Place);
            var detail = form.DetailOf(call, null);
            return face.Words.Of(list).With("OrderReports", outcome.Orders.Select(order => Told(call, order, detail)));
        });

    private OrderListEntry Waiting(VenueCall call, string working, string pending, IReadOnlyList<string> others) => new()
    {
        Market = call.Market,
        Working = form.Read(call, working),
        Others =
        [
            .. others.Where(leg => call.Arguments.Has(OrderForm.Joined(leg, form.Kind)))
                .Select(leg => form.Read(call, leg, pending)),
        ],
    };

    // Of a list that has ended, the orders that the cancel ended are told.
    private ServerValues Told(OrderListOutcome ended) => face.Words.Of(ended.List!).With("OrderReports", ended.Orders
        .Where(static one => one.Order!.State == OrderState.Canceled)
        .Select(one => Told(one.Order!, ended.CancelId)));
}
