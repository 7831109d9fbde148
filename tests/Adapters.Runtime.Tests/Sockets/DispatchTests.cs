using System.Text;
using Adapters.Errors;
using Adapters.Sockets;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Sockets;

public sealed class DispatchTests
{
    private readonly Streams _streams = new();
    private long _sum;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Messages_in_parts_are_put_together(int part)
    {
        await _streams.Subscribe();
        _streams.Venue.Last.SendFragmented(
            StreamVenue.Data("a", $$"""{"n":1,"filler":"{{new string('x', 200_000)}}"}"""), part);
        _streams.Venue.Last.SendFragmented(StreamVenue.Tick("a", 2), part);
        Assert.Equal("Connected 1 2", _streams.Story);
    }

    [Fact]
    public async Task A_message_beyond_the_cap_costs_the_connection_not_the_subscription()
    {
        var streams = new Streams(new StreamOptions { StaleAfter = null, MaxMessageBytes = 100_000 });
        await streams.Subscribe();
        streams.Venue.Last.Send(StreamVenue.Data("a", $$"""{"n":1,"filler":"{{new string('x', 99_000)}}"}"""));
        streams.Venue.Last.Send(StreamVenue.Data("a", $$"""{"n":2,"filler":"{{new string('x', 200_000)}}"}"""));
        streams.Pass(1);
        streams.Venue.Publish("a", 3);
        Assert.Equal("Connected 1 Gap Resumed 3", streams.Story);
    }

    [Fact]
    public async Task Frames_nobody_knows_are_ignored()
    {
        await _streams.Subscribe();
        foreach (var text in new[]
        {
            "", "{", "null", "[]", "{}", "\"text\"", """{"hello":1}""", """{"stream":"b","data":{"n":1}}""",
            """{"result":null,"id":99}""", """{"result":null,"id":"x"}""", """{"code":1,"msg":"what"}""",
            """{"stream":"a"}""", """{"stream":5,"data":{"n":1}}""", "\u0000\u0001",
        })
        {
            _streams.Venue.Last.Send(Encoding.UTF8.GetBytes(text));
        }

        _streams.Venue.Publish("a", 1);
        Assert.Equal("Connected 1", _streams.Story);
        Assert.Single(_streams.Venue.Sockets.Connections);
    }

    [Fact]
    public async Task An_unreadable_message_is_reported_and_the_next_delivered()
    {
        var errors = new List<Exception?>();
        var subscription = await _streams.Subscribe();
        subscription.Changed += change => errors.Add(change.Error);
        _streams.Venue.Last.Send(StreamVenue.Data("a", """{"n":"much"}"""));
        _streams.Venue.Publish("a", 2);

        Assert.Equal("Connected Failed 2", _streams.Story);
        var error = Assert.IsType<DecodeException>(Assert.Single(errors));
        Assert.Contains("channel ticks", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_and_listeners_that_throw_harm_nobody_else()
    {
        var failures = 0;
        SynchronizationContext.SetSynchronizationContext(null);
        var bad = await _streams.Client.SubscribeAsync(
            Streams.Ticks, "a", static (in TickRecord _) => throw new InvalidOperationException("handler"),
            change =>
            {
                failures += change.Kind == SubscriptionEventKind.Failed ? 1 : 0;
                throw new InvalidOperationException("listener");
            });
        await _streams.Subscribe();
        await _streams.Subscribe("b");
        _streams.Venue.Publish("a", 1);
        _streams.Venue.Publish("b", 2);
        _streams.Venue.Last.Abort();
        _streams.Pass(1);
        _streams.Venue.Publish("a", 3);

        Assert.Equal("Connected Connected 1 2 Gap Gap Resumed Resumed 3", _streams.Story);
        Assert.Equal(2, failures);
        Assert.Equal(SubscriptionState.Live, bad.State);
    }

    [Fact]
    public async Task A_handler_may_subscribe_and_unsubscribe()
    {
        Subscription? own = null;
        var pending = new List<Task>();
        SynchronizationContext.SetSynchronizationContext(null);
        own = await _streams.Client.SubscribeAsync(Streams.Ticks, "a", (in TickRecord tick) =>
        {
            _streams.OnTick(tick);
            pending.Add(_streams.Subscribe("b"));
            pending.Add(own!.DisposeAsync().AsTask());
        });
        _streams.Venue.Publish("a", 1);
        await Task.WhenAll(pending);
        _streams.Venue.Publish("a", 2);
        _streams.Venue.Publish("b", 3);
        Assert.Equal("1 Connected 3", _streams.Story);
    }

    [Fact]
    public async Task A_flood_of_pings_and_messages_costs_no_stack()
    {
        SynchronizationContext.SetSynchronizationContext(null);
        await _streams.Client.SubscribeAsync(Streams.Ticks, "a", (in TickRecord tick) =>
        {
            _streams.OnTick(tick);
            for (var i = 0; i < 50_000 && tick.Number == 1; i++)
            {
                _streams.Venue.Last.Ping(); // they wait, for the receiving loop is here
                _streams.Venue.Last.Send("[]"u8.ToArray());
            }
        });
        _streams.Venue.Publish("a", 1);
        _streams.Venue.Publish("a", 2);

        Assert.Equal("1 2", _streams.Story);
        Assert.Single(_streams.Venue.Sockets.Connections);
    }

    [Fact]
    public async Task One_topic_is_read_as_one_kind_of_message()
    {
        await _streams.Subscribe();
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await _streams.Client.SubscribeAsync(Streams.Frames, "a", static (in TickFrame _) => { }));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dispatch_allocates_nothing(bool borrows)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        _ = borrows
            ? await _streams.Client.SubscribeAsync(
                Streams.Frames, "a", (in TickFrame tick) => _sum += tick.Number + tick.Text.Bytes.Length)
            : await _streams.Client.SubscribeAsync(Streams.Ticks, "a", (in TickRecord tick) => _sum += tick.Number + 2);
        var socket = _streams.Venue.Last;
        var frame = StreamVenue.Data("a", """{"n":40,"text":"hi"}""");
        for (var i = 0; i < 100; i++)
        {
            socket.Send(frame);
        }

        _sum = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            socket.Send(frame);
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((0, 42_000), (bytes, _sum));
    }

    [Fact]
    public async Task Looking_after_topics_allocates_nothing()
    {
        for (var i = 0; i < 40; i++)
        {
            await _streams.Subscribe($"topic{i}");
        }

        _streams.Client.Watch();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _streams.Client.Watch();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
