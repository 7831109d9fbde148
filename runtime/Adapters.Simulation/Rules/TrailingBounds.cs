namespace Adapters.Simulation.Rules;

/// <summary>Bounds of a trailing delta, ten-thousandths of the price, both included.</summary>
/// <param name="MinAbove">Least for orders whose trigger lies above the market.</param>
/// <param name="MaxAbove">Most for orders whose trigger lies above the market.</param>
/// <param name="MinBelow">Least for orders whose trigger lies below the market.</param>
/// <param name="MaxBelow">Most for orders whose trigger lies below the market.</param>
public sealed record TrailingBounds(int MinAbove, int MaxAbove, int MinBelow, int MaxBelow);
