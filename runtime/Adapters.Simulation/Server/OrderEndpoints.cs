using Adapters.Simulation.Orders;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>Calls that place, change, end and ask for orders, answered in a venue's records.</summary>
/// <typeparam name="TReply">An order that was placed or has ended.</typeparam>
/// <typeparam name="TInfo">An order that was asked for.</typeparam>
/// <typeparam name="TList">A list of orders.</typeparam>
/// <param name="face">The venue.</param>
/// <param name="form">How clients write orders.</param>
/// <param name="change">How clients name those that are there.</param>
public sealed partial class OrderEndpoints<TReply, TInfo, TList>(VenueFace face, OrderForm form, ChangeForm change)
    where TReply : IServerRecord<TReply>
    where TInfo : IServerRecord<TInfo>
    where TList : IServerRecord<TList>
{
    private static readonly string[] OfIds = ["Symbol", "Id", "ListId", "ClientId", "TransactTime"];

    /// <summary>Fits what is known to what the venue tells of an order that was placed.</summary>
    public Func<ServerValues, ServerValues> Placed { get; init; } = static values => values;

    /// <summary>Fits what is known to what the venue tells of an order that was ended.</summary>
    public Func<ServerValues, ServerValues> Ended { get; init; } = static values => values;

    /// <summary>Fits what is known to what the venue tells of an order that was amended.</summary>
    public Func<ServerValues, ServerValues> Amended { get; init; } = static values => values;

    /// <summary>Fits what is known to what the venue tells of an order that was asked for.</summary>
    public Func<ServerValues, ServerValues> Asked { get; init; } = static values => values;

    /// <summary>Places an order.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isRouted">The venue routes the order.</param>
    public void Place(string endpoint, bool isRouted = false) => face.Endpoints.One<TReply>(endpoint, call =>
    {
        var outcome = call.Account.Place(form.Read(call) with { IsRouted = isRouted });
        _ = call.Taken(outcome.Order, outcome.Rejection, OrderAction.Place);
        return Told(call, outcome, form.DetailOf(call, outcome.Order!.Entry));
    });

    /// <summary>Checks an order and places nothing.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="told">What is told of an order that would be taken.</param>
    /// <param name="isRouted">The venue would route the order.</param>
    public void Test<T>(string endpoint, Func<VenueCall, ServerValues> told, bool isRouted = false)
        where T : IServerRecord<T> => face.Endpoints.One<T>(endpoint, call =>
            call.Account.Check(form.Read(call) with { IsRouted = isRouted }) is { } refused
                ? throw face.Refuse(OrderAction.Place, refused).Thrown()
                : told(call));

    /// <summary>Ends an order; of a list, all its orders, and then the list is told.</summary>
    public void Cancel(string endpoint) => face.Endpoints.One(
        endpoint, call => Canceled(call, call.Account.Cancel(change.Cancel(call))));

    /// <summary>Ends all open orders of a market.</summary>
    public void CancelAll(string endpoint) => face.Endpoints.One(
        endpoint, call => call.Account.CancelAll(call.Market) is { Count: > 0 } ended
            ? new WireList([.. ended.Select(outcome => Canceled(call, outcome))])
            : throw face.Refuse(OrderAction.Cancel, new Rejection(RejectReason.UnknownOrder, "No order is open.")).Thrown());

    /// <summary>Makes an order smaller.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="list">Fits what is known to what the venue tells of the order's list.</param>
    public void Amend<T>(string endpoint, Func<ServerValues, ServerValues> list)
        where T : IServerRecord<T> => face.Endpoints.One<T>(endpoint, call =>
        {
            var outcome = call.Account.Amend(change.Amend(call));
            var order = call.Taken(outcome.Order, outcome.Rejection, OrderAction.Amend);
            var amendment = outcome.Amendment!;
            var told = Amended(face.Words.Of(order).With("FormerClientId", amendment.OldClientOrderId));
            return call.Values(call.Market).With(OrderValues.Of(amendment)).With("Order", told)
                .With("List", outcome.List is { } its ? list(face.Words.Of(its)) : null);
        });

    /// <summary>Tells how an order was amended.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="fromId">Name of the parameter that holds the first amendment's number.</param>
    public void Amendments<T>(string endpoint, string fromId)
        where T : IServerRecord<T> => face.Endpoints.Many<T>(endpoint, call => call.Account.Amendments(
            call.Market, call.History(fromId, change.OrderId)).Select(OrderValues.Of));

    /// <summary>Tells one order.</summary>
    public void Find(string endpoint) => face.Endpoints.One<TInfo>(endpoint, call =>
    {
        var (id, clientId) = (call.Arguments.Long(change.OrderId), call.ClientId(change.ClientOrderId));
        var found = call.Account.FindOrder(call.Market, id, clientId) ?? throw face.Refusals.Of(
            id is null || clientId is null ? VenueProblem.OrderNotFound : VenueProblem.OtherOrder).Thrown();
        var isGone = found is { IsOpen: false, Filled: 0m } && call.Now - found.UpdatedAt > face.ArchiveAfter;
        return isGone ? throw face.Refusals.Of(VenueProblem.OrderArchived).Thrown() : Asked(face.Words.Of(found));
    });

    /// <summary>Tells the open orders of a market, or of all.</summary>
    public void Open(string endpoint) => face.Endpoints.List<TInfo>(endpoint, call => call.Account.OpenOrders(
        call.IsOne ? call.Market : null).Select(order => Asked(face.Words.Of(order))));

    /// <summary>Tells the orders of a market.</summary>
    public void All(string endpoint) => face.Endpoints.List<TInfo>(endpoint, call => call.Account.Orders(
        call.Market, call.History(change.OrderId)).Select(order => Asked(face.Words.Of(order))));

    private ServerValues Told(VenueCall call, OrderOutcome outcome, OrderDetail detail)
    {
        var values = Placed(face.Words.Of(outcome.Order!));
        if (detail == OrderDetail.Ids)
        {
            return values.Only(OfIds);
        }

        values = values.With("TradeGroupId", outcome.Prevented.Count > 0 ? call.Account.Options.TradeGroup : null);
        return detail != OrderDetail.Fills ? values : values
            .With("Fills", outcome.Fills.Select(face.Words.Of))
            .With("PreventedMatches", outcome.Prevented.Count == 0
                ? null
                : outcome.Prevented.Select(static match => new ServerValues(OrderValues.Of(match))));
    }

    private ServerValues Told(OrderSnapshot ended, Domain.ClientOrderId cancelId) => Ended(face.Words.Of(ended))
        .With("FormerClientId", ended.ClientOrderId).With("ClientId", cancelId);

    private IServerWire Canceled(VenueCall call, CancelOutcome outcome)
    {
        var order = call.Taken(outcome.Order, outcome.Rejection, OrderAction.Cancel);
        return outcome.List is { } list
            ? TList.FromValues(Told(list))
            : TReply.FromValues(Told(order, outcome.CancelId));
    }
}
