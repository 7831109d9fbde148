namespace Adapters.Simulation.Accounts;

/// <summary>What the venue takes of what a fill brings, as parts of one (0.001 is 0.1 %).</summary>
/// <param name="Maker">Of the fills of orders that rested.</param>
/// <param name="Taker">Of the fills of orders that came.</param>
public sealed record CommissionRates(decimal Maker, decimal Taker);
