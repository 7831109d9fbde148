using Adapters.Books;
using Adapters.Cli.Output;
using Adapters.Domain;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Adapters.Cli.Watching;

/// <summary>A market on a screen: prices, book and trades inside a frame.</summary>
internal static class MarketPanel
{
    /// <summary>Lines of a frame that hold nothing of the market.</summary>
    public const int Edges = 2;

    /// <summary>With fewer lines inside there is nothing to see of a book.</summary>
    public const int LeastLines = 7;

    /// <summary>Cells inside which a frame still shows book and trades.</summary>
    public const int LeastWidth = 44;

    private const int Padding = 4;
    private const int SideBySide = 72;
    private const int BookShare = 45;
    private const int Gap = 3;

    /// <summary>Draws a market.</summary>
    /// <param name="market">The market.</param>
    /// <param name="width">Cells with the frame.</param>
    /// <param name="height">Lines with the frame.</param>
    public static IRenderable Draw(WatchedMarket market, int width, int height)
    {
        var inside = width - Padding;
        var format = MarketFormat.Of(market.Symbol);
        var lines = new List<StyledLine>(height);
        lines.AddRange(Prices(market, format, inside));
        var left = height - Edges - lines.Count;
        lines.AddRange(inside >= SideBySide ? Beside(market, format, inside, left) : Below(market, format, inside, left));
        while (lines.Count < height - Edges)
        {
            lines.Add(new StyledLine());
        }

        return new Panel(StyledLine.Block(lines.Take(height - Edges)))
        {
            Header = new PanelHeader(Header(market)),
            Border = BoxBorder.Rounded,
            BorderStyle = Screen.Style(Tone.Faint),
            Padding = new Padding(1, 0),
            Width = width,
        };
    }

    /// <summary>The state of a market's book and streams in a word and a sign.</summary>
    public static Cell State(WatchedMarket market)
    {
        if (market.Trouble is { } trouble)
        {
            return new Cell($"◌ {trouble.Stream} {trouble.Kind.ToString().ToLowerInvariant()}", Tone.Bad);
        }

        var state = market.Book?.State ?? BookState.Resyncing;
        var sign = state switch
        {
            BookState.Synchronised => "●",
            BookState.Resyncing => "◌",
            _ => "○",
        };
        return new Cell($"{sign} {state.ToString().ToLowerInvariant()}", Tones.Of(state));
    }

    private static string Header(WatchedMarket market)
    {
        var state = State(market);
        var edge = $"[{Screen.Style(Tone.Faint).ToMarkup()}]─[/]"; // blanks at the ends would be trimmed
        return $"{edge} [bold]{Markup.Escape(Printable.Of(market.Symbol.ToString()))}[/]  "
            + $"[{Screen.Style(state.Tone).ToMarkup()}]{Markup.Escape(state.Text)}[/] {edge}";
    }

    private static IEnumerable<StyledLine> Prices(WatchedMarket market, MarketFormat format, int width)
    {
        if (market.Ticker is not { } ticker)
        {
            return [new StyledLine().Add("waiting for the first ticker", Tone.Faint), new StyledLine()];
        }

        var tone = Tones.Of(ticker.ChangePercent);
        var sign = ticker.ChangePercent switch { > 0 => "▲ ", < 0 => "▼ ", _ => "" };
        var quote = market.Symbol.Market?.Quote.Code;
        var first = new StyledLine().Add(format.WidePrice(ticker.Last), Tone.Strong).Add($" {quote}  ", Tone.Faint)
            .Add(sign + MarketFormat.Percent(ticker.ChangePercent), tone);
        var second = new StyledLine();
        foreach (var (name, value) in new[]
        {
            ("high", format.WidePrice(ticker.High)), ("low", format.WidePrice(ticker.Low)),
            ("volume", $"{MarketFormat.Amount(ticker.Volume)} {market.Symbol.Market?.Base.Code}".TrimEnd()),
        })
        {
            var piece = new StyledLine().Add(name + " ", Tone.Faint).Add(value);
            if (value.Length > 0 && second.Width + piece.Width <= width)
            {
                second.Add(piece).Add("  ");
            }
        }

        return [first, second];
    }

    private static IEnumerable<StyledLine> Beside(WatchedMarket market, MarketFormat format, int width, int lines)
    {
        var left = width * BookShare / 100;
        var book = BookBlock.Draw(market, format, left, lines);
        var trades = TradeBlock.Draw(market, format, width - left - Gap, lines);
        for (var i = 0; i < lines; i++)
        {
            var line = i < book.Count ? book[i] : new StyledLine();
            yield return i < trades.Count ? line.FillTo(left + Gap).Add(trades[i]) : line;
        }
    }

    private static IEnumerable<StyledLine> Below(WatchedMarket market, MarketFormat format, int width, int lines)
    {
        // The book takes two thirds, an odd number of lines so that the spread is in the middle.
        var forBook = lines < LeastLines + 3 ? lines : (lines * 2 / 3) | 1;
        var book = BookBlock.Draw(market, format, width, forBook);
        return lines - forBook < 2
            ? book
            : book.Append(new StyledLine()).Concat(TradeBlock.Draw(market, format, width, lines - forBook - 1));
    }
}
