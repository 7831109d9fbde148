using Adapters.Domain;

namespace Adapters.Simulation.Accounts;

/// <summary>An amount of an asset.</summary>
/// <param name="Asset">Of what.</param>
/// <param name="Amount">How much.</param>
public readonly record struct Funds(Asset Asset, decimal Amount);
