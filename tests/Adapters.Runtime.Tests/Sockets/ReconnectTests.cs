using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Sockets;

public sealed class ReconnectTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_connection_is_opened_again_and_everything_subscribed(bool closes)
    {
        var streams = new Streams();
        await streams.Subscribe("a");
        await streams.Subscribe("b");
        streams.Venue.Publish("a", 1);
        streams.Heard.Clear();
        if (closes)
        {
            streams.Venue.Last.Close();
        }
        else
        {
            streams.Venue.Last.Abort();
        }

        Assert.Equal("Gap Gap", streams.Story);
        streams.Venue.Publish("a", 2);
        streams.Clock.Advance(TimeSpan.FromMilliseconds(250));
        streams.Venue.Publish("a", 3);
        streams.Venue.Publish("b", 4);

        Assert.Equal("Gap Gap Resumed Resumed 3 4", streams.Story);
        Assert.Equal(["a", "b"], streams.Venue.Frames[^1].Topics);
    }

    [Fact]
    public async Task Attempts_grow_apart_and_a_message_never_comes_between_gap_and_resumed()
    {
        var streams = new Streams();
        await streams.Subscribe();
        streams.Heard.Clear();
        streams.Venue.Sockets.RefusesConnections = true;
        streams.Venue.Last.Abort();
        var attempts = new List<TimeSpan>();
        for (var i = 0; i < 1_200; i++)
        {
            var before = streams.Venue.Sockets.Attempts;
            streams.Clock.Advance(TimeSpan.FromMilliseconds(100));
            if (streams.Venue.Sockets.Attempts > before)
            {
                attempts.Add(TimeSpan.FromMilliseconds(100 * i));
            }
        }

        // 250 ms, 500 ms, ... 30 s, each with jitter between half and the whole.
        Assert.InRange(attempts.Count, 8, 13);
        Assert.True(attempts[^1] - attempts[^2] >= TimeSpan.FromSeconds(14));
        Assert.Equal("Gap", streams.Story);

        streams.Venue.Sockets.RefusesConnections = false;
        streams.Venue.Acknowledges = false;
        while (streams.Venue.Open.Length == 0)
        {
            streams.Pass(1);
        }

        Assert.Equal("Gap", streams.Story);
        streams.Venue.Last.Send(StreamVenue.Tick("a", 5)); // some venues send before they acknowledge
        Assert.Equal("Gap Resumed 5", streams.Story);
    }

    [Fact]
    public async Task A_late_acknowledgement_means_a_new_connection()
    {
        var streams = new Streams();
        streams.Venue.Acknowledges = false;
        var pending = streams.Subscribe();
        streams.Pass(9);
        Assert.Single(streams.Venue.Sockets.Connections);
        streams.Venue.Acknowledges = true;
        streams.Pass(4);

        Assert.Equal(SubscriptionState.Live, (await pending).State);
        Assert.Equal(2, streams.Venue.Sockets.Connections.Count);
        Assert.Single(streams.Venue.Open);
    }

    [Fact]
    public async Task A_connection_on_which_pings_stop_is_dropped()
    {
        var streams = new Streams(change: _ => Streams.Info(silence: TimeSpan.FromSeconds(20)));
        await streams.Subscribe();
        for (var i = 0; i < 6; i++)
        {
            streams.Pass(15);
            streams.Venue.Last.Ping();
        }

        Assert.Single(streams.Venue.Sockets.Connections);
        streams.Pass(19);
        Assert.Equal("Connected", streams.Story);
        streams.Pass(4);
        Assert.Equal("Connected Gap Resumed", streams.Story);
        Assert.Equal(2, streams.Venue.Sockets.Connections.Count);
    }

    [Fact]
    public async Task A_silent_topic_is_reported_once_until_it_speaks_again()
    {
        var streams = new Streams(new StreamOptions { StaleAfter = TimeSpan.FromSeconds(30) });
        await streams.Subscribe();
        streams.Pass(29);
        Assert.Equal("Connected", streams.Story);
        streams.Pass(100);
        Assert.Equal("Connected Stale", streams.Story);
        streams.Venue.Publish("a", 1);
        streams.Pass(100);
        Assert.Equal("Connected Stale 1 Stale", streams.Story);
    }

    [Fact]
    public async Task A_topic_refused_on_return_says_so_and_ends()
    {
        var streams = new Streams();
        var subscription = await streams.Subscribe();
        streams.Venue.Unwanted.Add("a");
        streams.Venue.Last.Abort();
        streams.Pass(1);

        Assert.Equal("Connected Gap Refused", streams.Story);
        Assert.Equal(SubscriptionState.Closed, subscription.State);
        Assert.Empty(streams.Venue.Open);
    }

    [Fact]
    public async Task Subscribing_while_the_connection_is_lost_waits_for_it()
    {
        var streams = new Streams();
        await streams.Subscribe("a");
        streams.Venue.Last.Abort();
        var pending = streams.Subscribe("b");
        Assert.False(pending.IsCompleted);
        streams.Pass(1);

        await pending;
        Assert.Equal("Connected Gap Resumed Connected", streams.Story);
        Assert.Equal(2, streams.Venue.Frames.Count);
    }

    [Fact]
    public async Task What_waits_for_its_turn_goes_out_on_the_next_connection()
    {
        var streams = new Streams(change: _ => Streams.Info(maxFrames: 1));
        await streams.Subscribe("a");
        var pending = streams.Subscribe("b");
        streams.Venue.Last.Abort();
        streams.Pass(3);

        await pending;
        Assert.True(streams.Venue.Carries(streams.Venue.Last, "a"));
        Assert.True(streams.Venue.Carries(streams.Venue.Last, "b"));
    }
}
