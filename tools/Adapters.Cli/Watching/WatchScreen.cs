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

    private readonly WatchHead _head = new(host.Time, title, duration);

    /// <summary>Draws until it is stopped; the last picture stays.</summary>
    public async Task RunAsync(IReadOnlyList<WatchedMarket> markets, CancellationToken cancellationToken)
    {
        using var picture = new LivePicture(host);
        await picture.RunAsync((width, height) => Picture(markets, width, height), cancellationToken).ConfigureAwait(false);
    }

    private Rows Picture(IReadOnlyList<WatchedMarket> markets, int width, int height)
    {
        var columns = Math.Clamp(width / UsualPanelWidth, 1, markets.Count);
        var rows = (markets.Count + columns - 1) / columns;
        var panelHeight = Math.Min(MostPanelLines, (height - HeadLines) / rows);
        var hasRoom = panelHeight - MarketPanel.Edges >= MarketPanel.LeastLines + 2 && width / columns >= MarketPanel.LeastWidth;
        return new Rows(
            StyledLine.Block([_head.Draw(width)]),
            hasRoom ? Panels(markets, columns, width / columns, panelHeight) : ScreenTable.Make(Summary(markets), width));
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
