using Adapters.Simulation.Accounts;
using Adapters.Simulation.Faults;

namespace Adapters.Simulation.Server;

/// <summary>How a venue's server is set up.</summary>
public sealed record VenueServerOptions
{
    /// <summary>Everything random follows from it.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The venue's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How far back trades reach when the markets open; null for as far as the face says.</summary>
    public TimeSpan? History { get; init; }

    /// <summary>The venue's names of the symbols whose markets open; null for all that the face has.</summary>
    public IReadOnlyList<string>? Symbols { get; init; }

    /// <summary>Changes a market of the face before it opens, its limits or how lively it is; null leaves all as they are.
    /// </summary>
    public Func<SimulatedMarketOptions, SimulatedMarketOptions>? Fit { get; init; }

    /// <summary>Accounts that exist from the beginning.</summary>
    public IReadOnlyList<AccountOptions> Accounts { get; init; } = [];

    /// <summary>Keys that the venue has given out.</summary>
    public IReadOnlyList<VenueKey> Keys { get; init; } = [];

    /// <summary>What goes wrong; null for nothing.</summary>
    public FaultPlan? Faults { get; init; }
}
