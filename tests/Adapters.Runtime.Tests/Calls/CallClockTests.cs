using Adapters.Domain;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Calls;

/// <summary>After a machine has slept its clock is behind, and whatever carries a time is refused until it is measured.
/// </summary>
public sealed class CallClockTests
{
    private const string Refused = """ "status":400,"error":{"code":-1021,"msg":"Timestamp for this request is outside of the recvWindow."}""";

    private int _asked;

    [Theory]
    [InlineData(SigningKeyKind.Hmac, "user.subscribe")]
    [InlineData(SigningKeyKind.Ed25519, "session.logon")]
    public async Task A_connection_whose_time_is_refused_measures_before_the_next_attempt(SigningKeyKind kind, string method)
    {
        await using var venue = new CallVenue(new LengthKey(kind), SigningKeyKind.Ed25519);
        venue.Client.Clock = new ServerClock(_ => new ValueTask<Timestamp>(Ask(venue)), venue.Clock, "test-spot");
        await using var channel = await venue.Client.OpenAsync(CallVenue.User, static (in _) => { });
        Assert.Equal(1, _asked);
        venue.Behaviour = (_, called, _) => called == method && _asked < 2 ? Refused : CallVenue.Fine;

        venue.Last.Abort();
        for (var i = 0; i < 10; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, _asked);
        Assert.Equal(SubscriptionState.Live, channel.State);
    }

    [Fact]
    public async Task The_first_attempt_too()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac));
        venue.Client.Clock = new ServerClock(_ => new ValueTask<Timestamp>(Ask(venue)), venue.Clock, "test-spot");
        await venue.PlaceAsync();
        venue.Behaviour = (_, _, _) => _asked < 2 ? Refused : CallVenue.Fine;

        var opening = venue.Client.OpenAsync(CallVenue.User, static (in _) => { }).AsTask();
        for (var i = 0; i < 40 && !opening.IsCompleted; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await using var channel = await opening;
        Assert.Equal(2, _asked);
    }

    private Timestamp Ask(CallVenue venue)
    {
        _asked++;
        return Timestamp.From(venue.Clock.GetUtcNow());
    }
}
