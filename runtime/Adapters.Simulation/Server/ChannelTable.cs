using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Simulation.Wire;

namespace Adapters.Simulation.Server;

/// <summary>What is published on which channel of a venue.</summary>
/// <param name="face">The venue.</param>
public sealed class ChannelTable(VenueFace face)
{
    private readonly Dictionary<string, Func<TopicContext, Feed>> _feeds = new(StringComparer.Ordinal);

    /// <summary>Channels on which something is published.</summary>
    public IEnumerable<ChannelInfo> Published =>
        face.Catalogue.Channels.Where(channel => _feeds.ContainsKey(channel.Name));

    /// <summary>Publishes each trade.</summary>
    public void Trades<T>(string channel)
        where T : IServerRecord<T> => Add(channel, context => new TradeFeed(
            context, (market, trade) => T.FromValues(face.Values(market).With(MarketValues.Of(trade)))));

    /// <summary>Publishes the trades of one order at one price as one.</summary>
    public void Aggregates<T>(string channel)
        where T : IServerRecord<T> => Add(channel, context => new AggregateFeed(
            context, (market, trade) => T.FromValues(face.Values(market).With(MarketValues.Of(trade)))));

    /// <summary>Publishes each change of the best prices.</summary>
    public void Top<T>(string channel)
        where T : IServerRecord<T> => Add(channel, context => new TopFeed(
            context, (market, top) => T.FromValues(face.Values(market).With(MarketValues.Of(top)))));

    /// <summary>Publishes something at the end of each period.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="period">The period of a topic.</param>
    /// <param name="values">What is published then, besides what the market says of itself.</param>
    public void Every<T>(
        string channel, Func<TopicContext, TimeSpan> period, Func<TopicContext, Func<string, object?>> values)
        where T : IServerRecord<T> => Add(channel, context => new PeriodicFeed(
            context, period(context), topic => T.FromValues(face.Values(topic.Market).With(values(topic)))));

    /// <summary>Publishes the markets that have traded in a period, as one list.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="period">The period.</param>
    /// <param name="values">What is published of a market, besides what it says of itself.</param>
    public void Traded<T>(
        string channel, TimeSpan period, Func<TopicContext, SimulatedMarket, Func<string, object?>> values)
        where T : IServerRecord<T> => Add(channel, context => new TradedFeed(
            context, period, (topic, market) => T.FromValues(face.Values(market).With(values(topic, market)))));

    /// <summary>Publishes what changed in a book in a period, without gap between two batches.</summary>
    public void Depth<T>(string channel, Func<TopicContext, TimeSpan> period)
        where T : IServerRecord<T> => Add(channel, context => new DepthFeed(
            context, period(context),
            (market, batch) => T.FromValues(face.Values(market).With(MarketValues.Of(batch)))));

    /// <summary>Publishes a candle when it closes, and the open one at most once per period.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="kind">Length of the candles, how far east of UTC their days begin, and the period.</param>
    public void Candles<T>(
        string channel, Func<TopicContext, (Interval Interval, TimeSpan Offset, TimeSpan Period)> kind)
        where T : IServerRecord<T> => Add(channel, context =>
        {
            var (interval, offset, period) = kind(context);
            context.Market.Track(interval, offset);
            return new CandleFeed(
                context, interval, offset, period,
                (market, candle) => T.FromValues(face.Values(market).With(MarketValues.Of(candle))));
        });

    /// <summary>Takes subscriptions to a channel of things that do not happen here.</summary>
    public void Silent(string channel) => Add(channel, context => new SilentFeed(context));

    internal Feed? Make(TopicContext context) =>
        _feeds.TryGetValue(context.Channel.Name, out var make) ? make(context) : null;

    private void Add(string channel, Func<TopicContext, Feed> make)
    {
        if (face.Catalogue.Channels.All(item => item.Name != channel))
        {
            throw new ArgumentException($"{face.Catalogue.Id} has no channel '{channel}'.", nameof(channel));
        }

        _feeds.Add(channel, make);
    }
}
