using Adapters.Errors;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Sockets;

public sealed class SubscribingTests
{
    [Fact]
    public async Task A_subscription_is_live_once_acknowledged()
    {
        var streams = new Streams();
        streams.Venue.Acknowledges = false;
        var pending = streams.Subscribe();
        Assert.False(pending.IsCompleted);

        streams.Venue.Last.Send("""{"result":null,"id":1}"""u8.ToArray());
        var subscription = await pending;
        streams.Venue.Last.Send(StreamVenue.Tick("a", 7));

        Assert.Equal(SubscriptionState.Live, subscription.State);
        Assert.Equal("Connected 7", streams.Story);
        Assert.Equal(new Uri("wss://venue.test/stream"), streams.Venue.Last.Address);
        Assert.Equal(["a"], Assert.Single(streams.Venue.Frames).Topics);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_is_told_with_code_and_class(bool withId)
    {
        var streams = new Streams();
        streams.Venue.RefusesWithId = withId;
        streams.Venue.Unwanted.Add("a");

        var error = await Assert.ThrowsAsync<SubscriptionException>(() => streams.Subscribe());

        Assert.Equal(("a", "2", ErrorClass.InvalidRequest), (error.Topic, error.Code, error.Class));
        Assert.Contains("unknown topic", error.Message, StringComparison.Ordinal);
        Assert.Empty(streams.Venue.Open);

        streams.Venue.Unwanted.Clear();
        Assert.Equal(SubscriptionState.Live, (await streams.Subscribe()).State);
    }

    [Fact]
    public async Task Without_an_acknowledgement_in_time_subscribing_fails()
    {
        var streams = new Streams();
        streams.Venue.Sockets.RefusesConnections = true;
        var pending = streams.Subscribe();
        streams.Pass(31);

        var error = await Assert.ThrowsAsync<SubscriptionException>(() => pending);

        Assert.Equal(ErrorClass.Unreachable, error.Class);
        var attempts = streams.Venue.Sockets.Attempts;
        streams.Pass(100);
        Assert.Equal(attempts, streams.Venue.Sockets.Attempts); // nobody needs the connection any more
    }

    [Fact]
    public async Task Cancelling_takes_the_topic_back()
    {
        var streams = new Streams();
        using var source = new CancellationTokenSource();
        streams.Venue.Acknowledges = false;
        var pending = streams.Subscribe(cancellationToken: source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal("UNSUBSCRIBE", streams.Venue.Frames[^1].Method);
        Assert.Empty(streams.Venue.Open);
    }

    [Fact]
    public async Task Subscribers_of_one_topic_share_the_venues()
    {
        var streams = new Streams();
        var first = await streams.Subscribe();
        var second = await streams.Subscribe();
        streams.Venue.Publish("a", 1);
        Assert.Equal("Connected Connected 1 1", streams.Story);
        Assert.Single(streams.Venue.Frames);

        await first.DisposeAsync();
        streams.Venue.Publish("a", 2);
        Assert.Equal("Connected Connected 1 1 2", streams.Story);
        Assert.Single(streams.Venue.Frames);
        Assert.Equal((SubscriptionState.Closed, SubscriptionState.Live), (first.State, second.State));

        await second.DisposeAsync();
        Assert.Empty(streams.Venue.Open);
    }

    [Fact]
    public async Task Unsubscribing_tells_the_venue_and_the_last_closes()
    {
        var streams = new Streams();
        var a = await streams.Subscribe("a");
        var b = await streams.Subscribe("b");

        await a.DisposeAsync();
        await a.DisposeAsync();
        Assert.Equal("UNSUBSCRIBE", streams.Venue.Frames[^1].Method);
        Assert.Equal(["a"], streams.Venue.Frames[^1].Topics);
        Assert.Equal(3, streams.Venue.Frames.Count);
        Assert.Single(streams.Venue.Open);

        await b.DisposeAsync();
        Assert.Empty(streams.Venue.Open);
    }

    [Fact]
    public async Task A_topic_that_goes_and_comes_back_at_once_stays_subscribed()
    {
        var streams = new Streams(change: _ => Streams.Info(maxFrames: 3));
        await streams.Subscribe("b");
        await streams.Subscribe("c");
        var first = await streams.Subscribe("a");
        await first.DisposeAsync(); // waits for its turn
        streams.Heard.Clear();
        var pending = streams.Subscribe("a");
        streams.Venue.Publish("a", 1); // still the earlier subscription's
        Assert.Equal("", streams.Story);

        streams.Pass(2);
        await pending;
        streams.Venue.Publish("a", 2);

        Assert.Equal("Connected 2", streams.Story);
        Assert.Equal(["UNSUBSCRIBE", "SUBSCRIBE"], streams.Venue.Frames[^2..].Select(frame => frame.Method));
    }

    [Fact]
    public async Task Frames_are_paced_and_topics_that_wait_share_a_frame()
    {
        var streams = new Streams(
            new StreamOptions { StaleAfter = null, TopicsPerFrame = 10 }, _ => Streams.Info(maxFrames: 2));
        var pending = Enumerable.Range(0, 42).Select(i => streams.Subscribe("t" + i)).ToArray();
        var sent = new List<int> { streams.Venue.Frames.Count };
        for (var i = 0; i < 4; i++)
        {
            streams.Clock.Advance(TimeSpan.FromSeconds(1));
            sent.Add(streams.Venue.Frames.Count);
        }

        await Task.WhenAll(pending);
        Assert.Equal([2, 4, 6, 6, 6], sent); // two alone, then ten at a time
        Assert.All(streams.Venue.Frames, frame => Assert.InRange(frame.Topics.Length, 1, 10));
        Assert.Single(streams.Venue.Sockets.Connections);
    }

    [Fact]
    public async Task Topics_spread_over_connections()
    {
        var streams = new Streams(change: _ => Streams.Info(maxTopics: 3));
        for (var i = 0; i < 7; i++)
        {
            await streams.Subscribe("t" + i);
        }

        Assert.Equal([3, 3, 1], streams.Venue.Open.Select(s => streams.Venue.Frames.Count(frame => frame.Socket == s)));
        for (var i = 0; i < 7; i++)
        {
            streams.Venue.Publish("t" + i, i);
        }

        Assert.EndsWith("0 1 2 3 4 5 6", streams.Story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_culprit_of_a_refused_batch_is_refused()
    {
        var streams = new Streams();
        streams.Venue.Sockets.RefusesConnections = true; // so that they go out together
        streams.Venue.Unwanted.Add("t11");
        var pending = Enumerable.Range(0, 20).Select(i => streams.Subscribe("t" + i)).ToArray();
        streams.Venue.Sockets.RefusesConnections = false;
        streams.Pass(5);

        for (var i = 0; i < 20; i++)
        {
            if (i == 11)
            {
                await Assert.ThrowsAsync<SubscriptionException>(() => pending[11]);
            }
            else
            {
                Assert.Equal(SubscriptionState.Live, (await pending[i]).State);
            }
        }

        Assert.Equal(20, streams.Venue.Frames[0].Topics.Length);
        Assert.InRange(streams.Venue.Frames.Count, 3, 12); // halves, not one by one
    }

    [Fact]
    public async Task Disposing_the_client_ends_everything()
    {
        var streams = new Streams();
        var live = await streams.Subscribe("a");
        streams.Venue.Acknowledges = false;
        var pending = streams.Subscribe("b");

        await streams.Client.DisposeAsync();

        Assert.Equal(SubscriptionState.Closed, live.State);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pending);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => streams.Subscribe("c"));
        Assert.Empty(streams.Venue.Open);
        streams.Pass(100);
        Assert.Single(streams.Venue.Sockets.Connections);
        await live.DisposeAsync();
    }
}
