using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>What an order would find in the book, without touching it.</summary>
internal static class Liquidity
{
    /// <summary>True where an order would be filled whole.</summary>
    internal static bool Fills(this Ladder ladder, in NewOrder order)
    {
        var missing = order.Quantity;
        foreach (var level in ladder.BestFirst)
        {
            if (!ladder.Reaches(level.Price, order.Price))
            {
                return false;
            }

            var (quantity, ends) = Of(level, order);
            missing -= quantity;
            if (missing <= 0m || ends)
            {
                return missing <= 0m;
            }
        }

        return false;
    }

    /// <summary>What an order without limit would pay or earn at most, quote units.</summary>
    internal static decimal Value(this Ladder ladder, in NewOrder order)
    {
        var (missing, value) = (order.Quantity, 0m);
        foreach (var level in ladder.BestFirst)
        {
            var quantity = Math.Min(missing, Others(level, order));
            value += quantity * level.Price;
            missing -= quantity;
            if (missing == 0m)
            {
                break;
            }
        }

        return value;
    }

    /// <summary>The largest quantity on a step whose value does not pass an amount of quote units.</summary>
    internal static decimal QuantityFor(this Ladder ladder, in NewOrder order, decimal quote, decimal step)
    {
        var (quantity, left) = (0m, quote);
        foreach (var level in ladder.BestFirst)
        {
            var there = Others(level, order);
            if (there * level.Price <= left)
            {
                quantity += there;
                left -= there * level.Price;
                continue;
            }

            // The quotient may round up; the product tells.
            var part = decimal.Floor(left / level.Price / step) * step;
            return quantity + (part * level.Price <= left ? part : part - step);
        }

        return quantity;
    }

    private static (decimal Quantity, bool Ends) Of(PriceLevel level, in NewOrder order)
    {
        if (order.Group is null || order.Prevention is null or SelfTradePrevention.None)
        {
            return (level.Whole, false);
        }

        if (order.Prevention == SelfTradePrevention.ExpireMaker)
        {
            return (Others(level, order), false);
        }

        // The order ends at the first of its own group; hidden parts come after that one.
        var visible = 0m;
        foreach (var resting in level.Orders)
        {
            if (order.Avoids(resting))
            {
                return (visible, true);
            }

            visible += resting.Visible;
        }

        return (level.Whole, false);
    }

    /// <summary>What an order may have to pay for: not what is its own, unless that changes hands.</summary>
    private static decimal Others(PriceLevel level, in NewOrder order)
    {
        var quantity = level.Whole;
        if (order.Group is not null
            && order.Prevention is not (null or SelfTradePrevention.None or SelfTradePrevention.Transfer))
        {
            foreach (var resting in level.Orders)
            {
                quantity -= order.Avoids(resting) ? resting.Remaining : 0m;
            }
        }

        return quantity;
    }
}
