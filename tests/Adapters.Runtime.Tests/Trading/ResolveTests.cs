using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>What nobody knows is settled by asking, never by sending again.</summary>
public sealed class ResolveTests
{
    private const string None = """{"code":-2013,"msg":"Order does not exist."}""";

    [Fact]
    public async Task An_order_that_is_found_was_taken()
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        venue.Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(3));

        var resolved = await venue.Desk.ResolveAsync(outcome);

        Assert.Equal((true, OrderId.FromInt64(3)), (resolved.IsAcknowledged, resolved.Order!.Value.Id));
        Assert.Equal("GET /order?clientId=mine", venue.Arrived[^1]);
        Assert.Single(venue.Arrived, arrived => arrived.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_found_is_believed_only_once_the_receive_window_has_passed_and_no_list_has_it()
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        var lost = venue.Clock.GetUtcNow();
        venue.Answer = (arrived, _) => arrived.StartsWith("GET /order", StringComparison.Ordinal)
            ? DeskVenue.Says(400, None)
            : DeskVenue.Says(200, "[]");

        var resolving = venue.Desk.ResolveAsync(outcome).AsTask();
        while (venue.Clock.GetUtcNow() < lost + TimeSpan.FromSeconds(6))
        {
            Assert.False(resolving.IsCompleted);
            venue.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        var resolved = await venue.DriveAsync(resolving);

        Assert.Equal((OutcomeKind.Rejected, ErrorClass.UnknownOrder), (resolved.Kind, resolved.Error!.Class));
        Assert.Equal(["GET /order?clientId=mine", "GET /open", "GET /all"], venue.Arrived.TakeLast(3));
        Assert.True(venue.Arrived.Count > 4);
    }

    [Theory]
    [InlineData("/order")]
    [InlineData("/open")]
    [InlineData("/all")]
    public async Task An_order_that_shows_late_was_taken(string where)
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        var asked = 0;
        venue.Answer = (arrived, _) => arrived.Contains(where, StringComparison.Ordinal) && (where != "/order" || ++asked > 3)
            ? DeskVenue.Says(200, where == "/order" ? DeskVenue.Open(3) : $"[{DeskVenue.Open(2, "other")},{DeskVenue.Open(3)}]")
            : arrived.Contains("/order", StringComparison.Ordinal) ? DeskVenue.Says(400, None) : DeskVenue.Says(200, "[]");

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.Equal(OrderId.FromInt64(3), resolved.Order!.Value.Id);
    }

    [Fact]
    public async Task An_order_that_the_venue_tells_as_refused_was_not_taken()
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        venue.Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(3, status: "Rejected"));

        var resolved = await venue.Desk.ResolveAsync(outcome);

        Assert.Equal((OutcomeKind.Rejected, ErrorClass.Rejected), (resolved.Kind, resolved.Error?.Class));
    }

    [Fact]
    public async Task Where_the_venue_cannot_be_asked_it_stays_unknown()
    {
        using var venue = new DeskVenue(change: options => options.Rest = new RestOptions { MaxAttempts = 1 });
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        var lost = venue.Clock.GetUtcNow();
        venue.Answer = (_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError);

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.True(resolved.IsUnknown);
        Assert.InRange(venue.Clock.GetUtcNow() - lost, TimeSpan.FromSeconds(36), TimeSpan.FromSeconds(40));

        venue.Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(3));
        Assert.True((await venue.Desk.ResolveAsync(resolved)).IsAcknowledged);
    }

    [Fact]
    public async Task What_is_known_stays_as_it_is()
    {
        using var venue = new DeskVenue();
        var outcome = await venue.Desk.PlaceAsync(venue.Request);

        Assert.Same(outcome, await venue.Desk.ResolveAsync(outcome));
    }

    [Theory]
    [InlineData("Canceled", OutcomeKind.Acknowledged, ErrorClass.UnknownOutcome)]
    [InlineData("Filled", OutcomeKind.Rejected, ErrorClass.UnknownOrder)]
    [InlineData("Expired", OutcomeKind.Rejected, ErrorClass.UnknownOrder)]
    [InlineData("Open", OutcomeKind.Rejected, ErrorClass.Rejected)]
    [InlineData("", OutcomeKind.Rejected, ErrorClass.UnknownOrder)]
    public async Task A_cancel_is_settled_by_the_order(string status, OutcomeKind kind, ErrorClass expected)
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Cancel);
        venue.Answer = (_, _) => status.Length > 0 ? DeskVenue.Says(200, DeskVenue.Open(3, status: status)) : DeskVenue.Says(400, None);

        var resolving = venue.Desk.ResolveAsync(outcome).AsTask();
        Assert.Equal(status is not ("Open" or ""), resolving.IsCompleted);
        var resolved = await venue.DriveAsync(resolving);

        Assert.Equal((kind, expected), (resolved.Kind, resolved.Error?.Class ?? ErrorClass.UnknownOutcome));
        Assert.Single(venue.Arrived, arrived => arrived.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.5000", "Open", OutcomeKind.Acknowledged)]
    [InlineData("1", "Open", OutcomeKind.Rejected)]
    [InlineData("1", "Filled", OutcomeKind.Rejected)]
    public async Task An_amendment_is_settled_by_the_order(string quantity, string status, OutcomeKind kind)
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Amend);
        venue.Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(3, status: status, quantity: quantity));

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.Equal(kind, resolved.Kind);
    }

    [Theory]
    [InlineData("Canceled")]
    [InlineData("Open")]
    public async Task A_change_that_another_followed_was_made_where_the_venue_lists_it(string status)
    {
        using var venue = new DeskVenue();
        venue.Desk.Amended = 0.5m;
        var outcome = await venue.LoseAsync(OrderOperation.Amend);
        venue.Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(3, status: status, quantity: "0.3"));

        var resolved = await venue.DriveAsync(venue.Desk.ResolveAsync(outcome).AsTask());

        Assert.Equal((true, 0.3m), (resolved.IsAcknowledged, resolved.Order?.Quantity));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_asking()
    {
        using var venue = new DeskVenue();
        var outcome = await venue.LoseAsync(OrderOperation.Place);
        venue.Answer = (_, _) => DeskVenue.Says(400, None);
        using var cancellation = new CancellationTokenSource();
        var resolving = venue.Desk.ResolveAsync(outcome, cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => resolving);
    }
}
