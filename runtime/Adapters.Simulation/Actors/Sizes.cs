using Adapters.Domain;

namespace Adapters.Simulation.Actors;

/// <summary>Prices and quantities that the market's limits allow, counted in ticks and steps so that they stay exact.
/// </summary>
internal sealed class Sizes(Market market, decimal typicalNotional, SeededRandom random)
{
    internal decimal Price(long ticks) => ticks * market.Tick;

    internal long Ticks(decimal price) => (long)(price / market.Tick);

    /// <summary>A quantity whose value at this price lies between the market's minimum and the usual maximum.</summary>
    internal decimal Quantity(decimal price)
    {
        var least = Math.Max(market.MinQuantity ?? 0m, (market.MinNotional ?? 0m) / price);
        var from = Math.Max(1, (long)Math.Ceiling(least / market.Step));
        var to = Math.Max(from, (long)(typicalNotional / price / market.Step));
        return (from - 1 + random.NextLogarithmic(to - from + 1)) * market.Step;
    }
}
