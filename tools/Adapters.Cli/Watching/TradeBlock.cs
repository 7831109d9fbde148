using Adapters.Cli.Output;

namespace Adapters.Cli.Watching;

/// <summary>The latest trades of a market, newest above.</summary>
internal static class TradeBlock
{
    public static List<StyledLine> Draw(WatchedMarket market, MarketFormat format, int width, int lines)
    {
        var trades = market.LatestTrades(lines);
        if (trades.Length == 0)
        {
            return [new StyledLine().Add("waiting for the first trade", Tone.Faint)];
        }

        var prices = trades.Max(trade => format.WidePrice(trade.Price).Length);
        var quantities = trades.Max(trade => format.Quantity(trade.Quantity).Length);
        return [.. trades.Select(trade =>
        {
            var line = new StyledLine().Add(TimeText.OfDay(trade.Time) + "  ", Tone.Faint)
                .Add($"{trade.Side.ToString().ToLowerInvariant(),-4}", Tones.Of(trade.Side))
                .AddRight(format.WidePrice(trade.Price), prices + 2, Tones.Of(trade.Side));
            return line.Width + quantities + 2 <= width ? line.AddRight(format.Quantity(trade.Quantity), quantities + 2) : line;
        })];
    }
}
