namespace Adapters.Simulation;

/// <summary>What a simulated exchange consists of.</summary>
public sealed record SimulatedExchangeOptions
{
    /// <summary>Everything random follows from it.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Its markets; <see cref="SampleMarkets"/> has some.</summary>
    public required IReadOnlyList<SimulatedMarketOptions> Markets { get; init; }
}
