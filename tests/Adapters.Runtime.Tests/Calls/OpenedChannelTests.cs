using Adapters.Calls;
using Adapters.Errors;
using Adapters.Rest;
using Adapters.Security;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Calls;

public sealed class OpenedChannelTests
{
    private readonly List<string> _heard = [];

    private string Story => string.Join(' ', _heard);

    [Fact]
    public async Task Events_come_in_order_from_the_first_on()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        venue.Publish(1);
        venue.Publish(2);

        Assert.Equal("Connected 1 2", Story);
        Assert.Contains("\"signature\"", venue.Frames[0], StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Live, channel.State);
    }

    [Fact]
    public async Task A_key_that_logs_on_opens_it_without_signing()
    {
        await using var venue = Make(SigningKeyKind.Ed25519);

        await using var channel = await OpenAsync(venue);

        Assert.Equal(["session.logon", "user.subscribe.logged"], venue.Methods);
    }

    [Fact]
    public async Task After_a_loss_it_is_opened_again_and_both_are_told()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        venue.Publish(1);

        venue.Last.Abort();
        venue.Clock.Advance(TimeSpan.FromSeconds(1));
        venue.Publish(2);

        Assert.Equal("Connected 1 Gap Resumed 2", Story);
    }

    [Fact]
    public async Task A_disposed_client_tells_that_nothing_comes_any_more()
    {
        await using var venue = Make();
        var channel = await OpenAsync(venue);
        venue.Publish(1);

        await venue.Client.DisposeAsync();

        Assert.Equal("Connected 1 Closed", Story);
        Assert.Equal(SubscriptionState.Closed, channel.State);
    }

    [Fact]
    public async Task What_the_venue_ends_is_opened_again_on_the_same_connection()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        var (socket, subscription) = venue.Subscribed.Single();
        venue.Subscribed.Clear();

        CallVenue.Send(socket, $$$"""{"subscriptionId":{{{subscription}}},"event":{"e":"terminated"}}""");
        venue.Publish(1);

        Assert.Equal("Connected Gap Resumed 1", Story);
        Assert.Equal(1, venue.Sockets.Attempts);
    }

    [Fact]
    public async Task Before_the_venue_ends_a_connection_a_new_one_takes_over_without_a_gap()
    {
        await using var venue = Make(life: TimeSpan.FromHours(24));
        await using var channel = await OpenAsync(venue);
        var old = venue.Last;

        venue.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(9));
        venue.Publish(1);
        await venue.AskAsync();

        Assert.Equal("Connected 1", Story);
        Assert.Equal(2, venue.Sockets.Attempts);
        Assert.False(old.IsOpen);
    }

    [Fact]
    public async Task An_announced_end_is_avoided_too_and_calls_under_way_are_answered()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        venue.Behaviour = static (_, method, _) => method == "ask" ? null : CallVenue.Fine;
        var question = venue.AskAsync();
        var old = venue.Last;

        CallVenue.Send(old, """{"event":{"e":"serverShutdown"}}""");
        venue.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(old.IsOpen);
        CallVenue.Send(old, """{"id":2,"status":200,"result":{"n":5}}""");

        Assert.Equal(5, (await question).Number);
        Assert.False(old.IsOpen);
        venue.Publish(1);
        Assert.Equal("Connected 1", Story);
    }

    [Fact]
    public async Task A_successor_that_cannot_open_the_channel_does_not_take_over()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        venue.Behaviour = static (_, _, _) => """ "status":500,"error":{"code":-1,"msg":"later"}""";

        CallVenue.Send(venue.Last, """{"event":{"e":"serverShutdown"}}""");
        venue.Clock.Advance(TimeSpan.FromSeconds(1));
        venue.Publish(1);
        venue.Behaviour = static (_, _, _) => CallVenue.Fine;
        for (var i = 0; i < 5; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        venue.Publish(2);
        Assert.Equal("Connected 1 2", Story);
        Assert.Equal([false, false, true], venue.Sockets.Connections.Select(static socket => socket.IsOpen));
    }

    [Fact]
    public async Task What_the_old_connection_still_brings_comes_first_and_once()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        var old = venue.Last;
        venue.Behaviour = (socket, method, _) =>
        {
            if (method == "user.unsubscribe")
            {
                CallVenue.Send(old, """{"subscriptionId":0,"event":{"n":1}}"""); // was under way
                venue.Publish(2);
                CallVenue.Send(old, """{"subscriptionId":0,"event":{"e":"terminated"}}""");
            }

            return CallVenue.Fine;
        };

        CallVenue.Send(old, """{"event":{"e":"serverShutdown"}}""");
        venue.Clock.Advance(TimeSpan.FromSeconds(1));
        venue.Publish(3);

        Assert.Equal("Connected 1 2 3", Story);
        Assert.False(old.IsOpen);
    }

    [Theory]
    [InlineData(true, "Connected Gap Resumed 5")]
    [InlineData(false, "Connected Gap Resumed 5")]
    public async Task A_connection_that_breaks_while_it_is_replaced_leaves_a_gap(bool isOld, string story)
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        var old = venue.Last;
        venue.Behaviour = (_, method, _) =>
        {
            if (method == "user.unsubscribe")
            {
                (isOld ? old : venue.Last).Abort();
            }

            return CallVenue.Fine;
        };

        CallVenue.Send(old, """{"event":{"e":"serverShutdown"}}""");
        for (var i = 0; i < 5; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        venue.Publish(5);
        Assert.Equal(story, Story);
    }

    [Fact]
    public async Task A_refusal_is_thrown()
    {
        await using var venue = Make();
        venue.Behaviour = static (_, _, _) => """ "status":401,"error":{"code":-2015,"msg":"Invalid API-key"}""";

        var error = await Assert.ThrowsAsync<ExchangeException>(() => OpenAsync(venue));

        Assert.Equal(ErrorClass.Authentication, error.Class);
        venue.Behaviour = static (_, _, _) => CallVenue.Fine;
        await venue.AskAsync();
        Assert.Equal(["user.subscribe", "ask"], venue.Methods);
    }

    [Fact]
    public async Task A_refusal_after_a_loss_is_told_and_ends_it()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        venue.Behaviour = static (_, _, _) => """ "status":401,"error":{"code":-2015,"msg":"Invalid API-key"}""";

        venue.Last.Abort();
        venue.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Connected Gap Refused", Story);
        Assert.Equal(SubscriptionState.Closed, channel.State);
    }

    [Fact]
    public async Task Trouble_that_passes_is_tried_again_over_a_new_connection()
    {
        await using var venue = Make();
        var tries = 0;
        venue.Behaviour = (_, method, _) => method == "user.subscribe" && ++tries < 3
            ? """ "status":500,"error":{"code":-1,"msg":"later"}"""
            : CallVenue.Fine;

        var opening = OpenAsync(venue);
        for (var i = 0; i < 10; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await using var channel = await opening;

        Assert.Equal("Connected", Story);
        Assert.Equal(3, venue.Sockets.Attempts);
    }

    [Fact]
    public async Task Closing_tells_the_venue_and_ends_the_messages()
    {
        await using var venue = Make();
        var channel = await OpenAsync(venue);
        var (socket, subscription) = venue.Subscribed.Single();

        await channel.DisposeAsync();
        await channel.DisposeAsync();
        CallVenue.Send(socket, $$$"""{"subscriptionId":{{{subscription}}},"event":{"n":1}}""");

        Assert.Equal("Connected", Story);
        Assert.Equal(["user.subscribe", "user.unsubscribe"], venue.Methods);
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_is_told_and_the_connection_lives_on()
    {
        await using var venue = Make();
        await using var channel = await OpenAsync(venue);
        var (socket, subscription) = venue.Subscribed.Single();

        CallVenue.Send(socket, $$$"""{"subscriptionId":{{{subscription}}},"event":{"n":"x"}}""");
        venue.Publish(2);

        Assert.Equal("Connected Failed 2", Story);
    }

    [Fact]
    public async Task Without_credentials_it_says_what_it_needs()
    {
        await using var venue = new CallVenue();

        var error = await Assert.ThrowsAsync<RequestException>(() => OpenAsync(venue));

        Assert.Contains("API key", error.Problem, StringComparison.Ordinal);
    }

    private static CallVenue Make(SigningKeyKind kind = SigningKeyKind.Hmac, TimeSpan? life = null) =>
        new(new LengthKey(kind), SigningKeyKind.Ed25519, life: life);

    private Task<OpenedChannel> OpenAsync(CallVenue venue) => venue.Client.OpenAsync(
        CallVenue.User,
        (in message) => _heard.Add($"{message.Number}"),
        change => _heard.Add($"{change.Kind}")).AsTask();
}
