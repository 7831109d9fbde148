using Adapters.Domain;
using Adapters.Errors;
using Adapters.Orders;
using Adapters.Trading;

namespace Adapters.Runtime.Tests.Trading;

/// <summary>Every way in which a call about several orders can end.</summary>
public sealed class LinkedOrderTests
{
    [Theory]
    [MemberData(nameof(OrderDeskTests.Ends), MemberType = typeof(OrderDeskTests))]
    public async Task Each_part_has_the_outcome_of_the_call_where_the_answer_tells_none(
        string how, OutcomeKind kind, ErrorClass expected)
    {
        foreach (var isList in new[] { false, true })
        {
            using var venue = new DeskVenue { Answer = (_, cancellation) => OrderDeskTests.End(how, cancellation) };
            await venue.GetMarketsAsync();

            var outcomes = isList
                ? await venue.DriveAsync(venue.Desk.PlaceListAsync(Pair(venue)).AsTask())
                : await venue.DriveAsync(venue.Desk.ReplaceAsync(Old(venue), venue.Request).AsTask()) is var both
                    ? [both.Cancel, both.Place]
                    : [];
            venue.Clock.Advance(TimeSpan.FromMinutes(10));

            Assert.Equal(2, outcomes.Count);
            Assert.All(outcomes, outcome => Assert.Equal((kind, expected), (outcome.Kind, outcome.Error!.Class)));
            Assert.Single(venue.Arrived);
        }
    }

    [Fact]
    public async Task An_order_that_could_not_be_cancelled_leaves_the_other_untried()
    {
        using var venue = new DeskVenue();
        venue.Desk.Parts = _ => new ReplaceParts(PartResult.Refused, PartResult.Untried)
        {
            CancelError = venue.Desk.Refused(-2011, "Unknown order sent."),
        };

        var outcome = await venue.Desk.ReplaceAsync(Old(venue), venue.Request);

        Assert.True(outcome.Cancel.IsRejected && outcome.Place.IsRejected && !outcome.IsAcknowledged);
        Assert.Equal((ErrorClass.UnknownOrder, "-2011"), (outcome.Cancel.Error.Class, outcome.Cancel.Error.Code));
        Assert.StartsWith("It was not tried", outcome.Place.Error.Problem, StringComparison.Ordinal);
        Assert.Equal((OrderOperation.Cancel, OrderOperation.Place), (outcome.Cancel.Operation, outcome.Place.Operation));
    }

    [Fact]
    public async Task One_client_id_does_not_name_both_orders()
    {
        using var venue = new DeskVenue();
        await venue.GetMarketsAsync();
        var mine = ClientOrderId.Parse("mine");
        var request = venue.Request with { ClientId = mine };

        var refused = await venue.Desk.ReplaceAsync(OrderRef.Of(venue.Request.Symbol, mine), request);
        Assert.True(refused.Cancel is { IsRejected: true, WasSent: false } && refused.Place is { IsRejected: true, WasSent: false });
        Assert.Contains("'mine' would name both orders", refused.Place.Error!.Problem, StringComparison.Ordinal);
        Assert.Empty(venue.Arrived);

        await venue.Desk.ReplaceAsync(Old(venue), request);
        Assert.Single(venue.Arrived);
    }

    [Fact]
    public async Task A_refusal_that_leaves_the_outcome_unknown_does_so_for_its_part()
    {
        using var venue = new DeskVenue();
        venue.Desk.Parts = order => new ReplaceParts(PartResult.Done, PartResult.Refused)
        {
            Canceled = order,
            PlaceError = venue.Desk.Refused(-1007, "Timeout."),
        };

        var outcome = await venue.Desk.ReplaceAsync(Old(venue), venue.Request);

        Assert.Equal((OutcomeKind.Acknowledged, OutcomeKind.Unknown), (outcome.Cancel.Kind, outcome.Place.Kind));
    }

    [Fact]
    public async Task An_order_that_was_not_tried_is_rejected_also_where_the_other_one_is_unknown()
    {
        using var venue = new DeskVenue();
        venue.Desk.Parts = _ => new ReplaceParts(PartResult.Refused, PartResult.Untried)
        {
            CancelError = venue.Desk.Refused(-1007, "Timeout."),
        };

        var outcome = await venue.Desk.ReplaceAsync(Old(venue), venue.Request);

        Assert.Equal((OutcomeKind.Unknown, OutcomeKind.Rejected), (outcome.Cancel.Kind, outcome.Place.Kind));
        Assert.Equal((ErrorClass.Rejected, "-1007"), (outcome.Place.Error!.Class, outcome.Place.Error.Code));
    }

    [Fact]
    public async Task A_cancelled_order_that_is_not_told_is_asked_for()
    {
        using var venue = new DeskVenue();
        venue.Desk.Parts = static order => new ReplaceParts(PartResult.Done, PartResult.Done)
        {
            Placed = new PlacedOrder(order.Id, null),
        };

        var outcome = await venue.Desk.ReplaceAsync(Old(venue), venue.Request);

        Assert.True(outcome.IsAcknowledged);
        Assert.Equal(OrderStatus.Pending, outcome.Place.Order!.Value.Status);
        Assert.Equal(["POST", "GET"], venue.Arrived.Select(static request => request.Split(' ')[0]));
    }

