using System.Diagnostics;
using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Xunit.Abstractions;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>Measures and tells; the bounds only catch what has become a hundred times slower.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    private const int Rounds = 2_000;

    [Fact]
    public void A_request_costs_microseconds()
    {
        var scenario = new Scenario(61);
        var market = scenario.Bitcoin;
        var (first, second) = (Open(scenario, "first"), Open(scenario, "second"));
        var far = new OrderEntry
        {
            Market = market,
            Side = Side.Buy,
            Kind = OrderKind.Limit,
            Price = market.Instrument.RoundPrice(market.LastPrice / 2m, Rounding.Down),
            Quantity = 0.01m,
        };
        Measure("an order and its cancel", () =>
        {
            var order = first.Place(far).Order!;
            first.Cancel(new CancelEntry { Market = market, OrderId = order.Id });
        });
        Measure("an order that rests and one that takes it", () =>
        {
            var inside = far with { Side = Side.Sell, Price = market.Top.Bid!.Value.Price + market.Instrument.Tick };
            first.Place(inside);
            second.Place(inside with { Side = Side.Buy });
        });
        Measure("a step of five markets", () => scenario.Run(1));
    }

    private static SimulatedAccount Open(Scenario scenario, string id) =>
        scenario.Exchange.OpenAccount(new AccountOptions
        {
            Id = id,
            Deposits = [new Funds(Bench.Btc, 1_000m), new Funds(Bench.Usdt, 100_000_000m)],
        });

    private void Measure(string what, Action act)
    {
        for (var i = 0; i < Rounds / 4; i++)
        {
            act();
        }

        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Rounds; i++)
        {
            act();
        }

        var microseconds = watch.Elapsed.TotalMicroseconds / Rounds;
        output.WriteLine($"{microseconds,8:F1} us {what}");
        Assert.InRange(microseconds, 0, 5_000);
    }
}
