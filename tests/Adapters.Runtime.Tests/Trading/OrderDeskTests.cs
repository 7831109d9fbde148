using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Rest;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>Every way in which a call about an order can end.</summary>
public sealed class OrderDeskTests
{
    [Fact]
    public async Task What_the_venue_takes_is_acknowledged()
    {
        using var venue = new DeskVenue();

        var outcome = await venue.Desk.PlaceAsync(venue.Request with { Quantity = 1.00009m });

        Assert.True(outcome.IsAcknowledged && outcome.WasSent);
        Assert.Equal((OrderId.FromInt64(1), OrderStatus.Open), (outcome.Order.Value.Id, outcome.Order.Value.Status));
        Assert.Equal(["POST /order symbol=BTCUSDT&quantity=1&clientId=mine"], venue.Arrived);
        Assert.Equal(1, venue.MarketsAsked);
        await venue.Desk.PlaceAsync(venue.Request);
        Assert.Equal(1, venue.MarketsAsked);
    }

    [Fact]
    public async Task An_answer_without_a_state_is_an_order_that_is_not_live_yet()
    {
        using var venue = new DeskVenue { Answer = (_, _) => DeskVenue.Says(200, """{"id":5,"clientId":"mine"}""") };

        var outcome = await venue.Desk.PlaceAsync(venue.Request);

        Assert.Equal((OrderStatus.Pending, 1m, 100m), (outcome.Order!.Value.Status, outcome.Order.Value.Quantity!.Value, outcome.Order.Value.Price!.Value));
    }

