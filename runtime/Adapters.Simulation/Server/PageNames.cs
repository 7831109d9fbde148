namespace Adapters.Simulation.Server;

/// <summary>Names of the parameters by which a venue's clients ask for a part of a history.</summary>
/// <param name="Limit">How many entries at most.</param>
/// <param name="From">Entries of this moment or later.</param>
/// <param name="To">Entries of this moment or earlier.</param>
public sealed record PageNames(string Limit, string From, string To);
