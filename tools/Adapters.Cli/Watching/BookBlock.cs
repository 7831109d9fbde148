using System.Globalization;
using Adapters.Cli.Output;
using Adapters.Domain;

namespace Adapters.Cli.Watching;

/// <summary>The best levels of a book, asks above bids, with bars as long as their quantities.</summary>
internal static class BookBlock
{
    private const int LongestBar = 24;

    private static readonly string[] Eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

    /// <summary>Draws as many levels as fit into the lines, with the spread between the sides.</summary>
    public static List<StyledLine> Draw(WatchedMarket market, MarketFormat format, int width, int lines)
    {
        var depth = Math.Max(1, (lines - 1) / 2);
        var (bids, asks) = (new Level[depth], new Level[depth]);
        if (market.Book?.Book is not { } book || book.Copy(bids, asks) is not { Bids: > 0, Asks: > 0 } copied)
        {
            return [new StyledLine().Add("waiting for the book", Tone.Faint)];
        }

        bids = bids[..copied.Bids];
        asks = asks[..copied.Asks];
        var all = bids.Concat(asks).ToArray();
        var prices = all.Max(level => format.WidePrice(level.Price).Length);
        var quantities = all.Max(level => format.Quantity(level.Quantity).Length);
        var most = all.Max(static level => level.Quantity);
        var bar = Math.Min(LongestBar, width - prices - quantities - 4);
        StyledLine Line(Level level, Tone tone) => new StyledLine()
            .AddRight(format.WidePrice(level.Price), prices, tone)
            .AddRight(format.Quantity(level.Quantity), quantities + 2)
            .Add(bar > 0 ? "  " + Bar(level.Quantity, most, bar) : "", tone);
        return
        [
            .. asks.Reverse().Select(level => Line(level, Tone.Bad)),
            Spread(bids[0], asks[0], format, prices),
            .. bids.Select(level => Line(level, Tone.Good)),
        ];
    }

    private static StyledLine Spread(Level bid, Level ask, MarketFormat format, int width)
    {
        var spread = ask.Price - bid.Price;
        var line = new StyledLine().AddRight(format.Price(spread), width, Tone.Faint).Add("  spread", Tone.Faint);
        return bid.Price > 0m
            ? line.Add(string.Create(CultureInfo.InvariantCulture, $"  {spread / bid.Price * 10_000m:0.##} bp"), Tone.Faint)
            : line;
    }

    private static string Bar(decimal quantity, decimal most, int width)
    {
        if (most <= 0m)
        {
            return "";
        }

        var eighths = (int)Math.Ceiling(quantity / most * width * 8);
        return new string('█', eighths / 8) + Eighths[eighths % 8];
    }
}
