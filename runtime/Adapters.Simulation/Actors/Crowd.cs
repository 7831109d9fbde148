using Adapters.Domain;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Actors;

/// <summary>
/// Everybody else in the market. Makers keep both sides of the book filled around the fair price and step back where it
/// passes their orders; takers trade, rather towards the fair price than away from it.
/// </summary>
internal sealed class Crowd(
    SimulatedMarket market, MatchingEngine engine, FairPrice fair, Sizes sizes, SeededRandom random)
{
    internal const string Prefix = "crowd-";

    private const int Members = 8;
    private const int StepsBack = 4;

    private static readonly string[] Names = [.. Enumerable.Range(1, Members).Select(i => $"{Prefix}{i}")];

    private readonly CrowdOrders _bids = new();
    private readonly CrowdOrders _asks = new();

    internal void Open()
    {
        for (var i = 0; i < market.Options.OrdersPerSide; i++)
        {
            Make(Side.Buy);
            Make(Side.Sell);
        }
    }

    internal void Act()
    {
        fair.Move();
        StepBack(Side.Buy);
        StepBack(Side.Sell);
        for (var i = 0; i < market.Options.MakerActions; i++)
        {
            Maintain(i % 2 == 0 ? Side.Buy : Side.Sell);
        }

        if (random.Chance(market.Options.TakerRate))
        {
            Take();
        }
    }

    /// <summary>Forgets an order that was filled whole.</summary>
    internal void Forget(long id)
    {
        _bids.Remove(id);
        _asks.Remove(id);
    }

    private CrowdOrders Of(Side side) => side == Side.Buy ? _bids : _asks;

    private string AnyOne() => Names[random.Next(Names.Length)];

    private void StepBack(Side side)
    {
        for (var i = 0; i < StepsBack && engine.Of(side).Best is { } best; i++)
        {
            var ticks = sizes.Ticks(best.Price);
            var isPassed = side == Side.Buy ? ticks >= fair.Ticks : ticks <= fair.Ticks;
            if (!isPassed || best.Orders.FirstOrDefault(order => Of(side).Contains(order.Id)) is not { } mine)
            {
                return;
            }

            Cancel(side, mine.Id);
        }
    }

    private void Maintain(Side side)
    {
        var missing = market.Options.OrdersPerSide - Of(side).Count;
        if (missing > 0)
        {
            // A book that somebody swept fills again within some steps, not at once.
            for (var i = 0; i < 1 + (missing / 16); i++)
            {
                Make(side);
            }
        }

        if (random.Chance(0.5) && Of(side).Count > 0)
        {
            var id = Of(side).Pick(random);
            if (random.Chance(0.8) || !Shrink(id))
            {
                Cancel(side, id);
            }
        }
        else
        {
            Make(side);
        }
    }

    private bool Shrink(long id)
    {
        var by = engine.TryFind(id, out var order)
            ? market.Instrument.RoundQuantity(order.Remaining / 2m, Rounding.Down)
            : 0m;
        if (by == 0m)
        {
            return false;
        }

        market.ReduceNow(id, by);
        return true;
    }

    private void Cancel(Side side, long id)
    {
        Of(side).Remove(id);
        market.CancelNow(id);
    }

    private void Make(Side side)
    {
        var offset = random.NextLogarithmic(Math.Max(4, fair.Ticks / 100));
        var ticks = side == Side.Buy ? fair.Ticks - offset : fair.Ticks + offset;
        if (engine.Of(MatchingEngine.Opposite(side)).Best is { } best)
        {
            var other = sizes.Ticks(best.Price);
            ticks = side == Side.Buy ? Math.Min(ticks, other - 1) : Math.Max(ticks, other + 1);
        }

        if (ticks < 1)
        {
            return;
        }

        Send(side, ticks, sizes.Quantity(sizes.Price(ticks)), TimeInForce.GoodTillCancel);
    }

    private void Take()
    {
        var bid = engine.Of(Side.Buy).Best;
        var ask = engine.Of(Side.Sell).Best;
        if (bid is null || ask is null)
        {
            return;
        }

        var isCheap = fair.Ticks * 2 > sizes.Ticks(bid.Price) + sizes.Ticks(ask.Price);
        var side = random.Chance(0.65) == isCheap ? Side.Buy : Side.Sell;
        var touch = sizes.Ticks((side == Side.Buy ? ask : bid).Price);
        var slip = random.Next((int)Math.Clamp(fair.Ticks / 2_000, 1, int.MaxValue));
        var isPatient = random.Chance(0.15);
        var limit = isPatient ? touch : side == Side.Buy ? touch + slip : Math.Max(1, touch - slip);
        var terms = isPatient ? TimeInForce.GoodTillCancel : TimeInForce.ImmediateOrCancel;
        Send(side, limit, sizes.Quantity(sizes.Price(limit)), terms);
    }

    private void Send(Side side, long ticks, decimal quantity, TimeInForce timeInForce)
    {
        var placed = market.PlaceNow(new NewOrder
        {
            Owner = AnyOne(),
            Side = side,
            Price = sizes.Price(ticks),
            Quantity = quantity,
            TimeInForce = timeInForce,
        });

        // What the order triggered may have taken it meanwhile.
        if (placed.Status is OrderStatus.Open or OrderStatus.PartiallyFilled && engine.TryFind(placed.Id, out _))
        {
            Of(side).Add(placed.Id);
        }
    }
}
