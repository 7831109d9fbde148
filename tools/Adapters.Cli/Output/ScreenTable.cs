using Spectre.Console;

namespace Adapters.Cli.Output;

/// <summary>A table on a screen.</summary>
internal static class ScreenTable
{
    private const int Gap = 3;
    private const int Edges = 4;

    public static void Write(IAnsiConsole console, Table table) => console.Write(Make(table, console.Profile.Width));

    /// <summary>The table as far as it fits a width.</summary>
    public static Spectre.Console.Table Make(Table table, int width)
    {
        var narrow = table.Fit(width - Edges, Gap);
        var drawn = new Spectre.Console.Table { Border = TableBorder.Rounded, BorderStyle = Screen.Style(Tone.Faint) };
        foreach (var column in narrow.Columns)
        {
            drawn.AddColumn(new TableColumn(new Text(column.Title, Screen.Style(Tone.Strong)))
            {
                Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                NoWrap = !column.Wraps,
            });
        }

        foreach (var row in narrow.Rows)
        {
            drawn.AddRow(row.Select(Screen.Text));
        }

        return drawn;
    }
}
