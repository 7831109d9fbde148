using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>The new state of one price of the book.</summary>
/// <param name="UpdateId">The market's id of this change; each change has the next one.</param>
/// <param name="Side"><see cref="Side.Buy"/> for bids, <see cref="Side.Sell"/> for asks.</param>
/// <param name="Price">Price, quote units.</param>
/// <param name="Quantity">Quantity now there, base units; 0: the price is gone.</param>
/// <param name="Orders">Number of orders now there.</param>
public readonly record struct LevelChange(long UpdateId, Side Side, decimal Price, decimal Quantity, int Orders);
