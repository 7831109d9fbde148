using System.Security.Cryptography;
using System.Text;
using Adapters.Domain;
using Adapters.Simulation.Accounts;
using Adapters.Simulation.Orders;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace Adapters.Simulation.Tests.Trading;

public sealed class StrategyTests(ITestOutputHelper output)
{
    private const int Steps = 1_500;

    /// <summary>FUZZ_ROUNDS asks for more, FUZZ_SEED for the first seed.</summary>
    [Fact]
    public void Rules_hold_whatever_accounts_do()
    {
        var rounds = Environment.GetEnvironmentVariable("FUZZ_ROUNDS") is { } many ? int.Parse(many) : 4;
        var first = Environment.GetEnvironmentVariable("FUZZ_SEED") is { } given ? long.Parse(given) : 101;
        for (var seed = first; seed < first + rounds; seed++)
        {
            output.WriteLine($"seed {seed}");
            new Run(seed, seed == first ? output.WriteLine : _ => { }).Go(Steps, isChecked: true);
        }
    }

    [Fact]
    public void Same_seed_and_requests_give_the_same_events()
    {
        var (first, second, other) = (Hash(7), Hash(7), Hash(8));
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    private static string Hash(long seed)
    {
        var run = new Run(seed, _ => { });
        run.Go(200, isChecked: false);
        return run.Hash;
    }

    private sealed class Run : IAccountObserver
    {
        private readonly FakeTimeProvider _time = new(Scenario.Start);
        private readonly SimulatedExchange _exchange;
        private readonly RandomTrader[] _traders;
        private readonly SeededRandom _random;
        private readonly Action<string> _write;
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly Dictionary<string, int> _events = [];

        internal Run(long seed, Action<string> write)
        {
            _write = write;
            _random = new SeededRandom(seed);
            var markets = SampleMarkets.Spot(new SymbolTable())
                .Select(market => market with
                {
                    History = TimeSpan.FromHours(1),
                    OrdersPerSide = 20,
                    Volatility = 400,
                });
            _exchange = new SimulatedExchange(
                new SimulatedExchangeOptions
                {
                    Seed = seed,
                    Markets = [.. markets],
                    Commission = new CommissionPlan { DiscountAsset = Asset.Of("BNB") },
                },
                _time);
            _traders = [.. Enumerable.Range(1, 4).Select(Open)];
        }

        internal string Hash => Convert.ToHexString(_hash.GetCurrentHash());

        public void OnEvent(SimulatedAccount account, AccountEvent happened)
        {
            // The strategies' requests hold references; their text is not what is compared.
            var text = happened switch
            {
                OrderEvent e => $"{e.Kind} {e.ExecutionId} {e.Order.Id} {e.Order.ClientOrderId} {e.Order.State} "
                    + $"{e.Order.Filled} {e.Fill?.TradeId} {e.Fill?.Commission} {e.CancelId}",
                OrderListEvent e => $"{e.Kind} {e.List.Id} {e.List.ClientListId}",
                BalancesEvent e => string.Join(' ', e.Balances),
                var e => $"{e}",
            };
            var line = $"{account} {happened.Sequence} {happened.Time} {text}\n";
            _hash.AppendData(Encoding.UTF8.GetBytes(line));
            var key = happened is OrderEvent order
                ? $"{order.Kind} {order.Order.State} {order.Order.ExpiryReason}"
                : happened.GetType().Name;
            _events[key] = _events.GetValueOrDefault(key) + 1;
        }

        internal void Go(int steps, bool isChecked)
        {
            using var checker = new InvariantChecker(_exchange);
            using var log = _exchange.Subscribe(this);
            for (var i = 0; i < steps; i++)
            {
                for (var n = _random.Next(4); n > 0; n--)
                {
                    _traders[_random.Next(_traders.Length)].Act();
                    if (isChecked)
                    {
                        checker.Check(deep: false);
                    }
                }

                _time.Advance(TimeSpan.FromMilliseconds(100));
                _exchange.Step();
                if (isChecked)
                {
                    checker.Check(deep: i % 100 == 0);
                }
            }

            checker.Check(deep: true);
            foreach (var (key, count) in _events.Concat(_traders.SelectMany(t => t.Outcomes)).OrderBy(e => e.Key))
            {
                _write($"{count,6} {key}");
            }
        }

        private RandomTrader Open(int number)
        {
            // Those who have little run into every limit of their balances.
            var part = number % 2 == 0 ? 1m : 0.02m;
            var account = _exchange.OpenAccount(new AccountOptions
            {
                Id = $"trader-{number}",
                TradeGroup = number <= 2 ? 1 : null,
                PaysInDiscountAsset = number % 2 == 0,
                Commission = number == 3 ? new CommissionRates(0m, 0.0005m) : null,
                Deposits =
                [
                    new Funds(Asset.Of("BTC"), 2m * part), new Funds(Asset.Of("USDT"), 100_000m * part),
                    new Funds(Asset.Of("ETH"), 30m * part), new Funds(Asset.Of("BNB"), 20m * part),
                    new Funds(Asset.Of("SOL"), 200m * part),
                ],
            });
            return new RandomTrader(account, _exchange.Markets, _random);
        }
    }
}
