using Adapters.Capabilities;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Sockets;
using static Adapters.Runtime.Tests.Accounts.Tellings;

namespace Adapters.Runtime.Tests.Accounts;

public sealed class LiveAccountTests
{
    [Fact]
    public async Task Opening_reads_what_there_is_then_follows()
    {
        await using var venue = new AccountVenue();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open), isTold: false);
        venue.Set(Order(venue.Symbol, 2, OrderStatus.Filled, 10m, at: -60_000), isTold: false);
        venue.Set(Balance("BTC", 3m, at: 0), isTold: false);

        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 4m, at: 5), Fill(venue.Symbol, 9, 1, 4m, 5));
        venue.Set(Balance("BTC", 7m, at: 5));

        Assert.Equal("1:Open:0 BTC=3/0 Connected fill9 1:PartiallyFilled:4 BTC=7/0", venue.Story);
        Assert.Equal(AccountState.Live, account.State);
        Assert.Equal(4m, account.OpenOrders.Single().FilledQuantity);
        Assert.Equal(7m, account.Balances.Single().Free);
        Assert.Equal(Timestamp.From(venue.Clock.GetUtcNow()), account.OpenOrders.Single().ReceivedAt);
    }

    [Fact]
    public async Task Fills_from_before_are_known_but_not_told()
    {
        await using var venue = new AccountVenue();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 4m, at: -60_000), Fill(venue.Symbol, 9, 1, 4m, -60_000), isTold: false);

        await using var account = await venue.OpenAsync();
        venue.Pass(5);
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Filled, 10m, at: 5), Fill(venue.Symbol, 10, 1, 6m, 5));
        venue.Pass(5);

        Assert.Equal("1:PartiallyFilled:4 Connected fill10 1:Filled:10", venue.Story);
        Assert.Single(venue.Asked, "fills of 1");
    }

    [Theory]
    [InlineData(SubscriptionEventKind.Refused)]
    [InlineData(SubscriptionEventKind.Closed)]
    public async Task What_no_longer_comes_closes_the_account(SubscriptionEventKind kind)
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();

        venue.Change(kind);

        Assert.Equal($"Connected {kind}", venue.Story);
        Assert.Equal(AccountState.Closed, account.State);
    }

    [Fact]
    public async Task What_had_ended_before_is_not_opened_again_by_what_comes_late()
    {
        await using var venue = new AccountVenue(options => options.Accounts.Symbols = ["BTCUSDT"]);
        venue.Set(Order(venue.Symbol, 2, OrderStatus.Canceled, at: -1_000), isTold: false);

        await using var account = await venue.OpenAsync();
        venue.Sink!.OnOrder(Order(venue.Symbol, 2, OrderStatus.Open, at: -2_000), null, At(5));

        Assert.Equal("Connected", venue.Story);
        Assert.Empty(account.OpenOrders);
    }

    [Fact]
    public async Task After_a_gap_everything_missed_is_told_before_it_says_resumed()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        venue.Set(Order(venue.Symbol, 2, OrderStatus.Open));
        venue.Set(Balance("BTC", 3m, at: 1));
        venue.Heard.Clear();

        venue.Change(SubscriptionEventKind.Gap);
        Assert.Equal(AccountState.Stale, account.State);
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Filled, 10m, at: 20), Fill(venue.Symbol, 5, 1, 10m, 20), isTold: false);
        venue.Set(Order(venue.Symbol, 2, OrderStatus.Canceled, at: 21), isTold: false);
        venue.Set(Order(venue.Symbol, 3, OrderStatus.Expired, 2m, at: 22), Fill(venue.Symbol, 6, 3, 2m, 22), isTold: false);
        venue.Set(Order(venue.Symbol, 4, OrderStatus.Open, at: 23), isTold: false);
        venue.Set(Balance("BTC", 13m, at: 22), isTold: false);
        venue.Pass(3);
        Assert.Equal("Gap", venue.Story);
        venue.Change(SubscriptionEventKind.Resumed);

        Assert.Equal("Gap fill5 fill6 4:Open:0 1:Filled:10 2:Canceled:0 3:Expired:2 BTC=13/0 Resumed", venue.Story);
        Assert.Equal(OrderId.FromInt64(4), account.OpenOrders.Single().Id);
    }

    [Fact]
    public async Task What_comes_while_it_is_read_is_told_after_and_once()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        venue.Change(SubscriptionEventKind.Gap);
        venue.Heard.Clear();
        venue.OnAsked = what =>
        {
            if (what == "balances")
            {
                venue.OnAsked = null;
                venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 1m, at: 30), Fill(venue.Symbol, 5, 1, 1m, 30));
                venue.Set(Balance("BTC", 1m, at: 30));
            }
        };

        venue.Change(SubscriptionEventKind.Resumed);

        Assert.Equal("BTC=1/0 fill5 1:PartiallyFilled:1 Resumed", venue.Story); // the balance was read after it had changed
    }

    [Fact]
    public async Task Lost_again_while_it_is_read_it_is_read_again()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Heard.Clear();
        venue.Change(SubscriptionEventKind.Gap);
        venue.OnAsked = what =>
        {
            if (what == "balances")
            {
                venue.OnAsked = null;
                venue.Change(SubscriptionEventKind.Gap);
                venue.Set(Order(venue.Symbol, 7, OrderStatus.Open, at: 40), isTold: false);
                venue.Change(SubscriptionEventKind.Resumed);
            }
        };

        venue.Change(SubscriptionEventKind.Resumed);
        venue.Pass(2);

        Assert.Equal("Gap 7:Open:0 Resumed", venue.Story);
    }

    [Fact]
    public async Task What_came_before_it_was_asked_is_older_than_the_answer_of_the_same_moment()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Change(SubscriptionEventKind.Gap);
        venue.OnAsked = _ => throw new ExchangeException("test-spot", "open", ErrorClass.Unreachable, "It is not reached.");
        venue.Change(SubscriptionEventKind.Resumed);
        venue.Set(Balance("BTC", 2m, at: 40));

        // A second change of the same millisecond is lost with the connection.
        venue.Set(Balance("BTC", 1m, at: 40), isTold: false);
        venue.Change(SubscriptionEventKind.Gap);
        venue.OnAsked = null;
        venue.Change(SubscriptionEventKind.Resumed);
        venue.Pass(2);

        Assert.Equal((AccountState.Live, 1m), (account.State, account.Balances.Single().Free));
    }

    [Fact]
    public async Task Where_it_cannot_be_read_it_stays_stale_and_tries_again()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Change(SubscriptionEventKind.Gap);
        venue.OnAsked = _ => throw new ExchangeException("test-spot", "open", ErrorClass.Unreachable, "no");
        venue.Change(SubscriptionEventKind.Resumed);
        venue.Pass(20);
        var tries = venue.Asked.Count(what => what == "open");
        Assert.Equal(AccountState.Stale, account.State);

        venue.OnAsked = null;
        venue.Pass(30);

        Assert.InRange(tries, 4, 8);
        Assert.Equal(AccountState.Live, account.State);
        Assert.EndsWith("Resumed", venue.Story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Updates_that_are_lost_without_a_trace_are_found_by_comparing()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        venue.Set(Balance("BTC", 3m, at: 1));
        venue.Heard.Clear();

        venue.Set(Order(venue.Symbol, 1, OrderStatus.Filled, 10m, at: 100), Fill(venue.Symbol, 5, 1, 10m, 100), isTold: false);
        venue.Set(Order(venue.Symbol, 2, OrderStatus.Open, at: 101), isTold: false);
        venue.Balances.Clear();
        venue.Pass(58);
        Assert.Equal("", venue.Story);
        venue.Pass(3);

        Assert.Equal("fill5 2:Open:0 1:Filled:10 BTC=0/0", venue.Story);
        Assert.Equal(AccountState.Live, account.State);
    }

    [Fact]
    public async Task A_lost_fill_shows_in_the_order_and_is_asked_for()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        venue.Heard.Clear();
        venue.Fills.Add(Fill(venue.Symbol, 5, 1, 1m, 10));
        venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 3m, at: 11), Fill(venue.Symbol, 6, 1, 2m, 11));

        venue.Pass(3);

        Assert.Equal("fill6 1:PartiallyFilled:3 fill5", venue.Story);
        Assert.Single(venue.Asked, "fills of 1");
    }

    [Fact]
    public async Task A_fill_that_the_venue_does_not_show_is_asked_for_ever_less_often()
    {
        await using var venue = new AccountVenue(static options => options.Accounts.AuditEvery = TimeSpan.FromDays(1));
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 3m, at: 11));
        venue.Pass(600);
        Assert.InRange(venue.Asked.Count(static asked => asked == "fills of 1"), 20, 30);

        venue.Asked.Clear();
        venue.Fills.Add(Fill(venue.Symbol, 5, 1, 3m, 10));
        venue.Fills.Add(Fill(venue.Symbol, 6, 1, 2m, 611_000));
        venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 5m, at: 611_000)); // told anew, it is asked for as at first
        venue.Pass(3);
        Assert.Equal("Connected 1:PartiallyFilled:3 1:PartiallyFilled:5 fill5 fill6", venue.Story);
        venue.Pass(600);
        Assert.Single(venue.Asked, "fills of 1");
    }

    [Fact]
    public async Task Fills_that_come_apart_from_their_order_are_no_reason_to_ask()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 3m, at: 11));
        venue.Sink!.OnFill(Fill(venue.Symbol, 5, 1, 3m, 11), At(11));

        venue.Pass(5);

        Assert.Equal("Connected 1:PartiallyFilled:3 fill5", venue.Story);
        Assert.DoesNotContain("fills of 1", venue.Asked);
    }

    [Fact]
    public async Task A_message_that_could_not_be_read_makes_it_ask()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open, at: 5), isTold: false);
        venue.Change(SubscriptionEventKind.Failed);

        venue.Pass(7);

        Assert.Equal("Connected Failed 1:Open:0", venue.Story);
    }

    [Fact]
    public async Task A_long_gap_is_read_in_windows_and_pages()
    {
        await using var venue = new AccountVenue();
        await using var account = await venue.OpenAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        venue.Change(SubscriptionEventKind.Gap);
        venue.Heard.Clear();
        var hour = 3_600_000L;
        for (var i = 0; i < 2_500; i++)
        {
            venue.Fills.Add(Fill(venue.Symbol, 100 + i, 1, 0.001m, 40 * hour + i));
        }

        venue.Set(Order(venue.Symbol, 1, OrderStatus.PartiallyFilled, 2.5m, 41 * hour), isTold: false);
        venue.Clock.Advance(TimeSpan.FromHours(60));
        venue.Change(SubscriptionEventKind.Resumed);

        Assert.Equal(2_500, venue.Heard.Count(heard => heard.StartsWith("fill", StringComparison.Ordinal)));
        Assert.Equal(3, venue.Asked.Count(what => what == "orders"));
        Assert.Contains("fills from 1099", venue.Asked);
    }

    [Fact]
    public async Task Disposing_closes_the_stream_and_ends_the_telling()
    {
        await using var venue = new AccountVenue();
        var account = await venue.OpenAsync();

        await account.DisposeAsync();
        await account.DisposeAsync();
        venue.Set(Order(venue.Symbol, 1, OrderStatus.Open));
        venue.Pass(70);

        Assert.Equal("Connected", venue.Story);
        Assert.True(venue.IsClosed);
        Assert.Equal(AccountState.Closed, account.State);
    }

    [Fact]
    public async Task A_refusal_to_read_is_thrown_to_whoever_opens()
    {
        await using var venue = new AccountVenue();
        venue.OnAsked = _ => throw new ExchangeException("test-spot", "open", ErrorClass.Permission, "may not");

        var error = await Assert.ThrowsAsync<ExchangeException>(venue.OpenAsync);

        Assert.Equal(ErrorClass.Permission, error.Class);
        Assert.True(venue.IsClosed);
    }

    [Fact]
    public async Task A_handler_that_fails_harms_nobody()
    {
        await using var venue = new AccountVenue();
        var stream = new Adapters.Accounts.PrivateStream(venue.Kernel, venue, venue, (sink, changed, _) =>
        {
            changed(new SubscriptionEvent(SubscriptionEventKind.Connected, default, default));
            sink.OnOrder(Order(venue.Symbol, 1, OrderStatus.Open), null, Start);
            return new(new NoStream());
        });

        await using var account = await stream.OpenAccountAsync(new AccountHandlers { Orders = (in _) => throw new InvalidOperationException("mine") });

        Assert.Single(account.OpenOrders);
    }

    private sealed class NoStream : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
