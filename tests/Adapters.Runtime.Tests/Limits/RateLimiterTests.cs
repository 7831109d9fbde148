using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Limits;

public sealed class RateLimiterTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 30, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task Windows_end_where_the_venue_ends_them()
    {
        using var limiter = Limiter(Weight(10));
        await limiter.AcquireAsync([new LimitCost("weight", 10)]);

        var next = limiter.AcquireAsync([new LimitCost("weight", 1)]).AsTask();
        _time.Advance(TimeSpan.FromSeconds(29.999));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(Start + TimeSpan.FromSeconds(30), (await next).At);
    }

    [Fact]
    public async Task All_windows_of_a_limit_hold_at_once()
    {
        using var limiter = Limiter(new LimitInfo(
            "orders", "account", LimitKind.Orders, null, Window(10, 5), Window(60, 6)));
        await limiter.AcquireAsync([new LimitCost("orders", 5)]);

        var sixth = limiter.AcquireAsync([new LimitCost("orders", 1)]).AsTask();
        var seventh = limiter.AcquireAsync([new LimitCost("orders", 1)]).AsTask();
        _time.Advance(TimeSpan.FromSeconds(10));
        await sixth;
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(seventh.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(10));
        await seventh;
    }

    [Fact]
    public async Task Turns_come_in_the_order_of_asking_even_where_a_later_call_would_fit()
    {
        using var limiter = Limiter(Weight(10));
        await limiter.AcquireAsync([new LimitCost("weight", 8)]);

        var large = limiter.AcquireAsync([new LimitCost("weight", 5)]).AsTask();
        var small = limiter.AcquireAsync([new LimitCost("weight", 1)]).AsTask();
        Assert.False(small.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(30));

        await large;
        await small;
    }

    [Fact]
    public async Task A_call_passes_those_that_wait_for_a_limit_it_does_not_need()
    {
        using var limiter = Limiter(Weight(10), new LimitInfo("orders", "account", LimitKind.Orders, null, Window(60, 1)));
        await limiter.AcquireAsync([new LimitCost("orders", 1)]);

        var order = limiter.AcquireAsync([new LimitCost("weight", 1), new LimitCost("orders", 1)]).AsTask();
        var question = limiter.AcquireAsync([new LimitCost("weight", 1)], deadline: TimeSpan.Zero).AsTask();

        await question;
        Assert.False(order.IsCompleted);
    }

    [Fact]
    public async Task Cancelling_gives_back_the_place_and_charges_nothing()
    {
        using var limiter = Limiter(Weight(10));
        using var cancel = new CancellationTokenSource();
        await limiter.AcquireAsync([new LimitCost("weight", 8)]);
        var large = limiter.AcquireAsync([new LimitCost("weight", 5)], cancellationToken: cancel.Token).AsTask();
        var small = limiter.AcquireAsync([new LimitCost("weight", 2)]).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        await small;
        Assert.Equal(10, limiter.Read()[0].Used);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, limiter.Read()[0].Used);
    }

    [Fact]
    public async Task A_call_that_never_fits_fails_at_once()
    {
        using var limiter = Limiter(Weight(10));

        var error = await Assert.ThrowsAsync<RateLimitException>(
            async () => await limiter.AcquireAsync([new LimitCost("weight", 11)]));

        Assert.Equal("weight", error.Limit);
        Assert.Null(error.RetryAfter);
    }

    [Fact]
    public async Task A_deadline_that_cannot_be_met_fails_at_once_and_tells_when()
    {
        using var limiter = Limiter(Weight(10));
        await limiter.AcquireAsync([new LimitCost("weight", 10)]);

        var error = await Assert.ThrowsAsync<RateLimitException>(
            async () => await limiter.AcquireAsync([new LimitCost("weight", 1)], deadline: TimeSpan.FromSeconds(29)));

        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
    }

    [Fact]
    public async Task A_deadline_is_kept_while_others_are_in_front()
    {
        using var limiter = Limiter(Weight(10));
        await limiter.AcquireAsync([new LimitCost("weight", 10)]);
        var first = limiter.AcquireAsync([new LimitCost("weight", 10)]).AsTask();
        var second = limiter.AcquireAsync([new LimitCost("weight", 1)], deadline: TimeSpan.FromSeconds(40)).AsTask();

        _time.Advance(TimeSpan.FromSeconds(30));

        await first;
        await Assert.ThrowsAsync<RateLimitException>(() => second);
    }

    [Fact]
    public async Task A_block_holds_everything_back()
    {
        using var limiter = Limiter(Weight(10));
        limiter.Block(Start + TimeSpan.FromSeconds(5));
        limiter.Block(Start + TimeSpan.FromSeconds(2));

        var call = limiter.AcquireAsync([new LimitCost("weight", 1)], LimitPriority.Reserved).AsTask();
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await call;
        Assert.Null(limiter.BlockedUntil);
    }

    [Fact]
    public async Task Cancels_have_a_share_of_their_own_and_go_first()
    {
        using var limiter = new RateLimiter([Weight(10)], _time, new RateLimiterOptions { ReservedShare = 0.2 });
        await limiter.AcquireAsync([new LimitCost("weight", 8)]);
        var question = limiter.AcquireAsync([new LimitCost("weight", 1)]).AsTask();

        await limiter.AcquireAsync([new LimitCost("weight", 2)], LimitPriority.Reserved, TimeSpan.Zero);

        Assert.False(question.IsCompleted);
        Assert.Equal(10, limiter.Read()[0].Used);
    }

    [Fact]
    public async Task The_venues_count_replaces_ours_but_not_what_it_cannot_have_counted()
    {
        using var limiter = Limiter(Weight(100));
        var answered = await limiter.AcquireAsync([new LimitCost("weight", 25)]);
        await limiter.AcquireAsync([new LimitCost("weight", 7)]);

        limiter.Answered(answered);
        limiter.Correct("weight", TimeSpan.FromMinutes(1), 10, answered);

        Assert.Equal(17, limiter.Read()[0].Used);
    }

    [Fact]
    public async Task The_count_of_an_older_call_that_is_answered_later_is_out_of_date()
    {
        using var limiter = Limiter(Weight(100));
        var older = await limiter.AcquireAsync([new LimitCost("weight", 1)]);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        var newer = await limiter.AcquireAsync([new LimitCost("weight", 20)]);

        limiter.Answered(newer);
        limiter.Correct("weight", TimeSpan.FromMinutes(1), 21, newer);
        limiter.Answered(older);
        limiter.Correct("weight", TimeSpan.FromMinutes(1), 1, older);

        Assert.InRange(limiter.Read()[0].Used, 21, 22);
    }

    [Fact]
    public async Task A_count_of_a_window_that_is_over_changes_nothing()
    {
        using var limiter = Limiter(Weight(100));
        var late = await limiter.AcquireAsync([new LimitCost("weight", 25)]);
        _time.Advance(TimeSpan.FromSeconds(31));

        limiter.Answered(late);
        limiter.Correct("weight", TimeSpan.FromMinutes(1), 99, late);

        Assert.Equal(0, limiter.Read()[0].Used);
    }

    [Fact]
    public void A_count_without_a_call_only_raises_ours()
    {
        using var limiter = Limiter(Weight(100));
        limiter.Correct("weight", TimeSpan.FromMinutes(1), 50);
        limiter.Correct("weight", TimeSpan.FromMinutes(1), 20);
        Assert.Equal(50, limiter.Read()[0].Used);
    }

    [Fact]
    public async Task The_venues_list_changes_capacities_and_adds_windows()
    {
        using var limiter = Limiter(Weight(10));
        await limiter.AcquireAsync([new LimitCost("weight", 10)]);
        var waiting = limiter.AcquireAsync([new LimitCost("weight", 3)]).AsTask();

        limiter.Configure([
            new RateLimitInfo { Kind = LimitKind.Weight, Unit = TimeUnit.Minute, Per = 1, Capacity = 13 },
            new RateLimitInfo { Kind = LimitKind.Weight, Unit = TimeUnit.Day, Per = 1, Capacity = 500 },
            new RateLimitInfo { Kind = LimitKind.Orders, Unit = TimeUnit.Day, Per = 1, Capacity = 500 },
        ]);

        await waiting;
        Assert.Equal(
            [new("weight", TimeSpan.FromMinutes(1), 13, 13), new("weight", TimeSpan.FromDays(1), 500, 3)], limiter.Read());
    }

    [Fact]
    public async Task A_call_that_no_longer_fits_fails_when_capacities_are_lowered()
    {
        using var limiter = Limiter(Weight(10));
        await limiter.AcquireAsync([new LimitCost("weight", 10)]);
        var waiting = limiter.AcquireAsync([new LimitCost("weight", 9)]).AsTask();

        limiter.Configure([new RateLimitInfo { Kind = LimitKind.Weight, Unit = TimeUnit.Minute, Per = 1, Capacity = 5 }]);

        await Assert.ThrowsAsync<RateLimitException>(() => waiting);
    }

    [Fact]
    public async Task Costs_of_unknown_limits_are_a_mistake()
    {
        using var limiter = Limiter(Weight(10));
        var error = await Assert.ThrowsAsync<ArgumentException>(
            async () => await limiter.AcquireAsync([new LimitCost("wait", 1)]));
        Assert.Contains("weight", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_fails_those_who_wait()
    {
        var limiter = Limiter(Weight(10));
        await limiter.AcquireAsync([new LimitCost("weight", 10)]);
        var waiting = limiter.AcquireAsync([new LimitCost("weight", 9)]).AsTask();
        limiter.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    private static LimitInfo Weight(int capacity) =>
        new("weight", "ip", LimitKind.Weight, "X-USED-{window}", Window(60, capacity));

    private static LimitWindow Window(int seconds, int capacity) =>
        new($"{seconds}s", TimeSpan.FromSeconds(seconds), capacity);

    private RateLimiter Limiter(params LimitInfo[] limits) =>
        new(limits, _time, new RateLimiterOptions { ReservedShare = 0 });
}
