namespace Adapters.Cli.Output;

/// <summary>How a piece of text is meant; a screen shows it in colour.</summary>
internal enum Tone
{
    /// <summary>Text as any other.</summary>
    Plain,

    /// <summary>What the eye should find first.</summary>
    Strong,

    /// <summary>Less important.</summary>
    Faint,

    /// <summary>Up, bought, in order.</summary>
    Good,

    /// <summary>Down, sold, out of order.</summary>
    Bad,

    /// <summary>Being worked on.</summary>
    Warning,
}

/// <summary>A cell of a table.</summary>
internal readonly record struct Cell(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator Cell(string? text) => new(text ?? "");
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="IsNumber">Stands to the right.</param>
/// <param name="Rank">Columns of the highest rank are left out first where a screen is too narrow; 0 stays.</param>
/// <param name="Wraps">Long texts go on in the next line of a screen.</param>
internal sealed record Column(string Title, bool IsNumber = false, int Rank = 0, bool Wraps = false);

/// <summary>Rows for people: a table on a screen, aligned lines in a pipe.</summary>
internal sealed class Table(params Column[] columns)
{
    private const int LeastWrapped = 30;

    private readonly List<Cell[]> _rows = [];

    public IReadOnlyList<Column> Columns => columns;

    public IReadOnlyList<Cell[]> Rows => _rows;

    public void Add(params Cell[] cells)
    {
        if (cells.Length != columns.Length)
        {
            throw new ArgumentException($"{cells.Length} cells for {columns.Length} columns.", nameof(cells));
        }

        _rows.Add(Array.ConvertAll(cells, static cell => cell with { Text = Printable.Of(cell.Text) }));
    }

    /// <summary>The same table with fewer columns, so that it fits a width.</summary>
    /// <param name="width">Cells of a screen.</param>
    /// <param name="gap">Cells between two columns.</param>
    public Table Fit(int width, int gap)
    {
        var kept = Enumerable.Range(0, columns.Length).ToList();
        int Needed() => kept.Sum(i => columns[i].Wraps ? Math.Min(Width(i), LeastWrapped) : Width(i)) + (gap * (kept.Count - 1));
        while (Needed() > width && kept.Where(i => columns[i].Rank > 0).ToArray() is { Length: > 0 } optional)
        {
            kept.Remove(optional.OrderByDescending(i => columns[i].Rank).ThenByDescending(static i => i).First());
        }

        if (kept.Count == columns.Length)
        {
            return this;
        }

        var narrow = new Table([.. kept.Select(i => columns[i])]);
        narrow._rows.AddRange(_rows.Select(row => kept.Select(i => row[i]).ToArray()));
        return narrow;
    }

    /// <summary>Cells of a screen that a column takes.</summary>
    public int Width(int column) => _rows.Select(row => Printable.Width(row[column].Text))
        .Append(Printable.Width(columns[column].Title)).Max();
}
