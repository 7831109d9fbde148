using Adapters.Calls;
using Adapters.Errors;
using Adapters.Limits;
using Adapters.Security;

namespace Adapters.Runtime.Tests.Calls;

/// <summary>Whoever waits in vain for a channel hears what was in its way.</summary>
public sealed class OpeningInVainTests
{
    private const string Start = "The channel could not be opened within 30 s: ";

    [Fact]
    public async Task A_venue_that_cannot_be_reached_is_told_with_the_reason()
    {
        await using var venue = Make();
        venue.Sockets.RefusesConnections = true;

        var error = await OpenInVainAsync(venue);

        Assert.Equal(
            (ErrorClass.Unreachable, Start + "the last connection failed: The connection was refused."), (error.Class, error.Problem));
        Assert.True(venue.Sockets.Attempts > 2);
    }

    [Fact]
    public async Task A_limit_of_connections_that_is_used_up_is_told()
    {
        await using var venue = Make();
        await venue.Limiter.AcquireAsync([new LimitCost("connects", 300)], LimitPriority.Reserved);

        var error = await OpenInVainAsync(venue);

        Assert.Equal(
            (ErrorClass.RateLimited, Start + "a new connection waits for the venue's limit (300 connects in 300 s). Open it later, "
                + "or raise StreamOptions.SubscribeTimeout."),
            (error.Class, error.Problem));
        Assert.Equal(0, venue.Sockets.Attempts);
    }

    private static CallVenue Make() => new(new HmacKey("secret"));

    private static async Task<ExchangeException> OpenInVainAsync(CallVenue venue)
    {
        var opening = venue.Client.OpenAsync(CallVenue.User, static (in _) => { }).AsTask();
        for (var i = 0; i < 31; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await Assert.ThrowsAsync<ExchangeException>(() => opening);
    }
}
