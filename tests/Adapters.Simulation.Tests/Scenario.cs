using Adapters.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Simulation.Tests;

/// <summary>An exchange under a virtual clock; a short past keeps tests fast.</summary>
internal sealed class Scenario
{
    internal static readonly DateTimeOffset Start = new(2026, 11, 24, 14, 30, 12, TimeSpan.Zero);

    internal Scenario(long seed, double hours = 1, int markets = 5)
    {
        Time = new FakeTimeProvider(Start);
        var all = SampleMarkets.Spot(Symbols).Take(markets)
            .Select(market => market with { History = TimeSpan.FromHours(hours), OrdersPerSide = 60 });
        Exchange = new SimulatedExchange(new SimulatedExchangeOptions { Seed = seed, Markets = [.. all] }, Time);
    }

    internal FakeTimeProvider Time { get; }

    internal SymbolTable Symbols { get; } = new();

    internal SimulatedExchange Exchange { get; }

    internal SimulatedMarket Bitcoin => Exchange.Markets[0];

    internal void Run(int steps, int milliseconds = 100, Action<int>? after = null)
    {
        for (var i = 0; i < steps; i++)
        {
            Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            Exchange.Step();
            after?.Invoke(i);
        }
    }
}
