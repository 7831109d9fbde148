using Adapters.Errors;
using Adapters.Sockets;

namespace Adapters.Runtime.Tests.Sockets;

/// <summary>Whoever waits in vain for a subscription hears why its connection does not last.</summary>
public sealed class LostReasonTests
{
    [Fact]
    public async Task A_frame_that_could_not_be_sent_is_told_with_its_reason()
    {
        var venue = new StreamVenue();
        var streams = new Streams(factory: new Mute(venue.Sockets));

        Assert.Equal("a frame could not be sent: the pipe is broken", await Reason(streams));
    }

    [Fact]
    public async Task A_frame_that_was_not_answered_is_told()
    {
        var streams = new Streams();
        streams.Venue.Acknowledges = false;

        Assert.Equal("the venue did not answer a frame within 10 s", await Reason(streams));
    }

    [Fact]
    public async Task A_reason_of_long_ago_is_not_told()
    {
        var streams = new Streams();
        await streams.Subscribe();
        streams.Venue.Last.Close();
        streams.Pass(1);
        streams.Venue.Acknowledges = false;
        var late = streams.Subscribe("b");
        streams.Clock.Advance(TimeSpan.FromSeconds(9));
        streams.Clock.Advance(TimeSpan.FromSeconds(21));

        var error = await Assert.ThrowsAsync<SubscriptionException>(() => late);

        Assert.DoesNotContain("the venue closed it", error.Problem, StringComparison.Ordinal);
        await streams.Client.DisposeAsync();
    }

    private static async Task<string> Reason(Streams streams)
    {
        var late = streams.Subscribe();
        streams.Pass(30);
        var error = await Assert.ThrowsAsync<SubscriptionException>(() => late);
        await streams.Client.DisposeAsync();

        const string start = "the venue did not acknowledge within 30 s: the last connection failed: ";
        Assert.Equal(ErrorClass.Unreachable, error.Class);
        Assert.StartsWith(start, error.Problem, StringComparison.Ordinal);
        return error.Problem[start.Length..];
    }

    /// <summary>Opens connections that cannot send.</summary>
    private sealed class Mute(IWebSocketFactory inner) : IWebSocketFactory
    {
        public async ValueTask<IWebSocketConnection> ConnectAsync(Uri address, CancellationToken cancellationToken) =>
            new Connection(await inner.ConnectAsync(address, cancellationToken));

        private sealed class Connection(IWebSocketConnection inner) : IWebSocketConnection
        {
            public bool SeesPings => inner.SeesPings;

            public ValueTask<ReceivedFrame> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
                inner.ReceiveAsync(buffer, cancellationToken);

            public ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken) =>
                throw new IOException("the pipe is broken");

            public void Abort() => inner.Abort();

            public ValueTask DisposeAsync() => inner.DisposeAsync();
        }
    }
}
