using Adapters.Domain;

namespace Adapters.Simulation.Orders;

/// <summary>Tells, trade by trade, when a waiting order begins to work: at its price, or once the market turned by the
/// trailing delta after that.</summary>
/// <param name="request">The order.</param>
internal sealed class Trigger(OrderEntry request)
{
    private const decimal Whole = 10_000m;

    /// <summary>A delta counts from the price's best since: the lowest for an order that buys.</summary>
    private readonly bool _countsFromLow = request.Side == Side.Buy;

    private decimal? _best;

    /// <summary>When a trailing order began to follow.</summary>
    internal Timestamp? Since { get; private set; }

    /// <summary>True where this price has passed the trigger already.</summary>
    internal static bool IsPassed(OrderEntry request, decimal price) =>
        request.TriggerPrice is { } trigger && (request.TriggersAbove ? price >= trigger : price <= trigger);

    /// <summary>Without a trigger price a trailing order follows from the last trade on.</summary>
    internal void Begin(decimal last, Timestamp now)
    {
        if (request.TrailingDelta is not null && request.TriggerPrice is null)
        {
            (_best, Since) = (last, now);
        }
    }

    /// <summary>True where this trade lets the order work.</summary>
    internal bool Sees(decimal price, Timestamp now)
    {
        if (request.TrailingDelta is not { } delta)
        {
            return IsPassed(request, price);
        }

        if (_best is not { } best)
        {
            if (IsPassed(request, price))
            {
                (_best, Since) = (price, now);
            }

            return false;
        }

        _best = _countsFromLow ? Math.Min(best, price) : Math.Max(best, price);
        return _countsFromLow
            ? price * Whole >= _best * (Whole + delta)
            : price * Whole <= _best * (Whole - delta);
    }
}
