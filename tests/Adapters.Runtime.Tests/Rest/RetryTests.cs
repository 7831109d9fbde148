using Adapters.Catalogue;
using Adapters.Errors;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Rest;

public sealed class RetryTests
{
    private static readonly EndpointInfo Question = Venue.Endpoint();
    private static readonly EndpointInfo Order = Venue.Endpoint(method: "POST", place: ParameterPlace.Form, repeatable: false);

    [Fact]
    public async Task Waits_double_with_jitter_that_a_seed_repeats()
    {
        using var venue = new Venue(new RestOptions { Random = new Random(7), MaxAttempts = 3 })
            .Answers(502, "").Fails(new HttpRequestException(HttpRequestError.ConnectionError)).Answers(200, "{}");
        var random = new Random(7);
        var start = venue.Time.GetUtcNow();

        var task = Send(venue, Question);
        var first = Milliseconds(Math.Ceiling(250 * (0.5 + (random.NextDouble() / 2))));
        venue.Time.Advance(first - Milliseconds(1));
        Assert.Single(venue.Moments);
        venue.Time.Advance(Milliseconds(1));
        var second = Milliseconds(Math.Ceiling(500 * (0.5 + (random.NextDouble() / 2))));
        venue.Time.Advance(second);
        await task;

        Assert.Equal([start, start + first, start + first + second], venue.Moments);
    }

    [Fact]
    public async Task Attempts_are_bounded()
    {
        using var venue = new Venue(new RestOptions { MaxAttempts = 2 }).Answers(500, "").Answers(503, "");

        var error = await Fail(venue, Question);

        Assert.Equal((ErrorClass.Unreachable, ErrorAdvice.Retry, 503), (error.Class, error.Advice, error.HttpStatus));
        Assert.Equal(2, venue.Lines.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task What_may_not_be_repeated_is_sent_once(int status)
    {
        using var venue = new Venue().Answers(status, "");

        var error = await Fail(venue, Order);

        Assert.Equal(status == 429 ? ErrorClass.RateLimited : ErrorClass.UnknownOutcome, error.Class);
        Assert.Single(venue.Lines);
        Assert.Equal([""], venue.Bodies);
    }

    [Fact]
    public async Task A_code_that_passes_is_tried_again()
    {
        using var venue = new Venue().Answers(400, """{"code":-1001,"msg":"Internal error"}""").Answers(200, "{}");
        await Drive(venue, Send(venue, Question));
        Assert.Equal(2, venue.Lines.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        using var venue = new Venue().Answers(400, """{"code":-1121,"msg":"Invalid symbol."}""");
        Assert.Equal(ErrorClass.UnknownSymbol, (await Fail(venue, Question)).Class);
        Assert.Single(venue.Lines);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Tue, 24 Nov 2026 10:00:42 GMT", 12)]
    [InlineData("0", 30)]
    [InlineData(null, 30)]
    [InlineData("Tue, 24 Nov 2026 09:00:00 GMT", 30)]
    public async Task After_429_nothing_goes_out_before_the_venue_allows(string? retryAfter, int seconds)
    {
        // Turns at the limiter are taken up on the pool, where they may be late against the clock that is driven here.
        using var venue = new Venue(new RestOptions { AttemptTimeout = TimeSpan.FromHours(1) })
            .Answers(429, """{"code":-1003,"msg":"Too many requests"}""", retryAfter is null ? [] : [("Retry-After", retryAfter)])
            .Answers(200, "{}").Answers(200, "{}");
        var start = venue.Time.GetUtcNow();

        var first = Send(venue, Question);
        var other = Send(venue, Venue.Endpoint("/other"));
        venue.Time.Advance(TimeSpan.FromSeconds(seconds) - Milliseconds(1));
        Assert.Single(venue.Lines);
        await Drive(venue, Task.WhenAll(first, other));

        Assert.Equal(3, venue.Lines.Count);
        Assert.All(venue.Moments.Skip(1), moment => Assert.True(moment >= start + TimeSpan.FromSeconds(seconds)));
    }

    [Fact]
    public async Task Without_a_time_the_windows_of_requests_decide_and_not_those_of_orders()
    {
        using var venue = new Venue().Answers(429, """{"code":-1003,"msg":"Too many requests"}""");

        var error = await Fail(venue, Venue.Counting("orders"));

        Assert.Equal(TimeSpan.FromSeconds(30), error.RetryAfter);
        Assert.Equal(venue.Moments[0] + TimeSpan.FromSeconds(30), venue.Limiter.BlockedUntil);
    }

    [Fact]
    public async Task A_ban_without_a_length_is_no_short_one()
    {
        using var venue = new Venue().Answers(418, "");

        var error = await Fail(venue, Question);

        Assert.Equal((ErrorClass.Banned, TimeSpan.FromMinutes(1)), (error.Class, error.RetryAfter));
    }

    [Fact]
    public async Task A_wait_beyond_the_bound_is_left_to_the_caller()
    {
        using var venue = new Venue().Answers(429, "", ("Retry-After", "600"));

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue, Question));

        Assert.Equal((ErrorClass.RateLimited, TimeSpan.FromMinutes(10)), (error.Class, error.RetryAfter));
    }

    [Fact]
    public async Task A_ban_stops_everything_at_once()
    {
        using var venue = new Venue().Answers(
            418, """{"code":-1003,"msg":"Way too much request weight used; IP banned"}""", ("Retry-After", "300"));

        var error = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue, Question));
        var next = await Assert.ThrowsAsync<ExchangeException>(() => Send(venue, Question));

        Assert.Equal((ErrorClass.Banned, "-1003", TimeSpan.FromMinutes(5)), (error.Class, error.Code, error.RetryAfter));
        Assert.Equal(TimeSpan.FromMinutes(5), next.RetryAfter);
        Assert.Single(venue.Lines);
        Assert.Equal(venue.Time.GetUtcNow() + TimeSpan.FromMinutes(5), venue.Limiter.BlockedUntil);
    }

