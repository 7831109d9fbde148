using Adapters.Calls;
using Adapters.Security;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Calls;

/// <summary>Calls while one connection takes over from another.</summary>
public sealed class CallRotationTests
{
    [Fact]
    public async Task A_call_in_line_at_the_old_connection_is_still_sent_over_it()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac));
        await venue.AskAsync();
        var old = venue.Last;
        Task? order = null;
        venue.Behaviour = (_, method, _) =>
        {
            if (method == "ask" && order is null)
            {
                order = venue.PlaceAsync(); // its turn comes after this call
                CallVenue.Send(old, """{"event":{"e":"serverShutdown"}}""");
                venue.Clock.Advance(TimeSpan.FromSeconds(1));
                Assert.Equal(2, venue.Sockets.Attempts);
            }

            return CallVenue.Fine;
        };

        await venue.AskAsync();
        venue.Behaviour = static (_, _, _) => CallVenue.Fine;
        await order!;

        Assert.Equal("order.place", venue.Methods[^1]);
        Assert.False(old.IsOpen);
        await venue.AskAsync();
        Assert.Equal(2, venue.Sockets.Attempts);
    }

    [Fact]
    public async Task A_successor_that_cannot_be_reached_for_whatever_reason_costs_no_call()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac)) { Behaviour = static (_, _, _) => null };
        var order = venue.PlaceAsync();
        var old = venue.Last;
        venue.Sockets.FailNext = new HttpRequestException("The proxy is gone.");

        CallVenue.Send(old, """{"event":{"e":"serverShutdown"}}""");
        venue.Clock.Advance(TimeSpan.FromSeconds(1));
        CallVenue.Send(old, """{"id":1,"status":200,"result":{"n":5}}""");

        Assert.Equal(5, (await order).Number);
        for (var i = 0; i < 5; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal((3, false), (venue.Sockets.Attempts, old.IsOpen));
    }

    [Fact]
    public async Task A_channel_that_is_opened_while_another_connection_takes_over_moves_too()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac));
        await using var first = await venue.Client.OpenAsync(CallVenue.User, static (in _) => { });
        var heard = new List<long>();
        Task<OpenedChannel>? opening = null;
        var isOpening = false;
        venue.Behaviour = (socket, method, _) =>
        {
            if (method == "user.subscribe" && socket != venue.Sockets.Connections[0] && !isOpening)
            {
                isOpening = true;
                opening = venue.Client.OpenAsync(CallVenue.User, (in message) => heard.Add(message.Number)).AsTask();
            }

            return CallVenue.Fine;
        };

        CallVenue.Send(venue.Last, """{"event":{"e":"serverShutdown"}}""");
        venue.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 40; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await using var second = await opening!;

        Assert.Equal((2, false), (venue.Sockets.Attempts, venue.Sockets.Connections[0].IsOpen));
        Assert.Equal(SubscriptionState.Live, second.State);
        venue.Publish(4);
        Assert.Equal([4], heard);
    }
}
