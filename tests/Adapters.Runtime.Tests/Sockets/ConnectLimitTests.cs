using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>Venues take so many connections in a time and no more.</summary>
public sealed class ConnectLimitTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Connections_are_opened_within_the_limit()
    {
        using var limiter = Limiter();
        var streams = new Streams(
            change: static _ => Streams.Info(counts: [new("connects", 1)]), clock: _clock, limiter: limiter);
        await streams.Subscribe();
        for (var i = 0; i < 2; i++)
        {
            streams.Venue.Last.Abort();
            _clock.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal(3, streams.Venue.Sockets.Attempts);
        streams.Venue.Last.Abort();
        _clock.Advance(TimeSpan.FromSeconds(55));
        Assert.Equal(3, streams.Venue.Sockets.Attempts);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(4, streams.Venue.Sockets.Attempts);
        Assert.EndsWith("Gap Resumed", streams.Story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_waits_for_the_limit_in_vain_hears_which_it_is_and_what_helps()
    {
        using var limiter = Limiter();
        var streams = new Streams(
            new StreamOptions { StaleAfter = null, TopicsPerConnection = 1 },
            static _ => Streams.Info(counts: [new("connects", 1)]), clock: _clock, limiter: limiter);
        foreach (var topic in new[] { "a", "b", "c" })
        {
            await streams.Subscribe(topic);
        }

        var late = streams.Subscribe("d");
        _clock.Advance(TimeSpan.FromSeconds(30));

        var error = await Assert.ThrowsAsync<SubscriptionException>(() => late);
        Assert.Equal((ErrorClass.RateLimited, "d"), (error.Class, error.Topic));
        Assert.Equal(
            "the venue did not acknowledge within 30 s: a new connection waits for the venue's limit (3 connects in 60 s); subscribe "
            + "later, or raise StreamOptions.SubscribeTimeout, or StreamOptions.TopicsPerConnection where it is set low",
            error.Problem);
        Assert.Equal(3, streams.Venue.Sockets.Attempts);
    }

    [Fact]
    public async Task Blocked_requests_are_no_reason_not_to_connect()
    {
        using var limiter = Limiter();
        limiter.Block(_clock.GetUtcNow() + TimeSpan.FromHours(1));

        await limiter.AcquireAsync([new LimitCost("connects", 1)], LimitPriority.Reserved, TimeSpan.Zero);
        await Assert.ThrowsAsync<RateLimitException>(async () => await limiter.AcquireAsync(
            [new LimitCost("connects", 1), new LimitCost("weight", 1)], LimitPriority.Reserved, TimeSpan.Zero));
    }

    private RateLimiter Limiter() => new(
        [
            new("connects", "ip", LimitKind.Connections, null, new LimitWindow("1m", TimeSpan.FromMinutes(1), 3)),
            new("weight", "ip", LimitKind.Weight, null, new LimitWindow("1m", TimeSpan.FromMinutes(1), 100)),
        ],
        _clock, new RateLimiterOptions { Continuations = TaskCreationOptions.None });
}
