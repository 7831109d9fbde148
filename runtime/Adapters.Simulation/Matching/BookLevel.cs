namespace Adapters.Simulation.Matching;

/// <summary>One price of the simulated book.</summary>
/// <param name="Price">Price, quote units.</param>
/// <param name="Quantity">Quantity there, base units.</param>
/// <param name="Orders">Number of orders there.</param>
public readonly record struct BookLevel(decimal Price, decimal Quantity, int Orders);
