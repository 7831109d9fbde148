using Adapters.Domain;
using Adapters.Errors;
using Adapters.Faces.Tests.Harness;
using Adapters.Simulation.Faults;

namespace Adapters.Faces.Tests.Binance;

/// <summary>The adapter makes orders smaller and replaces them: every way in which that ends, over both interfaces.
/// </summary>
public sealed class ReplaceTests
{
    public static TheoryData<bool> OverSocket => [false, true];

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task An_amended_order_is_smaller_and_goes_on_under_its_new_id(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var order = await trader.RestAsync();
        var amended = await trader.Amender.AmendAsync(new AmendRequest
        {
            Order = order.Ref,
            Quantity = 0.001m,
            NewClientId = ClientOrderId.Parse("smaller"),
        });
        Assert.True(amended.IsAcknowledged, amended.ToString());
        Assert.Equal((0.001m, "smaller", OrderStatus.Open), (
            amended.Order.Value.Quantity, amended.Order.Value.ClientId.ToString(), amended.Order.Value.Status));
        var open = Assert.Single(trader.Account.OpenOrders());
        Assert.Equal((0.001m, 50m), (open.Quantity, trader.Locked("USDT")));
        var change = Assert.Single(await trader.Calls.GetAmendmentsAsync(trader.Btc, open.Id));
        Assert.Equal((order.ClientId.ToString(), "smaller", 0.002m, 0.001m), (
            change.FormerClientId.ToString(), change.ClientId.ToString(), change.FormerQuantity, change.Quantity));
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task An_amended_stop_order_waits_until_it_is_triggered_and_is_open_from_then_on(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var trigger = trader.Market.Top.Bid!.Value.Price - (20 * trader.Market.Instrument.Tick);
        var stop = trader.Sell(OrderKind.StopLimit, 70_000m, trigger) with { Quantity = 0.003m };
        var placed = await trader.Trading.PlaceAsync(stop);
        var waiting = await AmendAsync(0.002m);
        for (var i = 0; i < 50_000 && Assert.Single(trader.Account.OpenOrders()).WorkingSince is null; i++)
        {
            trader.Clock.Advance(TimeSpan.FromMilliseconds(100));
            trader.Venue.Server.Step();
        }

        var triggered = await AmendAsync(0.001m);

        Assert.NotNull(Assert.Single(trader.Account.OpenOrders()).WorkingSince);
        Assert.Equal((OrderStatus.Pending, OrderStatus.Pending, OrderStatus.Open), (placed.Order!.Value.Status, waiting, triggered));

        async Task<OrderStatus> AmendAsync(decimal quantity)
        {
            var change = new AmendRequest { Order = placed.Order!.Value.Ref, Quantity = quantity };
            var outcome = await trader.Amender.AmendAsync(change);
            Assert.True(outcome.IsAcknowledged, outcome.ToString());
            return outcome.Order.Value.Status;
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task An_amended_order_keeps_the_clients_id_that_named_it(bool overSocket, bool isLost)
    {
        await using var trader = await AdapterTrader.StartAsync(
            overSocket, isLost ? new FaultRates { ServerErrorAfterwards = 1.0 } : null);
        var order = await trader.RestAsync(id: "mine");
        var mine = OrderRef.Of(trader.Btc, order.ClientId!.Value);
        trader.Faults?.IsPaused = false;
        var amended = await trader.Amender.AmendAsync(new AmendRequest { Order = mine, Quantity = 0.001m });
        trader.Faults?.IsPaused = true;
        var open = Assert.Single(trader.Account.OpenOrders());
        Assert.Equal((0.001m, "mine"), (open.Quantity, open.ClientOrderId.ToString()));
        Assert.Equal(isLost, amended.IsUnknown);
        var resolved = await trader.Trading.ResolveAsync(amended);
        Assert.True(resolved.IsAcknowledged, resolved.ToString());
        Assert.Equal((order.Id, 0.001m), (resolved.Order.Value.Id, resolved.Order.Value.Quantity));
    }

    [Theory]
    [InlineData(0.002, ErrorClass.NothingToChange, "The requested action would change no state; rejecting")]
    [InlineData(0.003, ErrorClass.InvalidQuantity, "Order amend (quantity increase) is not supported.")]
    public async Task An_amendment_that_is_none_is_refused(double quantity, ErrorClass expected, string text)
    {
        await using var trader = await AdapterTrader.StartAsync();
        var order = await trader.RestAsync();
        var refused = await trader.Amender.AmendAsync(new AmendRequest { Order = order.Ref, Quantity = (decimal)quantity });
        Assert.True(refused.IsRejected, refused.ToString());
        Assert.Equal((expected, "-2038", text), (refused.Error.Class, refused.Error.Code, refused.Error.Problem));
        Assert.Equal(0.002m, Assert.Single(trader.Account.OpenOrders()).Quantity);
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task Replacing_ends_one_order_and_places_another(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var old = await trader.RestAsync();
        var replaced = await trader.Replacer.ReplaceAsync(old.Ref, trader.Buy(49_000m));
        Assert.True(replaced.IsAcknowledged, $"{replaced}");
        Assert.Equal((old.Id, OrderStatus.Canceled, old.ClientId), (
            replaced.Cancel.Order!.Value.Id, replaced.Cancel.Order.Value.Status, replaced.Cancel.Order.Value.ClientId));
        var open = Assert.Single(trader.Account.OpenOrders());
        Assert.Equal(replaced.Place.Order!.Value.Id, OrderId.FromInt64(open.Id));
        Assert.Equal((49_000m, 49m), (open.Entry.Price, trader.Locked("USDT")));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task What_cannot_be_cancelled_is_not_replaced_unless_in_any_case(bool overSocket, bool inAnyCase)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var none = OrderRef.Of(trader.Btc, OrderId.FromInt64(1));
        var replaced = await trader.Replacer.ReplaceAsync(none, trader.Buy(49_000m), inAnyCase);
        Assert.True(replaced.Cancel.IsRejected && replaced.Cancel.WasSent);
        Assert.Equal((ErrorClass.UnknownOrder, "-2011"), (replaced.Cancel.Error.Class, replaced.Cancel.Error.Code));
        Assert.Equal(inAnyCase, replaced.Place.IsAcknowledged);
        Assert.Equal(inAnyCase ? 1 : 0, trader.Account.OpenOrders().Count);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_new_order_that_is_refused_leaves_what_became_of_the_old_one(bool overSocket, bool isNone)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket);
        var old = await trader.RestAsync();
        var reference = isNone ? OrderRef.Of(trader.Btc, OrderId.FromInt64(1)) : old.Ref;
        var taking = trader.Buy(trader.Market.Top.Ask!.Value.Price + 10m) with { PostOnly = true };
        var replaced = await trader.Replacer.ReplaceAsync(reference, taking, inAnyCase: true);
        Assert.Equal(!isNone, replaced.Cancel.IsAcknowledged);
        Assert.True(replaced.Place.IsRejected);
        Assert.Equal((ErrorClass.WouldTake, "-2010"), (replaced.Place.Error.Class, replaced.Place.Error.Code));
        Assert.Equal(isNone ? 1 : 0, trader.Account.OpenOrders().Count);
    }

    [Theory]
    [InlineData(0.00001)]
    [InlineData(200)]
    public async Task What_breaks_a_rule_is_not_sent(double quantity)
    {
        await using var trader = await AdapterTrader.StartAsync();
        var old = await trader.RestAsync();
        var replaced = await trader.Replacer.ReplaceAsync(old.Ref, trader.Buy(50_000m, (decimal)quantity));
        Assert.True(replaced.Cancel.IsRejected && replaced.Place.IsRejected);
        Assert.False(replaced.Cancel.WasSent || replaced.Place.WasSent);
        Assert.Equal(ErrorClass.InvalidNotional, replaced.Place.Error.Class);
        Assert.Single(trader.Account.OpenOrders());
    }

    [Fact]
    public async Task An_order_of_a_pair_is_replaced_with_its_pair()
    {
        await using var trader = await AdapterTrader.StartAsync();
        var pair = await trader.Lists.PlaceListAsync(trader.Pair());
        var replaced = await trader.Replacer.ReplaceAsync(pair[0].Order!.Value.Ref, trader.Buy(49_000m));
        Assert.True(replaced.IsAcknowledged, $"{replaced}");
        Assert.Equal(pair[0].Order!.Value.Id, replaced.Cancel.Order!.Value.Id);
        Assert.Equal(49_000m, Assert.Single(trader.Account.OpenOrders()).Entry.Price);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_resolved_for_both_parts()
    {
        await using var trader = await AdapterTrader.StartAsync(faults: new FaultRates { ServerErrorAfterwards = 1.0 });
        var old = await trader.RestAsync();
        trader.Faults!.IsPaused = false;
        var replaced = await trader.Replacer.ReplaceAsync(old.Ref, trader.Buy(49_000m));
        trader.Faults.IsPaused = true;
        Assert.True(replaced.Cancel.IsUnknown && replaced.Place.IsUnknown, $"{replaced}");
        var cancel = await trader.Trading.ResolveAsync(replaced.Cancel);
        var place = await trader.Trading.ResolveAsync(replaced.Place);
        Assert.True(cancel.IsAcknowledged && place.IsAcknowledged, $"{cancel} {place}");
        Assert.Equal(place.Order.Value.Id, OrderId.FromInt64(Assert.Single(trader.Account.OpenOrders()).Id));
    }
}
