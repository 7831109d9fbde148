using Adapters.Simulation.Accounts;
using Adapters.Simulation.Rules;

namespace Adapters.Simulation;

/// <summary>What a simulated exchange consists of.</summary>
public sealed record SimulatedExchangeOptions
{
    /// <summary>Everything random follows from it.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Its markets; <see cref="SampleMarkets"/> has some.</summary>
    public required IReadOnlyList<SimulatedMarketOptions> Markets { get; init; }

    /// <summary>Accounts that exist from the beginning; more can be opened.</summary>
    public IReadOnlyList<AccountOptions> Accounts { get; init; } = [];

    /// <summary>What the venue takes of fills.</summary>
    public CommissionPlan Commission { get; init; } = new();

    /// <summary>What it asks of accounts in all markets together.</summary>
    public ExchangeRules Rules { get; init; } = new();
}
