using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using static Adapters.Runtime.Tests.Accounts.Tellings;

namespace Adapters.Runtime.Tests.Accounts;

/// <summary>Orders that the venue does not know, trades with oneself, and accounts that end before they are read.</summary>
public sealed class MissingOrderTests
{
    [Fact]
    public async Task What_the_venue_no_longer_knows_has_ended()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        venue.Orders.Clear();

        venue.Pass(62);

        Assert.EndsWith("1:Expired:0", venue.Story, StringComparison.Ordinal);
        Assert.Empty(account.OpenOrders);
    }

    [Fact]
    public async Task What_the_venue_does_not_know_yet_has_not_ended()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Pass(10);
        var order = Order(venue.Symbol, 1, OrderStatus.Open, at: 9_000);
        venue.Set(order);
        venue.Orders.Clear(); // its records lag behind
        venue.Change(SubscriptionEventKind.Failed);

        venue.Pass(3);
        Assert.Contains("order 1", venue.Asked);
        Assert.Equal(OrderId.FromInt64(1), account.OpenOrders.Single().Id);

        venue.Set(order, isTold: false);
        venue.Pass(10);
        Assert.Equal("Connected 1:Open:0 Failed", venue.Story);
        Assert.Single(account.OpenOrders);
    }

    [Fact]
    public async Task What_the_venue_does_not_get_to_know_has_ended_once_it_should()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Pass(10);
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open, at: 9_000));
        venue.Orders.Clear();
        venue.Change(SubscriptionEventKind.Failed);

        venue.Pass(10);

        Assert.EndsWith("1:Expired:0", venue.Story, StringComparison.Ordinal);
        Assert.Empty(account.OpenOrders);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(null)]
    public async Task A_doubt_stays_until_it_was_asked(int? auditEvery)
    {
        await using var venue = new AccountVenue(options => options.Accounts.AuditEvery =
            auditEvery is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open, at: 5), isTold: false);
        venue.OnAsked = _ => throw new ExchangeException("test-spot", "open", ErrorClass.Unreachable, "no");
        venue.Change(SubscriptionEventKind.Failed);
        Assert.Equal(AccountState.Stale, account.State);
        venue.Pass(7);
        Assert.Equal(AccountState.Stale, account.State);
        venue.OnAsked = null;

        venue.Pass(7);

        Assert.Equal("Connected Failed 1:Open:0", venue.Story);
        Assert.Equal(AccountState.Live, account.State);
    }

    [Fact]
    public async Task A_handler_may_dispose_it_while_the_stream_waits_to_tell_more()
    {
        await using var venue = new AccountVenue();
        ILiveAccount? account = null;
        Task disposing = Task.CompletedTask;
        var isFree = false;
        venue.OnClosing = () => isFree = Task.Run(() => account!.State).Wait(TimeSpan.FromSeconds(10)); // as the stream would
        var stream = new Adapters.Accounts.PrivateStream(venue.Kernel, venue, venue, venue.SubscribeAsync);
        account = await stream.OpenAccountAsync(new AccountHandlers { Orders = (in _) => disposing = account!.DisposeAsync().AsTask() });

        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        await disposing;

        Assert.True(isFree);
        Assert.True(venue.IsClosed);
    }

    [Fact]
    public async Task Whoever_opens_it_hears_of_answers_that_cannot_be_read()
    {
        await using var venue = new AccountVenue();
        venue.OnAsked = _ => throw new DecodeException("GET /orders", "$[0].type", "expected text, found a number");
        var opening = venue.OpenAsync();
        venue.Pass(3);
        Assert.False(opening.IsCompleted); // one may be an accident

        venue.Pass(20);

        await Assert.ThrowsAsync<DecodeException>(() => opening.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.True(venue.IsClosed);
    }

    [Fact]
    public async Task A_trade_with_oneself_is_a_fill_of_both_orders()
    {
        await using var venue = new AccountVenue(options => options.Accounts.Symbols = ["BTCUSDT"]);
        await using var account = await venue.OpenAsync();

        venue.Set(Order(venue.Symbol, 1, OrderStatus.Filled, 10m, at: 5), Fill(venue.Symbol, 9, 1, 10m, 5));
        venue.Set(Order(venue.Symbol, 2, OrderStatus.Filled, 10m, at: 5), Fill(venue.Symbol, 9, 2, 10m, 5));
        venue.Pass(70);

        Assert.Equal("Connected fill9 1:Filled:10 fill9 2:Filled:10", venue.Story);
    }

    [Theory]
    [InlineData(SubscriptionEventKind.Refused)]
    [InlineData(SubscriptionEventKind.Closed)]
    public async Task Whoever_opens_it_hears_where_it_ends_before_it_is_read(SubscriptionEventKind kind)
    {
        await using var venue = new AccountVenue();
        venue.OnAsked = _ => throw new ExchangeException("test-spot", "open", ErrorClass.Unreachable, "no");
        var opening = venue.OpenAsync();
        venue.Pass(3);
        Assert.False(opening.IsCompleted);

        venue.Change(kind);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => opening.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.True(venue.IsClosed);
    }
}
