using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Rest;

public sealed class ServerClockTests
{
    [Fact]
    public async Task The_shortest_round_trip_counts_and_half_of_it_is_taken_off()
    {
        using var venue = new Venue();
        var trips = new Queue<(int There, int Back)>([(400, 0), (10, 30), (0, 900)]);
        var server = TimeSpan.FromSeconds(5);
        var clock = new ServerClock(
            _ =>
            {
                var (there, back) = trips.Dequeue();
                venue.Time.Advance(TimeSpan.FromMilliseconds(there));
                var now = Timestamp.From(venue.Time.GetUtcNow()) + server;
                venue.Time.Advance(TimeSpan.FromMilliseconds(back));
                return ValueTask.FromResult(now);
            },
            venue.Time,
            "test-spot");
        Assert.Equal(TimeSpan.Zero, clock.Offset);

        await clock.MeasureAsync(3);

        Assert.Equal(TimeSpan.FromMilliseconds(40), clock.RoundTrip);
        Assert.Equal(server - TimeSpan.FromMilliseconds(10), clock.Offset);
        Assert.Equal(Timestamp.From(venue.Time.GetUtcNow()) + clock.Offset, clock.Now());
    }

    [Fact]
    public async Task The_catalogue_names_the_endpoint()
    {
        using var venue = new Venue().Answers(200, """{"serverTime":1795514429000}""");
        var clock = ServerClock.Of(venue.Client);

        await clock.MeasureAsync(1);

        Assert.Equal(["GET /api/v3/time"], venue.Lines);
        Assert.Equal(TimeSpan.FromSeconds(-1), clock.Offset);
    }

    [Fact]
    public async Task A_failed_measurement_keeps_the_last()
    {
        using var venue = new Venue().Answers(200, """{"serverTime":1795514429000}""").Answers(404, "");
        var clock = ServerClock.Of(venue.Client);
        await clock.MeasureAsync(1);

        await Assert.ThrowsAsync<ExchangeException>(async () => await clock.MeasureAsync(1));

        Assert.Equal(TimeSpan.FromSeconds(-1), clock.Offset);
    }
}
