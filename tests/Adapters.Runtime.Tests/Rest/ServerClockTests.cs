using System.Buffers;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Rest;
using Adapters.Security;

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
    public async Task Waits_and_failed_attempts_are_no_part_of_the_round_trip()
    {
        using var venue = new Venue(new RestOptions { RetryDelay = TimeSpan.Zero })
            .Answers(429, "", ("Retry-After", "4")).Answers(500, "").Answers(200, """{"serverTime":1795514429000}""");
        var clock = ServerClock.Of(venue.Client);

        var measuring = clock.MeasureAsync(1).AsTask();
        Assert.False(measuring.IsCompleted);
        venue.Time.Advance(TimeSpan.FromSeconds(4));
        await measuring;

        Assert.Equal(3, venue.Lines.Count);
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(-5)), (clock.RoundTrip, clock.Offset));
    }

    [Theory]
    [InlineData(3_600)]
    [InlineData(-3_600)]
    public async Task A_local_clock_that_is_set_anew_changes_nothing(int seconds)
    {
        using var venue = new Venue();
        var time = new SetClock(venue.Time);
        var clock = new ServerClock(
            _ => ValueTask.FromResult(Timestamp.FromMilliseconds(1795514429000)), time, "test-spot");
        await clock.MeasureAsync(1);

        venue.Time.Advance(TimeSpan.FromSeconds(2));
        time.By = TimeSpan.FromSeconds(seconds);

        Assert.Equal(1795514431000, clock.Now().UnixMilliseconds);
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

    [Fact]
    public async Task A_signed_call_measures_first_and_carries_the_servers_time()
    {
        using var venue = Signed().Answers(200, """{"serverTime":1795514429000}""").Answers(200, "{}").Answers(200, "{}");

        await venue.Client.SendNothingAsync(venue.Client.Create(Order));
        await venue.Client.SendNothingAsync(venue.Client.Create(Order));

        Assert.Equal("GET /api/v3/time", venue.Lines[0]);
        Assert.Equal(3, venue.Lines.Count);
        Assert.All(venue.Bodies.Skip(1), body => Assert.Contains("timestamp=1795514429000", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_time_cannot_be_asked_nothing_is_sent()
    {
        using var venue = Signed().Answers(404, "");

        await Assert.ThrowsAsync<ExchangeException>(async () => await venue.Client.SendNothingAsync(venue.Client.Create(Order)));

        Assert.Equal(["GET /api/v3/time"], venue.Lines);
    }

    [Fact]
    public async Task A_time_that_the_venue_refuses_is_measured_anew_before_the_next_call_and_no_order_is_repeated()
    {
        using var venue = Signed().Answers(200, """{"serverTime":1795514429000}""")
            .Answers(400, """{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}""")
            .Answers(200, """{"serverTime":1795514431000}""").Answers(200, "{}");

        var error = await Assert.ThrowsAsync<ExchangeException>(async () => await venue.Client.SendNothingAsync(venue.Client.Create(Order)));
        await venue.Client.SendNothingAsync(venue.Client.Create(Order));

        Assert.Equal((ErrorClass.ClockSkew, ErrorAdvice.Resync), (error.Class, error.Advice));
        Assert.Equal(["GET /api/v3/time", "POST /api/v3/thing", "GET /api/v3/time", "POST /api/v3/thing"], venue.Lines);
        Assert.Contains("timestamp=1795514431000", venue.Bodies[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_with_a_refused_time_is_asked_again()
    {
        using var venue = Signed(new RestOptions { RetryDelay = TimeSpan.Zero }).Answers(200, """{"serverTime":1795514429000}""")
            .Answers(400, """{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}""")
            .Answers(200, """{"serverTime":1795514431000}""").Answers(200, "{}");

        await venue.Client.SendNothingAsync(venue.Client.Create(Venue.Endpoint(auth: "signed")));

        Assert.Equal(4, venue.Lines.Count);
        Assert.Contains("timestamp=1795514431000", venue.Lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_measurement_serves_while_the_next_is_made()
    {
        using var venue = Signed().Answers(200, """{"serverTime":1795514429000}""").Answers(200, "{}")
            .Answers(200, """{"serverTime":1795515032000}""").Answers(200, "{}").Answers(404, "").Answers(200, "{}");
        await venue.Client.SendNothingAsync(venue.Client.Create(Order));

        venue.Time.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));
        await venue.Client.SendNothingAsync(venue.Client.Create(Order));
        Assert.Equal(TimeSpan.FromSeconds(1), venue.Client.Clock!.Offset);
        venue.Time.Advance(TimeSpan.FromMinutes(11));
        await venue.Client.SendNothingAsync(venue.Client.Create(Order));

        Assert.Equal(6, venue.Lines.Count);
        Assert.Equal(TimeSpan.FromSeconds(1), venue.Client.Clock.Offset);
    }

    private static readonly EndpointInfo Order =
        Venue.Endpoint(method: "POST", place: ParameterPlace.Form, repeatable: false, auth: "signed");

    private static Venue Signed(RestOptions? options = null)
    {
        var venue = new Venue(options, new Credentials("the-key", new HmacKey("secret")), new FormSigner());
        venue.Client.Clock = ServerClock.Of(venue.Client);
        return venue;
    }

    private sealed class SetClock(TimeProvider clock) : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + By;

        public override long GetTimestamp() => clock.GetTimestamp();
    }

    private sealed class FormSigner : IRequestSigner
    {
        public void WritePayload(in SigningInput input, IBufferWriter<byte> payload) => payload.Write(input.Parameters);
    }
}
