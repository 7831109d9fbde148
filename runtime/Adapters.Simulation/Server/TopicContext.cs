using Adapters.Catalogue;

namespace Adapters.Simulation.Server;

/// <summary>A topic that somebody subscribed to.</summary>
public sealed class TopicContext
{
    private readonly SimulatedMarket? _market;

    internal TopicContext(
        string topic, ChannelInfo channel, IReadOnlyDictionary<string, string> captures, SimulatedExchange exchange,
        SimulatedMarket? market)
    {
        Topic = topic;
        Channel = channel;
        Captures = captures;
        Exchange = exchange;
        _market = market;
    }

    /// <summary>As the client wrote it.</summary>
    public string Topic { get; }

    /// <summary>Its channel.</summary>
    public ChannelInfo Channel { get; }

    /// <summary>Its parameters by name; an optional one may be missing.</summary>
    public IReadOnlyDictionary<string, string> Captures { get; }

    /// <summary>The markets.</summary>
    public SimulatedExchange Exchange { get; }

    /// <summary>The market it names.</summary>
    /// <exception cref="InvalidOperationException">It names none.</exception>
    public SimulatedMarket Market => _market
        ?? throw new InvalidOperationException($"The topic '{Topic}' of the channel {Channel} names no market.");

    internal IReadOnlyList<SimulatedMarket> Markets => _market is null ? Exchange.Markets : [_market];

    /// <summary>A parameter, or null where it is left out.</summary>
    public string? this[string name] => Captures.GetValueOrDefault(name);
}
