using System.Globalization;
using Adapters.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Adapters.Cli.Watching;

/// <summary>Draws watched markets again and again: a frame for each where there is room, else a row for each.</summary>
/// <param name="host">The terminal and the clock.</param>
/// <param name="title">What is watched, and where.</param>
/// <param name="duration">How long; null until it is stopped.</param>
internal sealed class WatchScreen(ToolHost host, string title, TimeSpan? duration)
{
    private const int UsualPanelWidth = 60;
    private const int HeadLines = 1;
    private const int MostPanelLines = 26;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly long _start = host.Time.GetTimestamp();

    /// <summary>Draws until it is stopped; the last picture stays.</summary>
    public async Task RunAsync(IReadOnlyList<WatchedMarket> markets, CancellationToken cancellationToken)
    {
        using var picture = new LivePicture(host);
        picture.Draw((width, height) => Picture(markets, width, height));
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Period, host.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            picture.Draw((width, height) => Picture(markets, width, height));
        }
    }

    private Rows Picture(IReadOnlyList<WatchedMarket> markets, int width, int height)
    {
        var columns = Math.Clamp(width / UsualPanelWidth, 1, markets.Count);
        var rows = (markets.Count + columns - 1) / columns;
        var panelHeight = Math.Min(MostPanelLines, (height - HeadLines) / rows);
        var hasRoom = panelHeight - MarketPanel.Edges >= MarketPanel.LeastLines + 2 && width / columns >= MarketPanel.LeastWidth;
        return new Rows(
            StyledLine.Block([Head(width)]),
            hasRoom ? Panels(markets, columns, width / columns, panelHeight) : ScreenTable.Make(Summary(markets), width));
    }

    private StyledLine Head(int width)
    {
        var passed = host.Time.GetElapsedTime(_start);
        var time = duration is { } whole
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(passed.TotalSeconds, whole.TotalSeconds):0} of {whole.TotalSeconds:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{passed.TotalSeconds:0} s");
        var line = new StyledLine().Add(title, Tone.Strong);
        foreach (var piece in new[]
        {
            $"  {host.Time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} UTC", $"  {time}", "  Ctrl-C ends",
        })
        {
            if (line.Width + piece.Length <= width)
            {
                line.Add(piece, Tone.Faint);
            }
        }

        return line;
    }

    private static Grid Panels(IReadOnlyList<WatchedMarket> markets, int columns, int width, int height)
    {
        var grid = new Grid { Expand = false };
        for (var i = 0; i < columns; i++)
        {
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0), NoWrap = true, Width = width });
        }

        foreach (var row in markets.Chunk(columns))
        {
            var panels = row.Select(market => MarketPanel.Draw(market, width, height));
            grid.AddRow([.. panels.Concat(Enumerable.Repeat<IRenderable>(Text.Empty, columns - row.Length))]);
        }

        return grid;
    }

    private static Output.Table Summary(IReadOnlyList<WatchedMarket> markets)
    {
        var table = new Output.Table(
            new("Symbol"), new("Last", IsNumber: true), new("Change", IsNumber: true), new("Bid", IsNumber: true, Rank: 1),
            new("Ask", IsNumber: true, Rank: 1), new("Trades", IsNumber: true, Rank: 2), new("Book"));
        foreach (var market in markets)
        {
            var format = MarketFormat.Of(market.Symbol);
            var top = market.Book?.Book.Top;
            table.Add(
                new(market.Symbol.ToString(), Tone.Strong), format.WidePrice(market.Ticker?.Last),
                new(MarketFormat.Percent(market.Ticker?.ChangePercent), Tones.Of(market.Ticker?.ChangePercent)),
                new(format.WidePrice(top?.Bid?.Price), Tone.Good), new(format.WidePrice(top?.Ask?.Price), Tone.Bad),
                market.TradeCount.ToString(CultureInfo.InvariantCulture), MarketPanel.State(market));
        }

        return table;
    }
}
