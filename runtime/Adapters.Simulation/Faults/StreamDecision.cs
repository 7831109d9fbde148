namespace Adapters.Simulation.Faults;

/// <summary>What a plan decided for one message.</summary>
/// <param name="Fault">What happens.</param>
/// <param name="DelayMessages">For <see cref="StreamFault.Delay"/>: how many messages overtake it, at least 1.</param>
public readonly record struct StreamDecision(StreamFault Fault, int DelayMessages);
