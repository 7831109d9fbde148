using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Runtime.Tests.Sockets;

namespace Adapters.Runtime.Tests.Capabilities;

/// <summary>Sequences never hold the receiving loop up: a slow reader loses what the policy says, and is told.</summary>
public sealed class AsyncStreamTests : IAsyncDisposable
{
    private static readonly Symbol Market = new SymbolTable().Get("A");

    private readonly Streams _streams = new();
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task A_slow_reader_of_trades_loses_the_oldest_and_is_told_how_many()
    {
        var trades = Trades(capacity: 3);
        var first = trades.MoveNextAsync();
        Publish(1);
        Assert.True(await first);
        Assert.Equal("1", Text(trades.Current));
        Publish(2, 3, 4, 5, 6);

        Assert.Equal("gap 2, 4, 5, 6", await Next(trades, 4));
        Publish(7);
        Assert.Equal("7", await Next(trades, 1));
    }

    [Fact]
    public async Task A_lost_connection_is_a_gap_after_what_came_before_it()
    {
        var trades = Trades(capacity: 3);
        var first = trades.MoveNextAsync();
        Publish(1, 2);
        Reconnect();
        Publish(5);

        Assert.True(await first);
        Assert.Equal("1", Text(trades.Current));
        Assert.Equal("2, gap, 5", await Next(trades, 3));
    }

    [Fact]
    public async Task A_gap_that_is_dropped_with_its_neighbours_is_still_told()
    {
        var trades = Trades(capacity: 2);
        var first = trades.MoveNextAsync();
        Publish(1);
        Assert.True(await first);
        Publish(2);
        Reconnect();
        Publish(5, 6, 7);

        Assert.Equal("gap, 6, 7", await Next(trades, 3));
    }

    [Fact]
    public async Task Of_tickers_a_slow_reader_gets_the_latest()
    {
        var tickers = new StreamOfTicks(_streams).ReadTickersAsync(Market, _stop.Token).GetAsyncEnumerator();
        var first = tickers.MoveNextAsync();
        Publish(1);
        Assert.True(await first);
        Publish(2, 3, 4);

        Assert.True(await tickers.MoveNextAsync());
        Assert.Equal(4, tickers.Current.Last);
    }

    [Fact]
    public async Task What_the_venue_no_longer_sends_ends_with_its_error()
    {
        var trades = Trades(capacity: 3);
        var first = trades.MoveNextAsync();
        Publish(1);
        Assert.True(await first);
        _streams.Venue.Unwanted.Add("a");
        Reconnect();

        Assert.Equal("gap", await Next(trades, 1));
        await Assert.ThrowsAsync<SubscriptionException>(async () => await trades.MoveNextAsync());
    }

    [Fact]
    public async Task A_disposed_client_ends_the_sequence_after_what_is_queued()
    {
        var trades = Trades(capacity: 3);
        var first = trades.MoveNextAsync();
        Publish(1, 2);
        await _streams.Client.DisposeAsync();

        Assert.True(await first);
        Assert.Equal("2", await Next(trades, 1));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await trades.MoveNextAsync());
    }

    [Fact]
    public async Task Cancelling_ends_sequence_and_subscription()
    {
        var trades = Trades(capacity: 3);
        var first = trades.MoveNextAsync();
        await _stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await first);
        Assert.Equal("UNSUBSCRIBE", _streams.Venue.Frames[^1].Method);
    }

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        await _streams.Client.DisposeAsync();
    }

    private static string Text(StreamItem<Trade> item) =>
        item.IsGap ? $"gap {item.Missed}".TrimEnd() : item.Value.Id.ToString();

    private static async Task<string> Next(IAsyncEnumerator<StreamItem<Trade>> trades, int count)
    {
        var texts = new List<string>();
        for (var i = 0; i < count; i++)
        {
            Assert.True(await trades.MoveNextAsync());
            texts.Add(Text(trades.Current));
        }

        return string.Join(", ", texts);
    }

    private IAsyncEnumerator<StreamItem<Trade>> Trades(int capacity)
    {
        // Continuations run inline only where no context of the test runner catches them.
        SynchronizationContext.SetSynchronizationContext(null);
        return new StreamOfTicks(_streams).ReadTradesAsync(Market, capacity, _stop.Token).GetAsyncEnumerator();
    }

    private void Publish(params long[] numbers)
    {
        foreach (var number in numbers)
        {
            _streams.Venue.Publish("a", number);
        }
    }

    private void Reconnect()
    {
        _streams.Venue.Last.Abort();
        _streams.Pass(2);
    }
}
