namespace Adapters.Simulation;

/// <summary>The simulation broke a rule of its own: a defect of the simulation, not of what is tested with it.
/// </summary>
/// <param name="message">The rule, the market and the values.</param>
public sealed class InvariantException(string message) : Exception(message);
