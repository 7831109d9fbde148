using System.Net.WebSockets;
using Adapters.Errors;
using Adapters.Rest;
using Adapters.Runtime.Tests.Rest;
using Adapters.Security;

namespace Adapters.Runtime.Tests.Calls;

public sealed class CallClientTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_call_is_a_frame_and_its_answer_is_decoded()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac));

        var answer = await venue.PlaceAsync();

        Assert.Equal(7, answer.Number);
        Assert.Equal(
            ["""{"id":1,"method":"order.place","params":{"id":"mine","apiKey":"the-key","timestamp":1795514430000,"signature":"signature-20"}}"""],
            venue.Frames);
        Assert.Equal("wss://ws.test/v3", venue.Last.Address.ToString());
    }

    [Fact]
    public async Task One_connection_serves_all_calls_and_answers_may_come_in_any_order()
    {
        await using var venue = new CallVenue { Behaviour = static (_, _, _) => null };
        var first = venue.AskAsync();
        var second = venue.AskAsync();

        CallVenue.Send(venue.Last, """{"id":2,"status":200,"result":{"n":2}}""");
        CallVenue.Send(venue.Last, """{"id":99,"status":200,"result":{"n":9}}""");
        CallVenue.Send(venue.Last, """{"id":null,"status":400,"error":{"code":-1,"msg":"what?"}}""");
        CallVenue.Send(venue.Last, """{"id":1,"status":200,"result":{"n":1}}""");

        Assert.Equal((1, 2), ((await first).Number, (await second).Number));
        Assert.Equal(1, venue.Sockets.Attempts);
    }

    [Fact]
    public async Task A_key_that_can_log_on_does_so_once_per_connection_and_signs_nothing_else()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Ed25519), SigningKeyKind.Ed25519);

        await venue.PlaceAsync();
        venue.Last.Abort();
        await venue.PlaceAsync();

        Assert.Equal(["session.logon", "order.place", "session.logon", "order.place"], venue.Methods);
        Assert.Contains("\"signature\"", venue.Frames[0], StringComparison.Ordinal);
        Assert.EndsWith("""{"id":"mine","timestamp":1795514430000}}""", venue.Frames[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SigningKeyKind.Hmac)]
    [InlineData(SigningKeyKind.Rsa)]
    public async Task Other_keys_sign_each_call(SigningKeyKind kind)
    {
        await using var venue = new CallVenue(new LengthKey(kind), SigningKeyKind.Ed25519);

        await venue.PlaceAsync();

        Assert.Equal(["order.place"], venue.Methods);
    }

    [Fact]
    public async Task Where_logging_on_is_refused_each_call_is_signed()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Ed25519), SigningKeyKind.Ed25519)
        {
            Behaviour = static (_, method, _) => method == "session.logon"
                ? """ "status":401,"error":{"code":-2015,"msg":"Invalid API-key"}"""
                : CallVenue.Fine,
        };

        await venue.PlaceAsync();

        Assert.Contains("\"signature\"", venue.Frames[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_a_typed_error_that_names_the_method()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac))
        {
            Behaviour = static (_, _, _) => """ "status":400,"error":{"code":-2010,"msg":"Account the-key has insufficient balance."}""",
        };

        var error = await Assert.ThrowsAsync<ExchangeException>(() => venue.PlaceAsync());

        Assert.Equal((ErrorClass.InsufficientFunds, "-2010", 400), (error.Class, error.Code, error.HttpStatus));
        Assert.StartsWith("test-spot order.place: Account *** has", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, ErrorClass.RateLimited)]
    [InlineData(418, ErrorClass.Banned)]
    public async Task Too_many_calls_stop_everything_until_the_venue_allows(int status, ErrorClass expected)
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac))
        {
            Behaviour = (_, _, _) =>
                $$$""" "status":{{{status}}},"error":{"code":-1003,"msg":"Too many","data":{"serverTime":1,"retryAfter":1795514442000}}""",
        };

        var error = await Assert.ThrowsAsync<ExchangeException>(() => venue.PlaceAsync());

        Assert.Equal((expected, TimeSpan.FromSeconds(12)), (error.Class, error.RetryAfter));
        Assert.Equal(venue.Clock.GetUtcNow() + TimeSpan.FromSeconds(12), venue.Limiter.BlockedUntil);
    }

    [Fact]
    public async Task Answers_correct_the_limits()
    {
        await using var venue = new CallVenue
        {
            Behaviour = static (_, _, _) => CallVenue.Fine + """,  "rateLimits":[{"rateLimitType":"REQUEST_WEIGHT","count":42}]""",
        };

        await venue.AskAsync();

        Assert.Equal(42, venue.Limiter.Read().Single(use => use.Limit == "weight").Used);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_takes_no_other_call_for_answered()
    {
        await using var venue = new CallVenue { Behaviour = static (_, _, _) => null };
        var unreadable = venue.AskAsync();
        var waiting = venue.AskAsync();
        var telling = venue.AskAsync();

        CallVenue.Send(venue.Last, """{"id":1,"status":200,"result":{"n":"x"}}""");
        CallVenue.Send(
            venue.Last, """{"id":3,"status":200,"result":{"n":3},"rateLimits":[{"rateLimitType":"REQUEST_WEIGHT","count":42}]}""");

        await Assert.ThrowsAsync<DecodeException>(() => unreadable);
        await telling;
        Assert.Equal(43, venue.Limiter.Read().Single(use => use.Limit == "weight").Used); // the one that waits is not in it
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_told_with_its_place()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac)) { Behaviour = static (_, _, _) => """ "status":200,"result":{"n":"x"}""" };

        var error = await Assert.ThrowsAsync<DecodeException>(() => venue.PlaceAsync());

        Assert.Equal(("order.place", "$.n"), (error.Where, error.Path));
        Assert.Single(venue.Frames);
    }

    [Fact]
    public async Task Silence_leaves_an_order_unknown_and_it_is_not_sent_again()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac)) { Behaviour = static (_, _, _) => null };
        var task = venue.PlaceAsync();
        var socket = venue.Last;

        venue.Clock.Advance(Timeout);
        CallVenue.Send(socket, """{"id":1,"status":200,"result":{"n":1}}""");

        var error = await Assert.ThrowsAsync<ExchangeException>(() => task);
        Assert.Equal((ErrorClass.UnknownOutcome, "No answer within 10 s."), (error.Class, error.Problem));
        venue.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(venue.Frames);
        Assert.False(socket.IsOpen, "a connection over which nothing came is taken for dead");
    }

    [Fact]
    public async Task A_question_is_asked_again_over_a_new_connection()
    {
        var calls = 0;
        await using var venue = new CallVenue { Behaviour = (_, _, _) => ++calls == 1 ? null : CallVenue.Fine };

        var task = venue.AskAsync();
        venue.Clock.Advance(Timeout);
        await Drive(venue, task);

        Assert.Equal(7, (await task).Number);
        Assert.Equal((2, 2), (venue.Frames.Count, venue.Sockets.Attempts));
    }

    [Fact]
    public async Task A_connection_that_breaks_before_anything_was_sent_leaves_nothing_unknown()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac));
        venue.Sockets.FailNext = new WebSocketException("refused");

        var error = await Assert.ThrowsAsync<ExchangeException>(() => venue.PlaceAsync());

        Assert.Equal(ErrorClass.Unreachable, error.Class);
        Assert.Empty(venue.Frames);
    }

    [Fact]
    public async Task A_connection_that_breaks_with_the_order_leaves_it_unknown()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac))
        {
            Behaviour = static (socket, _, _) =>
            {
                socket.Abort();
                return null;
            },
        };

        var error = await Assert.ThrowsAsync<ExchangeException>(() => venue.PlaceAsync());

        Assert.Equal(ErrorClass.UnknownOutcome, error.Class);
        Assert.Single(venue.Frames);
    }

    [Fact]
    public async Task A_connection_that_breaks_later_leaves_all_that_wait_unknown()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac)) { Behaviour = static (_, _, _) => null };
        Task<ExchangeException>[] waiting = [Fail(venue.PlaceAsync()), Fail(venue.PlaceAsync())];

        venue.Last.Close();

        Assert.All(await Task.WhenAll(waiting), error => Assert.Equal(ErrorClass.UnknownOutcome, error.Class));
        Assert.Equal(2, venue.Frames.Count);
    }

    [Fact]
    public async Task Cancelling_after_sending_leaves_the_outcome_unknown()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac)) { Behaviour = static (_, _, _) => null };
        using var cancellation = new CancellationTokenSource();
        var order = venue.PlaceAsync(cancellation.Token);
        var question = venue.AskAsync(cancellation.Token);

        await cancellation.CancelAsync();

        Assert.Equal(ErrorClass.UnknownOutcome, (await Fail(order)).Class);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => question);
        Assert.True(venue.Last.IsOpen);
    }

    [Fact]
    public async Task Cancelled_before_it_is_sent_nothing_goes_out()
    {
        await using var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac));
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => venue.PlaceAsync(cancellation.Token));

        Assert.Empty(venue.Frames);
    }

    [Fact]
    public async Task A_call_without_a_method_name_is_refused()
    {
        await using var venue = new CallVenue();

        var error = Assert.Throws<RequestException>(() => venue.Client.Create(Venue.Endpoint()));

        Assert.Contains("over HTTP", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_connections_are_opened_again_after_longer_and_longer_waits()
    {
        await using var venue = new CallVenue();
        await venue.AskAsync();
        venue.Sockets.RefusesConnections = true;
        venue.Last.Abort();

        for (var i = 0; i < 600; i++)
        {
            venue.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        var tries = venue.Sockets.Attempts;
        venue.Sockets.RefusesConnections = false;
        venue.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.InRange(tries, 6, 14);
        Assert.True(venue.Last.IsOpen);
        Assert.Equal(7, (await venue.AskAsync()).Number);
    }

    [Fact]
    public async Task A_venue_that_is_silent_for_too_long_is_left()
    {
        await using var venue = new CallVenue();
        await venue.AskAsync();
        var socket = venue.Last;

        venue.Clock.Advance(TimeSpan.FromSeconds(50));
        socket.Ping();
        for (var i = 0; i < 55; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.True(socket.IsOpen);
        for (var i = 0; i < 10; i++)
        {
            venue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(socket.IsOpen);
    }

    [Fact]
    public async Task Disposing_ends_what_waits()
    {
        var venue = new CallVenue(new LengthKey(SigningKeyKind.Hmac)) { Behaviour = static (_, _, _) => null };
        var order = Fail(venue.PlaceAsync());

        await venue.DisposeAsync();

        Assert.Equal(ErrorClass.UnknownOutcome, (await order).Class);
        Assert.False(venue.Last.IsOpen);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => venue.AskAsync());
    }

    private static Task<ExchangeException> Fail(Task task) => Assert.ThrowsAsync<ExchangeException>(() => task);

    private static async Task Drive(CallVenue venue, Task task)
    {
        for (var step = 0; step < 10_000 && !task.IsCompleted; step++)
        {
            venue.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }
}
