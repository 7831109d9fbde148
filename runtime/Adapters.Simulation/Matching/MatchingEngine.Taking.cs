using Adapters.Domain;

namespace Adapters.Simulation.Matching;

internal sealed partial class MatchingEngine
{
    private Taking Take(in NewOrder taker, long takerId, Ladder side, Timestamp now)
    {
        var taking = new Taking { Remaining = taker.Quantity };
        while (taking.Remaining > 0m && !taking.IsPrevented && side.Meets(taker.Price))
        {
            TakeLevel(taker, takerId, ref taking, side.Best!, now);
        }

        return taking;
    }

    private void TakeLevel(in NewOrder taker, long takerId, ref Taking taking, PriceLevel level, Timestamp now)
    {
        var (shown, count) = (level.Quantity, level.Count);
        var hasTraded = false;
        while (taking.Remaining > 0m && !taking.IsPrevented && level.Count > 0)
        {
            var maker = level.Oldest;
            if (taker.Avoids(maker))
            {
                Prevent(taker, takerId, ref taking, level, maker, now);
            }
            else
            {
                _lastAggregateId += hasTraded ? 0 : 1;
                hasTraded = true;
                Trade(taker, takerId, ref taking, level, maker, now);
            }

            if (maker.Remaining == 0m)
            {
                _orders.Remove(maker.Id);
                Gone.Add(maker);
            }
        }

        if (level.Quantity != shown || level.Count != count)
        {
            Changed(Opposite(taker.Side), level);
        }
    }

    private void Trade(
        in NewOrder taker, long takerId, ref Taking taking, PriceLevel level, RestingOrder maker, Timestamp now)
    {
        var quantity = Math.Min(taking.Remaining, maker.Visible);
        level.Match(maker, quantity);
        taking.Remaining -= quantity;
        taking.Filled += quantity;
        taking.Quote += quantity * level.Price;
        Trades.Add(new MarketTrade
        {
            Id = ++_lastTradeId,
            AggregateId = _lastAggregateId,
            Price = level.Price,
            Quantity = quantity,
            Taker = taker.Side,
            Time = now,
            MakerOrderId = maker.Id,
            TakerOrderId = takerId,
            MakerOwner = maker.Owner,
            TakerOwner = taker.Owner,
        });
    }

    private void Prevent(
        in NewOrder taker, long takerId, ref Taking taking, PriceLevel level, RestingOrder maker, Timestamp now)
    {
        var mode = taker.Prevention!.Value;
        var quantity = Math.Min(taking.Remaining, maker.Remaining);
        var (fromTaker, fromMaker) = mode switch
        {
            SelfTradePrevention.ExpireTaker => (taking.Remaining, 0m),
            SelfTradePrevention.ExpireMaker => (0m, maker.Remaining),
            SelfTradePrevention.ExpireBoth => (taking.Remaining, maker.Remaining),
            _ => (quantity, quantity),
        };
        if (mode == SelfTradePrevention.Transfer && maker.Prevention != SelfTradePrevention.Transfer)
        {
            mode = SelfTradePrevention.Decrement;
        }

        if (fromMaker > 0m)
        {
            level.Shrink(maker, fromMaker);
        }

        taking.Remaining -= fromTaker;
        taking.Prevented += fromTaker;
        taking.IsPrevented = fromTaker > 0m && taking.Remaining == 0m;
        Prevented.Add(new PreventedMatch
        {
            Id = ++_lastPreventedId,
            TakerOrderId = takerId,
            MakerOrderId = maker.Id,
            Mode = mode,
            Price = level.Price,
            Quantity = quantity,
            TakerPrevented = fromTaker,
            MakerPrevented = fromMaker,
            Time = now,
            TradesBefore = Trades.Count,
        });
    }

    private struct Taking
    {
        internal decimal Remaining;
        internal decimal Filled;
        internal decimal Quote;
        internal decimal Prevented;
        internal bool IsPrevented;
    }
}
