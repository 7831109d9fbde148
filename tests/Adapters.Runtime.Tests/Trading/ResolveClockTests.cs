using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>A clock that was wrong while an order was on its way, and was put right after.</summary>
public sealed class ResolveClockTests
{
    private static readonly TimeSpan Wrong = TimeSpan.FromSeconds(2.25);

    private TimeSpan _ahead = Wrong;

    [Fact]
    public async Task An_order_is_known_again_though_the_clock_was_ahead_when_it_was_handed_over()
    {
        using var venue = new DeskVenue(
            change: static options => options.Limits = new RateLimiterOptions
            {
                Continuations = TaskCreationOptions.None,
            });
        await OpenAsync(venue);
        venue.Answer = (_, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded);
        venue.Kernel.Rest.Limiter.Block(venue.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(100));
        var placing = venue.Desk.PlaceAsync(venue.Request, maxWait: TimeSpan.FromSeconds(1)).AsTask();

        await PutRightAsync(venue);
        var outcome = await venue.DriveAsync(placing);
        var created = Timestamp.From(venue.Clock.GetUtcNow()).UnixMilliseconds;
        venue.Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(3, created: $"{created}"));

        Assert.True(outcome.IsUnknown);
        Assert.Equal(OrderId.FromInt64(3), (await venue.Desk.ResolveAsync(outcome)).Order?.Id);
    }

    [Fact]
    public async Task The_receive_window_is_counted_from_the_time_that_the_request_carried()
    {
        using var venue = new DeskVenue();
        await OpenAsync(venue);
        venue.Answer = async (_, _) =>
        {
            await PutRightAsync(venue);
            throw new HttpRequestException(HttpRequestError.ResponseEnded);
        };
        var sent = venue.Clock.GetUtcNow();
        var outcome = await venue.Desk.PlaceAsync(venue.Request);
        venue.Answer = (arrived, _) => arrived.StartsWith("GET /order", StringComparison.Ordinal)
            ? DeskVenue.Says(400, """{"code":-2013,"msg":"Order does not exist."}""")
            : DeskVenue.Says(200, "[]");

        var resolving = venue.Desk.ResolveAsync(outcome).AsTask();
        while (venue.Clock.GetUtcNow() < sent + Wrong + TimeSpan.FromSeconds(6))
        {
            Assert.False(resolving.IsCompleted);
            venue.Clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.Equal(ErrorClass.UnknownOrder, (await venue.DriveAsync(resolving)).Error?.Class);
    }

    private async Task OpenAsync(DeskVenue venue)
    {
        venue.Kernel.Rest.Clock = new ServerClock(
            _ => ValueTask.FromResult(Timestamp.From(venue.Clock.GetUtcNow()) + _ahead), venue.Clock, "test-spot");
        await venue.GetMarketsAsync();
        await venue.Kernel.PrepareClockAsync();
    }

    private async Task PutRightAsync(DeskVenue venue)
    {
        _ahead = TimeSpan.Zero;
        await venue.Kernel.Rest.Clock!.MeasureAsync(1);
    }
}
