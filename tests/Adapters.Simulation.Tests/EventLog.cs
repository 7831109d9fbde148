using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Adapters.Domain;
using Adapters.Simulation.History;
using Adapters.Simulation.Matching;

namespace Adapters.Simulation.Tests;

/// <summary>Everything that observers are told, hashed in order.</summary>
internal sealed class EventLog : IMarketObserver
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal long Lines { get; private set; }

    internal string Hash => Convert.ToHexString(_hash.GetCurrentHash());

    public void OnTrades(SimulatedMarket market, ReadOnlySpan<MarketTrade> trades)
    {
        foreach (var trade in trades)
        {
            Write(market, trade);
        }
    }

    public void OnLevels(SimulatedMarket market, ReadOnlySpan<LevelChange> changes)
    {
        foreach (var change in changes)
        {
            Write(market, change);
        }
    }

    public void OnTop(SimulatedMarket market, in TopOfBook top) => Write(market, top);

    public void OnCandle(SimulatedMarket market, in Candle candle) => Write(market, candle);

    public void OnStatistics(SimulatedMarket market, in MarketStatistics statistics) => Write(market, statistics);

    public void OnStep(SimulatedMarket market, Timestamp now) => Write(market, now);

    private void Write<T>(SimulatedMarket market, T value)
    {
        Lines++;
        _hash.AppendData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{market.Symbol.Name} {value}\n")));
    }
}
