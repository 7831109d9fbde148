using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>What an order does while the venue takes none, or no calls at all.</summary>
public sealed class BlockedOrderTests
{
    [Fact]
    public async Task While_all_calls_are_blocked_nothing_is_asked_before_an_order_is_refused()
    {
        using var venue = new DeskVenue();
        venue.Kernel.Limiter.Block(venue.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));

        var refused = await venue.Desk.PlaceAsync(venue.Request, maxWait: TimeSpan.FromSeconds(29));

        Assert.Equal((false, ErrorClass.RateLimited, TimeSpan.FromSeconds(30)), (refused.WasSent, refused.Error!.Class, refused.Error.RetryAfter));
        Assert.Equal(0, venue.MarketsAsked);
        var waiting = venue.Desk.PlaceAsync(venue.Request, maxWait: TimeSpan.FromSeconds(30)).AsTask();
        venue.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True((await waiting).IsAcknowledged);
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData("7", 7)]
    [InlineData("40000", 40_000)]
    public async Task Too_many_orders_stop_orders_and_no_cancels(string? retryAfter, int seconds)
    {
        using var venue = new DeskVenue
        {
            Answer = (arrived, _) => arrived.StartsWith("POST", StringComparison.Ordinal)
                ? DeskVenue.Says(
                    429, """{"code":-1015,"msg":"Too many new orders"}""", retryAfter is null ? [] : [("Retry-After", retryAfter)])
                : DeskVenue.Says(200, DeskVenue.Open(1, status: "Canceled")),
        };

        var placed = await venue.Desk.PlaceAsync(venue.Request);
        var again = await venue.Desk.PlaceAsync(venue.Request);
        var canceled = await venue.Desk.CancelAsync(Ref(venue));

        Assert.Equal((true, ErrorClass.OrderRateLimited, TimeSpan.FromSeconds(seconds)), (placed.WasSent, placed.Error!.Class, placed.Error.RetryAfter));
        Assert.Equal((false, ErrorClass.RateLimited, TimeSpan.FromSeconds(seconds)), (again.WasSent, again.Error!.Class, again.Error.RetryAfter));
        Assert.True(canceled.IsAcknowledged, canceled.ToString());
        venue.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.False((await venue.Desk.PlaceAsync(venue.Request)).WasSent);
        venue.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await venue.Desk.PlaceAsync(venue.Request)).WasSent);
    }

    private static OrderRef Ref(DeskVenue venue) => OrderRef.Of(venue.Symbol, ClientOrderId.Parse("mine"));
}
