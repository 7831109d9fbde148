using Adapters.Domain;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation;

/// <summary>
/// Sees what happens in a market, in order, while it happens: calls come while the exchange's
/// <see cref="SimulatedExchange.Gate"/> is held, so an observer may read the market but must
/// neither wait nor place or change orders.
/// </summary>
public interface IMarketObserver
{
    /// <summary>One order matched one or more others.</summary>
    /// <param name="market">Where.</param>
    /// <param name="trades">Its trades, in order; borrowed for the call.</param>
    void OnTrades(SimulatedMarket market, ReadOnlySpan<MarketTrade> trades)
    {
    }

    /// <summary>One operation changed prices of the book; comes after its trades.</summary>
    /// <param name="market">Where.</param>
    /// <param name="changes">The changes in order, ids without gap; borrowed for the call. Never empty.</param>
    void OnLevels(SimulatedMarket market, ReadOnlySpan<LevelChange> changes)
    {
    }

    /// <summary>The best bid or ask is another or has another quantity; comes after the levels.</summary>
    void OnTop(SimulatedMarket market, in TopOfBook top)
    {
    }

    /// <summary>A candle has closed, or an open one has changed in this step.</summary>
    void OnCandle(SimulatedMarket market, in Candle candle)
    {
    }

    /// <summary>A step in which there were trades is over.</summary>
    /// <param name="market">Where.</param>
    /// <param name="statistics">The last 24 hours.</param>
    void OnStatistics(SimulatedMarket market, in MarketStatistics statistics)
    {
    }

    /// <summary>A step of this market is over; the last call of each step.</summary>
    void OnStep(SimulatedMarket market, Timestamp now)
    {
    }
}
