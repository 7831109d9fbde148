using Adapters.Domain;
using Adapters.Simulation;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Orders as a strategy might place them, sensible and not.</summary>
internal sealed class AnyOrder(SimulatedMarket market, Symbol symbol, SeededRandom random)
{
    /// <param name="number">Makes the client's id, where it is given.</param>
    /// <param name="former">A client's id to use again.</param>
    public OrderRequest Next(int number, ClientOrderId? former)
    {
        var side = random.Chance(0.5) ? Side.Buy : Side.Sell;
        var size = random.Chance(0.04) ? 5_000 : 20 + random.Next(400); // some cannot be paid
        var request = OrderRequest.Limit(symbol, side, 0.00001m * (size * 10), Price(side)) with
        {
            ClientId = former is not null ? former : random.Chance(0.6) ? ClientOrderId.Parse($"mine-{number}") : null,
        };
        return random.Next(20) switch
        {
            0 => request with { Kind = OrderKind.Market, Price = null },
            1 or 2 => request with { TimeInForce = TimeInForce.ImmediateOrCancel },
            3 => request with { TimeInForce = TimeInForce.FillOrKill },
            4 or 5 => request with { PostOnly = true },
            6 => request with
            {
                Kind = OrderKind.StopLimit,
                TriggerPrice = Away(side == Side.Buy ? 1 + random.Next(30) : -1 - random.Next(30)),
            },
            7 => request with { Price = 64_000.001m, IsExact = true }, // off the tick: refused before it is sent
            _ => request,
        };
    }

    /// <summary>Near the touch, so that some rest, some take, and some are filled later.</summary>
    private decimal Price(Side side) => Away(side == Side.Buy ? 4 - random.Next(14) : random.Next(14) - 4);

    private decimal Away(int tenThousandths) =>
        decimal.Round(market.LastPrice * (100_000m + tenThousandths) / 100_000m, 2);
}
