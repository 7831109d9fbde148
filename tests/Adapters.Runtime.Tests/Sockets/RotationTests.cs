using Adapters.Simulation.Transport;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Sockets;

public sealed class RotationTests
{
    private readonly Streams _streams = new(
        new StreamOptions { StaleAfter = null, RotateBefore = TimeSpan.FromMinutes(1) },
        _ => Streams.Info(life: TimeSpan.FromMinutes(3)));

    private InMemorySocket Old => _streams.Venue.Sockets.Connections[0];

    private InMemorySocket New => _streams.Venue.Sockets.Connections[1];

    [Fact]
    public async Task A_new_connection_takes_over_before_the_old_one_ends()
    {
        await Begin();
        Send(Old, 1);
        Send(New, 1);
        Send(Old, 2);
        Send(New, 2);
        Send(New, 3);

        Assert.Equal("Connected 1 2 3", _streams.Story);
        Assert.False(Old.IsOpen);
        Assert.True(New.IsOpen);
    }

    [Fact]
    public async Task The_old_connection_may_be_ahead()
    {
        await Begin();
        Send(Old, 1, 2, 3);
        Send(New, 2);
        Send(Old, 4);
        Send(New, 3);
        Assert.True(Old.IsOpen);
        Send(New, 4);
        Assert.False(Old.IsOpen);
        Send(New, 5);

        Assert.Equal("Connected 1 2 3 4 5", _streams.Story);
    }

    [Fact]
    public async Task The_new_connection_may_be_ahead()
    {
        await Begin();
        Send(Old, 1);
        Send(New, 3, 4, 5);
        Send(Old, 2);
        Assert.Equal("Connected 1 2", _streams.Story);
        Send(Old, 3);
        Assert.Equal("Connected 1 2 3 4 5", _streams.Story);
        Assert.False(Old.IsOpen);
        Send(New, 6);
        Assert.Equal("Connected 1 2 3 4 5 6", _streams.Story);
    }

    [Fact]
    public async Task A_quiet_topic_moves_without_a_gap()
    {
        await Begin();
        _streams.Pass(7);
        Assert.False(Old.IsOpen);
        Send(New, 1);
        Assert.Equal("Connected 1", _streams.Story);
    }

    [Fact]
    public async Task What_a_slow_new_connection_shows_late_is_no_duplicate()
    {
        await Begin();
        Send(Old, 1, 2);
        _streams.Pass(7);
        Assert.False(Old.IsOpen);
        Send(New, 1, 2, 3);
        Assert.Equal("Connected 1 2 3", _streams.Story);
    }

    [Fact]
    public async Task Messages_that_cannot_be_compared_make_a_gap_and_no_duplicate()
    {
        await Begin();
        Send(Old, 1);
        New.Send(StreamVenue.Data("a", """{"n":2,"connection":"new"}"""));
        Send(Old, 2);
        _streams.Pass(7);
        New.Send(StreamVenue.Data("a", """{"n":3,"connection":"new"}"""));
        Assert.Equal("Connected 1 2 Gap Resumed 3", _streams.Story);
    }

    [Fact]
    public async Task The_old_connection_may_die_before_the_two_meet()
    {
        await Begin();
        Send(Old, 1);
        Send(New, 3, 4);
        Old.Abort();
        Send(New, 5);
        Assert.Equal("Connected 1 Gap Resumed 3 4 5", _streams.Story);
        _streams.Pass(60);
        Assert.Single(_streams.Venue.Open);
    }

    [Fact]
    public async Task The_old_connection_may_die_while_it_is_ahead()
    {
        await Begin();
        Send(Old, 1, 2, 3);
        Send(New, 1);
        Old.Abort();
        Send(New, 2, 3, 4);
        Assert.Equal("Connected 1 2 3 4", _streams.Story);
    }

    [Fact]
    public async Task The_old_connection_may_die_before_the_new_one_is_acknowledged()
    {
        await _streams.Subscribe();
        _streams.Venue.Acknowledges = false;
        _streams.Pass(122);
        Send(Old, 1);
        Old.Abort();
        Assert.Equal("Connected 1 Gap", _streams.Story);
        New.Send("""{"result":null,"id":2}"""u8.ToArray());
        Send(New, 3);
        Assert.Equal("Connected 1 Gap Resumed 3", _streams.Story);
    }

    [Fact]
    public async Task The_new_connection_may_die_and_the_old_one_goes_on()
    {
        await Begin();
        Send(Old, 1);
        Send(New, 3);
        New.Abort();
        Send(Old, 2, 3, 4);
        _streams.Pass(1);
        var third = _streams.Venue.Sockets.Connections[2];
        Send(third, 5);
        Send(Old, 5);
        Send(third, 6);
        Assert.Equal("Connected 1 2 3 4 5 6", _streams.Story);
        Assert.Equal([third], _streams.Venue.Open);
    }

    [Fact]
    public async Task The_venue_may_ask_for_it()
    {
        await _streams.Subscribe("a");
        await _streams.Subscribe("b");
        Old.Send("""{"stream":"x","data":{"e":"serverShutdown","E":1}}"""u8.ToArray());
        Assert.Equal(2, _streams.Venue.Open.Length);
        New.Send("""{"e":"serverShutdown","E":1}"""u8.ToArray()); // asks too early; done once it has taken over
        Assert.Equal(2, _streams.Venue.Open.Length);
        Send(Old, 1);
        Send(New, 1);
        Assert.Equal(2, _streams.Venue.Open.Length); // b has not moved yet
        _streams.Pass(40);

        Assert.Equal(3, _streams.Venue.Sockets.Connections.Count);
        _streams.Venue.Publish("a", 2);
        _streams.Venue.Publish("b", 3);
        Assert.Equal("Connected Connected 1 2 3", _streams.Story);
        Assert.Single(_streams.Venue.Open);
    }

    [Fact]
    public async Task Unsubscribing_while_it_moves_closes_both()
    {
        var subscription = await _streams.Subscribe();
        _streams.Pass(122);
        Assert.Equal(2, _streams.Venue.Open.Length);
        await subscription.DisposeAsync();
        Assert.Empty(_streams.Venue.Open);
    }

    [Fact]
    public async Task Subscriptions_that_come_while_it_moves_go_to_the_new_one()
    {
        await Begin();
        await _streams.Subscribe("b");
        Assert.Same(New, _streams.Venue.Frames[^1].Socket);
        Send(Old, 1);
        Send(New, 1);
        _streams.Venue.Publish("b", 2);
        Assert.Equal("Connected Connected 1 2", _streams.Story);
    }

    // Not async: that would bring the test runner's context back.
    private Task<Subscription> Begin()
    {
        var subscribing = _streams.Subscribe();
        _streams.Pass(119);
        Assert.Single(_streams.Venue.Sockets.Connections);
        _streams.Pass(3);
        Assert.Equal(2, _streams.Venue.Open.Length);
        Assert.True(_streams.Venue.Carries(New, "a"));
        return subscribing;
    }

    private static void Send(InMemorySocket socket, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            socket.Send(StreamVenue.Tick("a", number));
        }
    }
}