    [Fact]
    public async Task An_order_of_a_list_that_the_answer_does_not_tell_is_unknown_alone()
    {
        using var venue = new DeskVenue();
        venue.Desk.IsTold = request => request.ClientId == venue.Request.ClientId;

        var outcomes = await venue.Desk.PlaceListAsync(Pair(venue));

        Assert.Equal([OutcomeKind.Acknowledged, OutcomeKind.Unknown], outcomes.Select(static outcome => outcome.Kind));
        Assert.Equal("mine", outcomes[0].Ref.ClientId.ToString());
    }

    [Fact]
    public async Task Every_order_of_a_list_has_a_client_id()
    {
        using var venue = new DeskVenue();

        var outcomes = await venue.Desk.PlaceListAsync(Pair(venue) with { Working = venue.Request with { ClientId = null } });

        Assert.Equal(3, outcomes.Select(static outcome => outcome.Ref.ClientId).Where(static id => id.IsPresent).Distinct().Count());
        Assert.All(outcomes, static outcome => Assert.True(outcome.IsAcknowledged));
    }

    [Fact]
    public async Task Both_of_a_pair_have_the_quantity_that_both_kinds_can_have()
    {
        using var venue = new DeskVenue { MarketStep = 0.03m };
        var limit = venue.Request with { Price = 100m, Quantity = 0.1m };
        var market = OrderRequest.Market(venue.Symbol, limit.Side, 0.1m);
        foreach (var others in new OrderRequest[][] { [limit, market], [market, limit] })
        {
            var sent = new List<decimal?>();
            venue.Desk.IsTold = order =>
            {
                sent.Add(order.Quantity);
                return true;
            };

            var placed = await venue.Desk.PlaceListAsync(new OrderListRequest { Working = venue.Request, Others = others });

            Assert.All(placed, static outcome => Assert.True(outcome.IsAcknowledged, outcome.ToString()));
            Assert.Equal([1m, 0.09m, 0.09m], sent);
        }

        var arrived = venue.Arrived.Count;
        foreach (var (pair, expected) in new (OrderRequest[], ErrorClass)[]
        {
            ([limit with { IsExact = true }, market], ErrorClass.InvalidQuantity), // an exact one is not made smaller
            ([limit with { Price = 53m }, market], ErrorClass.InvalidNotional), // 0.1 is worth enough, 0.09 is not
        })
        {
            Assert.All(await venue.Desk.PlaceListAsync(new OrderListRequest { Others = pair }), outcome =>
                Assert.Equal((true, false, expected), (outcome.IsRejected, outcome.WasSent, outcome.Error!.Class)));
        }

        Assert.Equal(arrived, venue.Arrived.Count);
    }

    [Fact]
    public async Task What_is_no_list_or_of_two_markets_is_refused_unsent()
    {
        using var venue = new DeskVenue();
        var other = venue.Kernel.Symbols.Get("ETHUSDT");
        OrderListRequest[] wrong =
        [
            new() { Others = [venue.Request] },
            new() { Others = [] },
            Pair(venue) with { Others = [venue.Request, venue.Request with { Quantity = 2m }] },
            Pair(venue) with { Others = [venue.Request, venue.Request with { Side = Side.Sell }] },
            Pair(venue) with { Working = venue.Request with { Symbol = other } },
            Pair(venue) with { Working = venue.Request with { Quantity = null, QuoteQuantity = 50m } },
            Pair(venue) with { Others = [venue.Request, venue.Request with { Quantity = 0.00001m }] },
        ];
        foreach (var list in wrong)
        {
            Assert.All(await venue.Desk.PlaceListAsync(list), static outcome =>
                Assert.Equal((true, false), (outcome.IsRejected, outcome.WasSent)));
        }

        var replaced = await venue.Desk.ReplaceAsync(OrderRef.Of(other, OrderId.FromInt64(1)), venue.Request);
        Assert.False(replaced.Cancel.WasSent || replaced.Place.WasSent);
        Assert.Equal(ErrorClass.InvalidRequest, replaced.Place.Error!.Class);
        Assert.Empty(venue.Arrived);
    }

    [Fact]
    public async Task Cancelled_before_nothing_is_sent()
    {
        using var venue = new DeskVenue();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await venue.Desk.ReplaceAsync(Old(venue), venue.Request, cancellationToken: cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await venue.Desk.PlaceListAsync(Pair(venue), cancellationToken: cancellation.Token));
        Assert.Empty(venue.Arrived);
    }

    private static OrderRef Old(DeskVenue venue) => OrderRef.Of(venue.Symbol, OrderId.FromInt64(1));

    private static OrderListRequest Pair(DeskVenue venue) => new()
    {
        Others = [venue.Request, venue.Request with { ClientId = null, Price = 90m }],
    };
}
