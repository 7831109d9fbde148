using Adapters.Simulation.Matching;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>Publishes each trade.</summary>
internal sealed class TradeFeed(TopicContext context, Func<SimulatedMarket, MarketTrade, IServerWire> message)
    : Feed(context), IMarketObserver
{
    void IMarketObserver.OnTrades(SimulatedMarket market, ReadOnlySpan<MarketTrade> trades)
    {
        foreach (ref readonly var trade in trades)
        {
            Publish(message(market, trade));
        }
    }
}

/// <summary>Publishes the trades of one order at one price as one.</summary>
internal sealed class AggregateFeed(TopicContext context, Func<SimulatedMarket, AggregateTrade, IServerWire> message)
    : Feed(context), IMarketObserver
{
    void IMarketObserver.OnTrades(SimulatedMarket market, ReadOnlySpan<MarketTrade> trades)
    {
        foreach (var aggregate in AggregateTrade.From(trades))
        {
            Publish(message(market, aggregate));
        }
    }
}

/// <summary>Publishes each change of the best prices.</summary>
internal sealed class TopFeed(TopicContext context, Func<SimulatedMarket, TopOfBook, IServerWire?> message)
    : Feed(context), IMarketObserver
{
    void IMarketObserver.OnTop(SimulatedMarket market, in TopOfBook top)
    {
        if (message(market, top) is { } made)
        {
            Publish(made);
        }
    }
}

/// <summary>Publishes nothing: a channel of things that do not happen here.</summary>
internal sealed class SilentFeed(TopicContext context) : Feed(context);
