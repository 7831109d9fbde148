using Adapters.Domain;
using Adapters.Orders;
using Adapters.Rest;
using Adapters.Trading;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>Whoever stops waiting when a call about an order was answered, and the order is asked for because the answer
/// does not tell it, still has an outcome.</summary>
public sealed class StoppedWaitingTests
{
    [Fact]
    public async Task Whoever_stops_waiting_while_it_is_asked_still_has_an_outcome()
    {
        foreach (var operation in new[] { OrderOperation.Cancel, OrderOperation.Amend })
        {
            using var cancellation = new CancellationTokenSource();
            using var venue = new DeskVenue
            {
                Answer = (arrived, token) => arrived.StartsWith("GET", StringComparison.Ordinal)
                    ? DeskVenue.IsSilent(token)
                    : DeskVenue.Says(200, """{"id":1,"clientId":"mine"}"""),
            };
            await venue.GetMarketsAsync();
            var mine = OrderRef.Of(venue.Symbol, ClientOrderId.Parse("mine"));
            var running = operation == OrderOperation.Cancel
                ? venue.Desk.CancelAsync(mine, cancellationToken: cancellation.Token)
                : venue.Desk.AmendAsync(
                    new AmendRequest { Order = mine, Quantity = 0.5m }, cancellationToken: cancellation.Token);

            await cancellation.CancelAsync();
            var outcome = await running;

            Assert.Equal((operation, true, true), (outcome.Operation, outcome.IsUnknown, outcome.WasSent));
            Assert.Equal(2, venue.Arrived.Count);
        }
    }

    [Fact]
    public async Task Whoever_stops_waiting_for_the_cancelled_order_hears_of_the_new_one()
    {
        using var cancellation = new CancellationTokenSource();
        using var venue = new DeskVenue
        {
            Answer = (arrived, token) => arrived.StartsWith("GET", StringComparison.Ordinal)
                ? DeskVenue.IsSilent(token)
                : DeskVenue.Says(200, DeskVenue.Open(1)),
        };
        venue.Desk.Parts = static order => new ReplaceParts(PartResult.Done, PartResult.Done)
        {
            Placed = new PlacedOrder(order.Id, order),
        };
        var replacing = venue.Desk.ReplaceAsync(
            OrderRef.Of(venue.Symbol, ClientOrderId.Parse("old")), venue.Request, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();
        var outcome = await replacing;

        Assert.True(outcome.Cancel.IsUnknown && outcome.Place.IsAcknowledged, $"{outcome}");
    }

    [Fact]
    public async Task A_transport_that_is_disposed_of_after_it_was_sent_leaves_it_unknown()
    {
        using var venue = new DeskVenue { Answer = static (_, _) => throw new ObjectDisposedException("transport") };
        await venue.GetMarketsAsync();

        var outcome = await venue.Desk.PlaceAsync(venue.Request);

        Assert.Equal((true, true), (outcome.IsUnknown, outcome.WasSent));
        Assert.Single(venue.Arrived);
    }

    [Fact]
    public async Task What_was_answered_is_not_told_as_unsent_because_the_question_after_it_cannot_be_asked()
    {
        using var venue = new DeskVenue { Answer = static (_, _) => DeskVenue.Says(200, """{"id":1,"clientId":"mine"}""") };
        await venue.GetMarketsAsync();
        venue.Desk.Unaskable = new RequestException(TestDesk.Get, "'id' is missing.", "id");

        var outcome = await venue.Desk.CancelAsync(OrderRef.Of(venue.Symbol, ClientOrderId.Parse("mine")));

        Assert.Equal((true, true), (outcome.IsUnknown, outcome.WasSent));
        Assert.Single(venue.Arrived);
    }
}
