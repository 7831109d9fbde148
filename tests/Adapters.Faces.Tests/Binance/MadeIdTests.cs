using Adapters.Binance;
using Adapters.Binance.Spot;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Faces.Tests.Harness;
using Adapters.Simulation.Faults;

namespace Adapters.Faces.Tests.Binance;

/// <summary>The venue's own calls give an id to what they make and whoever calls has not named: if the answer is lost, it
/// can be asked for.</summary>
public sealed class MadeIdTests
{
    public static TheoryData<bool> OverSocket => [false, true];

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task An_order_whose_answer_is_lost_is_found_by_the_id_that_was_made_for_it(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket, Lost);
        var error = await LoseAsync(trader, () => trader.Calls.PlaceSorOrderAsync(new()
        {
            Symbol = trader.Btc,
            Side = OrderSide.Buy,
            Type = OrderType.Limit,
            TimeInForce = OrderTimeInForce.Gtc,
            Price = 50_000m,
            Quantity = 0.001m,
        }));
        var open = Assert.Single(trader.Account.OpenOrders());
        Assert.Equal(open.ClientOrderId.ToString(), error.ClientId);
        Assert.Contains($"client id {open.ClientOrderId}", error.Message, StringComparison.Ordinal);
        var found = await trader.Calls.GetOrderAsync(new() { Symbol = trader.Btc, OrigClientOrderId = ClientOrderId.Parse(error.ClientId!) });
        Assert.Equal(open.Id, found.Id);
    }

    [Theory]
    [MemberData(nameof(OverSocket))]
    public async Task So_is_a_list(bool overSocket)
    {
        await using var trader = await AdapterTrader.StartAsync(overSocket, Lost);
        var error = await LoseAsync(trader, () => trader.Calls.PlaceOpoAsync(
            trader.Btc,
            new()
            {
                Type = OrderType.Limit,
                Side = OrderSide.Buy,
                Quantity = 0.001m,
                Price = 50_000m,
                TimeInForce = OrderTimeInForce.Gtc,
            },
            new() { Type = OrderType.Market, Side = OrderSide.Sell }));
        var found = await trader.Calls.GetOrderListAsync(new() { OrigClientOrderId = ClientOrderId.Parse(error.ClientId!) });
        Assert.Equal(error.ClientId, found.ClientId.ToString());
        Assert.Equal(2, found.Orders.Length);
    }

    [Fact]
    public async Task So_is_an_order_whose_answer_cannot_be_read()
    {
        await using var trader = await AdapterTrader.StartAsync(faults: new() { GarbageAnswer = 1.0 });
        await trader.Calls.GetAccountAsync();
        trader.Faults!.IsPaused = false;
        var error = await Assert.ThrowsAsync<DecodeException>(async () => await trader.Calls.PlaceSorOrderAsync(new()
        {
            Symbol = trader.Btc,
            Side = OrderSide.Buy,
            Type = OrderType.Limit,
            TimeInForce = OrderTimeInForce.Gtc,
            Price = 50_000m,
            Quantity = 0.001m,
        }));
        trader.Faults.IsPaused = true;
        var open = Assert.Single(trader.Account.OpenOrders());
        Assert.Equal(open.ClientOrderId.ToString(), error.ClientId);
        Assert.EndsWith($"(client id {open.ClientOrderId})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_named_keeps_its_name_and_what_makes_nothing_gets_none()
    {
        await using var trader = await AdapterTrader.StartAsync(faults: Lost);
        var order = await trader.RestAsync();
        var error = await LoseAsync(trader, () => trader.Calls.CancelOrderAsync(
            new() { Symbol = trader.Btc, OrigClientOrderId = order.ClientId }));
        Assert.Null(error.ClientId);
        error = await LoseAsync(trader, () => trader.Calls.PlaceOrderAsync(new()
        {
            Symbol = trader.Btc,
            Side = OrderSide.Buy,
            Type = OrderType.Limit,
            TimeInForce = OrderTimeInForce.Gtc,
            Price = 50_000m,
            Quantity = 0.001m,
            NewClientOrderId = ClientOrderId.Parse("mine"),
        }));
        Assert.Null(error.ClientId);
        Assert.Equal("mine", Assert.Single(trader.Account.OpenOrders()).ClientOrderId.ToString());
    }

    private static FaultRates Lost => new() { ServerErrorAfterwards = 1.0 };

    private static async Task<ExchangeException> LoseAsync<T>(AdapterTrader trader, Func<ValueTask<T>> call)
    {
        await trader.Calls.GetAccountAsync(); // the clock is measured, and the socket open
        trader.Faults!.IsPaused = false;
        var error = await Assert.ThrowsAsync<ExchangeException>(async () => await call());
        trader.Faults.IsPaused = true;
        Assert.Equal(ErrorClass.UnknownOutcome, error.Class);
        return error;
    }
}
