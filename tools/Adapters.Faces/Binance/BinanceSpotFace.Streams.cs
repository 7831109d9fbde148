using System.Globalization;
using Adapters.Faces.Binance.Wire.Spot;

namespace Adapters.Faces.Binance;

/// <content>What is published.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md"/></content>
public sealed partial class BinanceSpotFace
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static TimeSpan Speed(TopicContext topic) => topic["speed"] is null ? Second : Second / 10;

    private void AddStreams()
    {
        Channels.Trades<TradeEvent>("trades");
        Channels.Aggregates<AggTradeEvent>("aggTrades");
        Channels.Silent("blockTrades");
        Channels.Candles<KlineEvent>("klines", Kline);
        Channels.Every<MiniTickerEvent>("miniTicker", Speed, topic => Day(topic.Market));
        Channels.Traded<MiniTickerEvent>("allMiniTickers", Second, (_, market) => Day(market));
        Channels.Every<TickerEvent>("ticker", Speed, topic => Day(topic.Market));
        Channels.Every<RollingTickerEvent>("rollingTicker", Speed, topic => Rolling(topic, topic.Market));
        Channels.Traded<RollingTickerEvent>("allRollingTickers", Second, Rolling);
        Channels.Top<BookTickerEvent>("bookTicker");
        Channels.Every<AvgPriceEvent>("avgPrice", Speed, topic => MarketValues.Average(topic.Market, 5));
        Channels.Every<ReferencePriceEvent>("referencePrice", Speed, topic => MarketValues.Reference(topic.Market, 10));
        Channels.Every<Wire.Spot.Depth>("partialDepth", Speed, topic => MarketValues.Of(
            topic.Market.Book(int.Parse(topic["levels"]!, CultureInfo.InvariantCulture))));
        Channels.Depth<DepthEvent>("depth", Speed);
    }

    private static (Interval Interval, TimeSpan Offset, TimeSpan Period) Kline(TopicContext topic)
    {
        var interval = IntervalText.Parse(topic["interval"]!);
        var offset = topic["utcOffset"] is null ? TimeSpan.Zero : TimeSpan.FromHours(8);
        return (interval, offset, interval == Interval.Seconds1 ? Second : 2 * Second);
    }

    private static Func<string, object?> Day(SimulatedMarket market) =>
        new ServerValues(MarketValues.Of(market.Top)).With(MarketValues.Of(market.Statistics())).Find;

    private static Func<string, object?> Rolling(TopicContext topic, SimulatedMarket market)
    {
        _ = VenueTexts.TryReadWindow(topic["window"]!, out var window); // the channel knows no other windows
        var statistics = MarketValues.Of(MarketValues.Since(market, window));
        return name => name == "Kind" ? topic["window"] + "Ticker" : statistics(name);
    }
}