    [Fact]
    public async Task Retry_after_of_a_server_error_is_a_minimum()
    {
        using var venue = new Venue().Answers(503, "", ("Retry-After", "20")).Answers(200, "{}");
        var start = venue.Time.GetUtcNow();
        await Drive(venue, Send(venue, Question));
        Assert.True(venue.Moments[1] >= start + TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Silence_ends_with_the_timeout_of_the_attempt()
    {
        using var venue = new Venue(new RestOptions { MaxAttempts = 1 }).IsSilent();
        var task = Send(venue, Question);
        venue.Time.Advance(TimeSpan.FromSeconds(10) - Milliseconds(1));
        Assert.False(task.IsCompleted);
        venue.Time.Advance(Milliseconds(1));

        var error = await Assert.ThrowsAsync<ExchangeException>(() => task);

        Assert.Equal((ErrorClass.Unreachable, "No answer within 10 s."), (error.Class, error.Problem));
    }

    [Fact]
    public async Task Silence_after_an_order_leaves_its_outcome_unknown()
    {
        using var venue = new Venue().IsSilent();
        var error = await Fail(venue, Order);
        Assert.Equal((ErrorClass.UnknownOutcome, ErrorAdvice.Resolve), (error.Class, error.Advice));
        Assert.Single(venue.Lines);
    }

    [Fact]
    public async Task Cancelling_a_question_cancels_it()
    {
        using var venue = new Venue().IsSilent();
        using var cancel = new CancellationTokenSource();
        var task = venue.Client.SendNothingAsync(venue.Client.Create(Question), cancel.Token).AsTask();

        await cancel.CancelAsync();

        var error = await Assert.ThrowsAsync<OperationCanceledException>(() => task);
        Assert.Equal(cancel.Token, error.CancellationToken);
        Assert.Single(venue.Lines);
    }

    [Fact]
    public async Task Cancelling_an_order_that_was_sent_leaves_its_outcome_unknown()
    {
        using var venue = new Venue().IsSilent();
        using var cancel = new CancellationTokenSource();
        var task = venue.Client.SendNothingAsync(venue.Client.Create(Order), cancel.Token).AsTask();

        await cancel.CancelAsync();

        Assert.Equal(ErrorClass.UnknownOutcome, (await Assert.ThrowsAsync<ExchangeException>(() => task)).Class);
    }

    [Fact]
    public async Task Cancelling_between_attempts_ends_the_wait()
    {
        using var venue = new Venue().Answers(500, "");
        using var cancel = new CancellationTokenSource();
        var task = venue.Client.SendNothingAsync(venue.Client.Create(Question), cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.Single(venue.Lines);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, ErrorClass.Unreachable)]
    [InlineData(HttpRequestError.NameResolutionError, ErrorClass.Unreachable)]
    [InlineData(HttpRequestError.ResponseEnded, ErrorClass.UnknownOutcome)]
    [InlineData(HttpRequestError.Unknown, ErrorClass.UnknownOutcome)]
    public async Task An_order_that_never_left_is_told_from_one_that_may_have(HttpRequestError cause, ErrorClass expected)
    {
        using var venue = new Venue().Fails(new HttpRequestException(cause));
        Assert.Equal(expected, (await Fail(venue, Order)).Class);
        Assert.Single(venue.Lines);
    }

    private static TimeSpan Milliseconds(double value) => TimeSpan.FromMilliseconds(value);

    private static Task Send(Venue venue, EndpointInfo endpoint) =>
        venue.Client.SendNothingAsync(venue.Client.Create(endpoint)).AsTask();

    private static Task<ExchangeException> Fail(Venue venue, EndpointInfo endpoint)
    {
        var task = Send(venue, endpoint);
        return Assert.ThrowsAsync<ExchangeException>(() => Drive(venue, task));
    }

    /// <summary>Moves the clock on until the task is done. Turns at the limiter are taken up on the pool.</summary>
    private static async Task Drive(Venue venue, Task task)
    {
        for (var step = 0; step < 100_000 && !task.IsCompleted; step++)
        {
            venue.Time.Advance(Milliseconds(100));
            await Task.Yield();
        }

        Assert.True(task.IsCompleted, "it never ends");
        await task;
    }
}
