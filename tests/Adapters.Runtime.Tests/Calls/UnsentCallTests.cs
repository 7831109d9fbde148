using Adapters.Errors;
using Adapters.Security;

namespace Adapters.Runtime.Tests.Calls;

/// <summary>What was charged and never sent is not taken for being under way: the venue's count would be raised by it.
/// </summary>
public sealed class UnsentCallTests
{
    private const string Counted = """ "status":200,"result":{"n":7},"rateLimits":[{"count":7}]""";

    [Fact]
    public async Task A_call_that_is_cancelled_while_the_connection_is_opened_is_under_way_no_more()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Ed25519), SigningKeyKind.Ed25519)
        {
            Behaviour = static (_, _, _) => null,
        };
        using var cancellation = new CancellationTokenSource();
        var asking = venue.AskAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(["session.logon"], venue.Methods);

        Assert.Equal(7, await CountAsync(venue));
    }

    [Fact]
    public async Task A_connection_that_failed_is_under_way_no_more()
    {
        await using var venue = new CallVenue(new HmacKey("secret"));
        venue.Sockets.RefusesConnections = true;
        var error = await Assert.ThrowsAsync<ExchangeException>(() => venue.PlaceAsync());
        Assert.Equal(ErrorClass.Unreachable, error.Class);
        venue.Sockets.RefusesConnections = false;

        Assert.Equal(7, await CountAsync(venue));
    }

    private static async Task<long> CountAsync(CallVenue venue)
    {
        venue.Behaviour = static (_, method, _) => method == "ask" ? Counted : CallVenue.Fine;
        var asking = venue.AskAsync();
        for (var i = 0; i < 25 && !asking.IsCompleted; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1)); // less than a minute: windows go on by themselves
        }

        await asking;
        return venue.Limiter.Read().Single(static use => use.Limit == "weight").Used;
    }
}
