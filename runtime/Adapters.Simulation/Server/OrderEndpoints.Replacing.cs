using System.Globalization;
using System.Text;
using Adapters.Simulation.Orders;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <content>Ending an order and placing another one in its stead.</content>
public sealed partial class OrderEndpoints<TReply, TInfo, TList>
{
    /// <summary>Ends an order and places another one. Where one part fails the answer is a refusal that tells both.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="leg">What stands before the names of the order to end.</param>
    /// <param name="inAnyCase">The order is placed even if the other one could not be ended.</param>
    public void Replace<T>(string endpoint, string leg, Func<VenueCall, bool> inAnyCase)
        where T : IServerRecord<T> => face.Endpoints.One<T>(endpoint, call =>
        {
            var entry = new ReplaceEntry
            {
                Cancel = change.Cancel(call, leg),
                Order = form.Read(call),
                PlacesInAnyCase = inAnyCase(call),
            };
            // Beyond the limit of orders a client may have the old one ended all the same.
            var outcome = call.Limited is null
                ? call.Account.Replace(entry)
                : new ReplaceOutcome { Cancel = call.Account.Cancel(entry.Cancel) };
            if (outcome.Rejection is { } refused)
            {
                throw face.Refuse(OrderAction.Place, refused).Thrown();
            }

            var told = Told(call, entry, outcome);
            return outcome.IsAccepted ? told : throw Failed(call, entry, outcome, T.FromValues(told).ToUtf8());
        });

    private ServerValues Told(VenueCall call, ReplaceEntry entry, ReplaceOutcome outcome)
    {
        var (cancel, placed) = (outcome.Cancel!, outcome.Order);
        var isTried = cancel.IsAccepted || entry.PlacesInAnyCase;
        var refusal = !isTried ? null
            : placed is null ? call.Limited
            : placed.Rejection is { } rejection ? face.Refuse(OrderAction.Place, rejection)
            : null;
        return new ServerValues(name => name switch
        {
            "CancelResult" => Word(cancel.IsAccepted ? ReplacePart.Success : ReplacePart.Failure),
            "PlaceResult" => Word(
                !isTried ? ReplacePart.NotAttempted
                : refusal is null ? ReplacePart.Success
                : ReplacePart.Failure),
            "Cancel" => cancel.Rejection is { } kept ? Part("VenueError", Told(face.Refuse(OrderAction.Cancel, kept)))
                : cancel.List is { } list ? Part("OrderList", Told(list))
                : Part("OrderReply", Told(cancel.Order!, cancel.CancelId)),
            "Placed" => refusal is not null ? Part("VenueError", Told(refusal))
                : placed is null ? null
                : Part("OrderReply", Told(call, placed, form.DetailOf(call, entry.Order))),
            _ => null,
        });
    }

    private VenueException Failed(VenueCall call, ReplaceEntry entry, ReplaceOutcome outcome, byte[] told)
    {
        var isPart = outcome.Cancel!.IsAccepted || outcome.Order is { IsAccepted: true };
        var failure = face.Refusals.Of(isPart ? VenueProblem.ReplacePartlyFailed : VenueProblem.ReplaceFailed);
        failure = failure with { Data = Encoding.UTF8.GetString(told), CountsOrders = true };
        return call.Limited is { } limited && !entry.PlacesInAnyCase
            ? (failure with { Status = limited.Status, RetryAfter = limited.RetryAfter }).Thrown()
            : failure.Thrown();
    }

    private static string Word(ReplacePart part) => VenueTexts.Capitals(part);

    private static ServerValues Part(string name, ServerValues values) =>
        new(asked => asked == name ? values : null);

    private static ServerValues Told(VenueFailure failure) => new(name => name switch
    {
        "Code" => int.Parse(failure.Code, CultureInfo.InvariantCulture),
        "Message" => failure.Message,
        _ => null,
    });
}