    [Fact]
    public async Task Every_order_has_a_client_id()
    {
        using var venue = new DeskVenue();

        var first = await venue.Desk.PlaceAsync(venue.Request with { ClientId = null });
        var second = await venue.Desk.PlaceAsync(venue.Request with { ClientId = default(ClientOrderId) });

        Assert.True(first.Ref.ClientId.IsPresent && second.Ref.ClientId.IsPresent);
        Assert.NotEqual(first.Ref.ClientId, second.Ref.ClientId);
        Assert.EndsWith("clientId=" + first.Ref.ClientId, venue.Arrived[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_breaks_a_rule_is_refused_unsent()
    {
        using var venue = new DeskVenue();

        var outcome = await venue.Desk.PlaceAsync(venue.Request with { Quantity = 0.00001m });

        Assert.Equal((OutcomeKind.Rejected, false, ErrorClass.InvalidQuantity), (outcome.Kind, outcome.WasSent, outcome.Error!.Class));
        Assert.Equal("mine", outcome.Ref.ClientId.ToString());
        Assert.Empty(venue.Arrived);
    }

    public static TheoryData<string, OutcomeKind, ErrorClass> Ends => new()
    {
        { "no connection", OutcomeKind.Rejected, ErrorClass.Unreachable },
        { "refused with a code", OutcomeKind.Rejected, ErrorClass.InsufficientFunds },
        { "refused with HTML", OutcomeKind.Rejected, ErrorClass.Rejected },
        { "sent elsewhere", OutcomeKind.Rejected, ErrorClass.Rejected },
        { "busy", OutcomeKind.Rejected, ErrorClass.Busy },
        { "429", OutcomeKind.Rejected, ErrorClass.RateLimited },
        { "418", OutcomeKind.Rejected, ErrorClass.Banned },
        { "408", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "500", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "502 with HTML", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "503 that says busy", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "-1006", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "-1007", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "silence", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "cut before the answer", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "cut within the answer", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "garbage", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "nothing", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "another record", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
        { "a state that is not known", OutcomeKind.Unknown, ErrorClass.UnknownOutcome },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_call_ends_in_an_outcome_whatever_happens_and_is_never_repeated(string how, OutcomeKind kind, ErrorClass expected)
    {
        foreach (var operation in Enum.GetValues<OrderOperation>())
        {
            using var venue = new DeskVenue { Answer = (_, cancellation) => End(how, cancellation) };
            await venue.GetMarketsAsync();

            var outcome = await venue.DriveAsync(Run(venue, operation));
            venue.Clock.Advance(TimeSpan.FromMinutes(10));

            Assert.Equal((operation, kind, expected), (outcome.Operation, outcome.Kind, outcome.Error!.Class));
            Assert.Equal(how != "no connection", outcome.WasSent);
            Assert.Single(venue.Arrived);
        }
    }

    [Fact]
    public async Task Cancelled_after_sending_nobody_knows()
    {
        using var venue = new DeskVenue { Answer = (_, cancellation) => DeskVenue.IsSilent(cancellation) };
        using var cancellation = new CancellationTokenSource();
        var placing = venue.Desk.PlaceAsync(venue.Request, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        Assert.True((await placing).IsUnknown);
    }

    [Fact]
    public async Task Cancelled_before_nothing_is_sent()
    {
        using var venue = new DeskVenue();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await venue.Desk.PlaceAsync(venue.Request, cancellationToken: cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await venue.Desk.CancelAsync(Ref(venue), cancellationToken: cancellation.Token));

        Assert.Empty(venue.Arrived);
    }

    [Fact]
    public async Task Without_room_an_order_fails_at_once_with_the_time_to_wait_or_waits_as_long_as_it_may()
    {
        using var venue = new DeskVenue();
        for (var i = 0; i < 9; i++) // a tenth is reserved
        {
            Assert.True((await venue.Desk.PlaceAsync(venue.Request)).IsAcknowledged);
        }

        var refused = await venue.Desk.PlaceAsync(venue.Request);
        var waiting = venue.Desk.PlaceAsync(venue.Request, maxWait: TimeSpan.FromSeconds(10)).AsTask();

        Assert.Equal((false, ErrorClass.RateLimited, TimeSpan.FromSeconds(10)), (refused.WasSent, refused.Error!.Class, refused.Error.RetryAfter));
        Assert.Equal(9, venue.Arrived.Count);
        Assert.False(waiting.IsCompleted);
        venue.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True((await waiting).IsAcknowledged);
    }

    [Fact]
    public async Task A_ban_stops_everything()
    {
        using var venue = new DeskVenue { Answer = (_, _) => DeskVenue.Says(418, "", ("Retry-After", "120")) };
        await venue.Desk.PlaceAsync(venue.Request);

        var cancel = await venue.Desk.CancelAsync(Ref(venue));

        Assert.Equal((false, ErrorClass.RateLimited, TimeSpan.FromSeconds(120)), (cancel.WasSent, cancel.Error!.Class, cancel.Error.RetryAfter));
        Assert.Single(venue.Arrived);
    }

    [Fact]
    public async Task Missing_credentials_are_no_outcome()
    {
        using var venue = new DeskVenue(change: options => options.CustomEnvironment =
            new("live", options.CustomEnvironment!.Hosts, ["PlaceOrder"]));

        await Assert.ThrowsAsync<RequestException>(async () => await venue.Desk.PlaceAsync(venue.Request));
    }

    [Fact]
    public async Task An_answer_to_a_cancel_that_does_not_tell_the_order_makes_it_ask()
    {
        using var venue = new DeskVenue
        {
            Answer = (arrived, _) => DeskVenue.Says(200, arrived.StartsWith("GET", StringComparison.Ordinal)
                ? DeskVenue.Open(1, status: "Canceled")
                : """{"id":1,"clientId":"mine"}"""),
        };

        var outcome = await venue.Desk.CancelAsync(Ref(venue));

        Assert.Equal(OrderStatus.Canceled, outcome.Order!.Value.Status);
        Assert.Equal(["DELETE /order?clientId=mine", "GET /order?clientId=mine"], venue.Arrived);
    }

    [Fact]
    public async Task Where_that_cannot_be_asked_nobody_knows()
    {
        using var venue = new DeskVenue(change: options => options.Rest = new RestOptions { MaxAttempts = 1 })
        {
            Answer = (arrived, _) => arrived.StartsWith("GET", StringComparison.Ordinal)
                ? throw new HttpRequestException(HttpRequestError.ConnectionError)
                : DeskVenue.Says(200, """{"id":1,"clientId":"mine"}"""),
        };

        Assert.True((await venue.Desk.CancelAsync(Ref(venue))).IsUnknown);
    }

    [Fact]
    public async Task An_amendment_is_prepared_and_refused_like_an_order()
    {
        using var venue = new DeskVenue { Answer = (_, _) => DeskVenue.Says(200, DeskVenue.Open(1, quantity: "0.5")) };

        var done = await venue.Desk.AmendAsync(new AmendRequest { Order = Ref(venue), Quantity = 0.50009m });
        var refused = await venue.Desk.AmendAsync(new AmendRequest { Order = Ref(venue), Price = 1m });

        Assert.Equal(0.5m, done.Order!.Value.Quantity);
        Assert.Equal(["PUT /order?clientId=mine&quantity=0.5"], venue.Arrived);
        Assert.Equal((false, ErrorClass.Unsupported), (refused.WasSent, refused.Error!.Class));
    }

    private static OrderRef Ref(DeskVenue venue) => OrderRef.Of(venue.Symbol, ClientOrderId.Parse("mine"));

    private static Task<OrderOutcome> Run(DeskVenue venue, OrderOperation operation) => (operation switch
    {
        OrderOperation.Place => venue.Desk.PlaceAsync(venue.Request),
        OrderOperation.Cancel => venue.Desk.CancelAsync(Ref(venue)),
        _ => venue.Desk.AmendAsync(new AmendRequest { Order = Ref(venue), Quantity = 0.5m }),
    }).AsTask();

    internal static Task<HttpResponseMessage> End(string how, CancellationToken cancellationToken) => how switch
    {
        "no connection" => throw new HttpRequestException(HttpRequestError.ConnectionError),
        "refused with a code" => DeskVenue.Says(400, """{"code":-2010,"msg":"Account has insufficient balance for requested action."}"""),
        "refused with HTML" => DeskVenue.Says(404, "<html>"),
        "sent elsewhere" => DeskVenue.Says(302, ""),
        "busy" => DeskVenue.Says(400, """{"code":-1008,"msg":"Server is currently overloaded"}"""),
        "429" => DeskVenue.Says(429, """{"code":-1003,"msg":"Too many"}"""),
        "418" => DeskVenue.Says(418, """{"code":-1003,"msg":"Banned"}"""),
        "408" => DeskVenue.Says(408, ""),
        "500" => DeskVenue.Says(500, """{"code":-1000,"msg":"An unknown error"}"""),
        "502 with HTML" => DeskVenue.Says(502, "<html>"),
        "503 that says busy" => DeskVenue.Says(503, """{"code":-1008,"msg":"Server is currently overloaded"}"""),
        "-1006" => DeskVenue.Says(400, """{"code":-1006,"msg":"An unexpected response"}"""),
        "-1007" => DeskVenue.Says(408, """{"code":-1007,"msg":"Timeout waiting for response from backend server."}"""),
        "silence" => DeskVenue.IsSilent(cancellationToken),
        "cut before the answer" => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        "cut within the answer" => throw new IOException("reset"),
        "garbage" => DeskVenue.Says(200, "{\"id\":1,\"cli\u0000"),
        "nothing" => DeskVenue.Says(200, ""),
        "another record" => DeskVenue.Says(200, """{"price":"1"}"""),
        _ => DeskVenue.Says(200, DeskVenue.Open(1, status: "Imagined")),
    };
}
