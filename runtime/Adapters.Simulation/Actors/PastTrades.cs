using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Actors;

/// <summary>The trades before the market opened: the fair price's own walk, one tick to either side.</summary>
internal sealed class PastTrades(MatchingEngine engine, FairPrice fair, Sizes sizes, SeededRandom random)
{
    private const int MovesPerTrade = 8;

    internal IEnumerable<MarketTrade> Between(Timestamp from, Timestamp to, TimeSpan pace)
    {
        var spread = (int)Math.Min(pace.TotalMilliseconds * 2, int.MaxValue);
        for (var time = from; ;)
        {
            time += TimeSpan.FromMilliseconds(1 + random.Next(spread));
            if (time >= to)
            {
                yield break;
            }

            for (var i = 0; i < MovesPerTrade; i++)
            {
                fair.Move();
            }

            var taker = random.Chance(0.5) ? Side.Buy : Side.Sell;
            var price = sizes.Price(fair.Ticks + (taker == Side.Buy ? 1 : -1));
            yield return engine.Invent(price, sizes.Quantity(price), taker, time, Crowd.Prefix + "1");
        }
    }
}
