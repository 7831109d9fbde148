using Adapters.Domain;
using Adapters.Orders;
using Adapters.Simulation;

namespace Adapters.Faces.Tests.Faults;

/// <summary>Orders of one market as a strategy might place them, sensible and not.</summary>
internal sealed class AnyOrder(SimulatedMarket market, Symbol symbol, SeededRandom random)
{
    // A hundred-thousandth of the price, a tick at least.
    private readonly decimal _near = Math.Max(market.Instrument.Tick, market.LastPrice / 100_000m);

    // What 0.0001 BTC are worth.
    private readonly decimal _worth = market.Instrument.Quote == Asset.Of("BTC") ? 0.0001m : 6.4m;

    public SimulatedMarket Market => market;

    public Symbol Symbol => symbol;

    /// <param name="id">The client's id, where it is given.</param>
    public OrderRequest Next(ClientOrderId? id)
    {
        var side = AnySide();
        var size = random.Chance(0.04) ? 5_000 : 20 + random.Next(400); // some cannot be paid
        var request = OrderRequest.Limit(symbol, side, Quantity(size), Price(side)) with { ClientId = id };
        return random.Next(20) switch
        {
            0 => request with { Kind = OrderKind.Market, Price = null },
            1 or 2 => request with { TimeInForce = TimeInForce.ImmediateOrCancel },
            3 => request with { TimeInForce = TimeInForce.FillOrKill },
            4 or 5 => request with { PostOnly = true },
            6 => Stop(request, 1 + random.Next(30)),
            7 => request with { Price = market.LastPrice + (market.Instrument.Tick / 10), IsExact = true }, // refused before it is sent
            _ => request,
        };
    }

    /// <summary>A pair, or what waits for another order to be filled.</summary>
    /// <param name="id">Makes the clients' ids, where they are given.</param>
    public OrderListRequest NextList(Func<ClientOrderId?> id)
    {
        var (side, quantity) = (AnySide(), Quantity(20 + random.Next(200)));
        var working = random.Next(3) == 0
            ? null
            : OrderRequest.Limit(symbol, side == Side.Buy ? Side.Sell : Side.Buy, quantity, Price(side)) with { ClientId = id() };
        var target = OrderRequest.Limit(symbol, side, quantity, Away(side, -1 - random.Next(8))) with { PostOnly = true, ClientId = id() };
        var stop = Stop(OrderRequest.Limit(symbol, side, quantity, Price(side)) with { ClientId = id() }, 1 + random.Next(8));
        return new OrderListRequest
        {
            Working = working,
            Others = working is not null && random.Chance(0.5)
                ? [random.Chance(0.5) ? target with { PostOnly = false } : stop]
                : side == Side.Sell ? [target, stop] : [stop, target],
        };
    }

    private OrderRequest Stop(OrderRequest request, int distance) => request with
    {
        Kind = OrderKind.StopLimit,
        TriggerPrice = Away(request.Side, distance),
    };

    private Side AnySide() => random.Chance(0.5) ? Side.Buy : Side.Sell;

    private decimal Quantity(int size) =>
        market.Instrument.RoundQuantity(_worth * size / market.LastPrice, Rounding.Down);

    /// <summary>Near the touch, so that some rest, some take, and some are filled later.</summary>
    private decimal Price(Side side) => Away(side, 4 - random.Next(14));

    /// <param name="side">Whose order.</param>
    /// <param name="distance">To the side where it takes, from the last price.</param>
    private decimal Away(Side side, int distance) => market.Instrument.RoundPrice(
        market.LastPrice + (_near * (side == Side.Buy ? distance : -distance)), Rounding.Nearest);
}
