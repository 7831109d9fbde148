using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>The trades of one taking order at one price, as one.</summary>
/// <param name="Id">Id of the aggregate; each has the next one.</param>
/// <param name="Price">Price, quote units.</param>
/// <param name="Quantity">Sum of the quantities, base units.</param>
/// <param name="FirstTradeId">First trade inside.</param>
/// <param name="LastTradeId">Last trade inside.</param>
/// <param name="Taker">Side of the taker.</param>
/// <param name="Time">When it happened.</param>
public readonly record struct AggregateTrade(
    long Id, decimal Price, decimal Quantity, long FirstTradeId, long LastTradeId, Side Taker, Timestamp Time)
{
    /// <summary>Puts consecutive trades together.</summary>
    public static IReadOnlyList<AggregateTrade> From(ReadOnlySpan<MarketTrade> trades)
    {
        var all = new List<AggregateTrade>();
        foreach (ref readonly var trade in trades)
        {
            if (all.Count > 0 && all[^1].Id == trade.AggregateId)
            {
                all[^1] = all[^1] with { Quantity = all[^1].Quantity + trade.Quantity, LastTradeId = trade.Id };
            }
            else
            {
                all.Add(new AggregateTrade(
                    trade.AggregateId, trade.Price, trade.Quantity, trade.Id, trade.Id, trade.Taker, trade.Time));
            }
        }

        return all;
    }
}
