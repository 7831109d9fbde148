using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Rules;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Adapters.Simulation.Tests.Trading;

/// <summary>What accounts are told adds up to what they have, with lists of every shape among all other orders.</summary>
public sealed class MirrorTests(ITestOutputHelper output)
{
    private const int Steps = 400;

    /// <summary>FUZZ_ROUNDS asks for more, FUZZ_SEED for the first seed.</summary>
    [Fact]
    public void Events_add_up_to_the_accounts()
    {
        var rounds = Environment.GetEnvironmentVariable("FUZZ_ROUNDS") is { } many ? int.Parse(many) : 2;
        var first = Environment.GetEnvironmentVariable("FUZZ_SEED") is { } given ? long.Parse(given) : 301;
        for (var seed = first; seed < first + rounds; seed++)
        {
            output.WriteLine($"seed {seed}");
            Go(seed);
        }
    }

    private static void Go(long seed)
    {
        var time = new FakeTimeProvider(Scenario.Start);
        var random = new SeededRandom(seed);
        var exchange = new SimulatedExchange(
            new SimulatedExchangeOptions
            {
                Seed = seed,
                Commission = new CommissionPlan { DiscountAsset = Asset.Of("BNB") },
                Markets =
                [
                    .. SampleMarkets.Spot(new SymbolTable()).Select(market => market with
                    {
                        History = TimeSpan.FromMinutes(10),
                        OrdersPerSide = 15,
                        Volatility = 600,
                        Rules = market.Rules with { MaxTriggerOrders = 60 },
                    }),
                ],
            },
            time);
        using var checker = new InvariantChecker(exchange);
        var mirror = new AccountMirror();
        using var watching = exchange.Subscribe(mirror);
        SimulatedAccount[] accounts = [.. Enumerable.Range(1, 4).Select(number => Open(exchange, number))];
        RandomTrader[] traders = [.. accounts.Select(account => new RandomTrader(account, exchange.Markets, random))];
        ListTrader[] listers = [.. accounts.Select(account => new ListTrader(account, exchange.Markets, random))];
        for (var i = 0; i < Steps; i++)
        {
            for (var n = random.Next(4); n > 0; n--)
            {
                var who = random.Next(accounts.Length);
                if (random.Chance(0.5))
                {
                    traders[who].Act();
                }
                else
                {
                    listers[who].Act();
                }

                checker.Check(deep: false);
                Assert.All(accounts, mirror.Check);
            }

            time.Advance(TimeSpan.FromMilliseconds(100));
            exchange.Step();
            checker.Check(deep: i % 100 == 0);
            Assert.All(accounts, mirror.Check);
        }

        checker.Check(deep: true);
        Assert.True(listers.Sum(lister => lister.Placed) > Steps / 10);
    }

    private static SimulatedAccount Open(SimulatedExchange exchange, int number)
    {
        var part = number % 2 == 0 ? 1m : 0.03m;
        return exchange.OpenAccount(new AccountOptions
        {
            Id = $"mirror-{number}",
            TradeGroup = number <= 3 ? 1 : null,
            PaysInDiscountAsset = number % 2 == 0,
            Deposits =
            [
                new Funds(Asset.Of("BTC"), 2m * part), new Funds(Asset.Of("USDT"), 100_000m * part),
                new Funds(Asset.Of("ETH"), 30m * part), new Funds(Asset.Of("BNB"), 20m * part),
                new Funds(Asset.Of("SOL"), 200m * part),
            ],
        });
    }
}
