using System.Globalization;
using System.Text;

namespace Adapters.Benchmarks.Measuring;

/// <summary>A table of results, and the bars they are held against.</summary>
internal sealed class Table(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    internal string Title => title;

    internal List<Bar> Bars { get; } = [];

    /// <summary>What the reader has to know.</summary>
    internal List<string> Notes { get; } = [];

    internal void Add(params object[] cells) => _rows.Add([.. cells.Select(Text)]);

    /// <summary>The table in Markdown, its columns padded so that it reads on a console too.</summary>
    internal string ToMarkdown()
    {
        var widths = columns.Select((column, i) => _rows.Select(row => row[i].Length).Append(column.Length).Max()).ToArray();
        var text = new StringBuilder();
        Line(columns, static (cell, width, first) => first ? cell.PadRight(width) : cell.PadLeft(width));
        Line(columns, static (_, width, first) => first ? new string('-', width) : new string('-', width - 1) + ':');
        foreach (var row in _rows)
        {
            Line(row, static (cell, width, first) => first ? cell.PadRight(width) : cell.PadLeft(width));
        }

        foreach (var note in Notes)
        {
            text.Append('\n').Append(note).Append('\n');
        }

        return text.ToString();

        void Line(string[] cells, Func<string, int, bool, string> pad) =>
            text.Append("| ").AppendJoin(" | ", cells.Select((cell, i) => pad(cell, widths[i], i == 0))).Append(" |\n");
    }

    private static string Text(object cell) => cell switch
    {
        double number when double.IsNaN(number) => "-",
        double number => number.ToString(Math.Abs(number) < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture),
        long or int => string.Create(CultureInfo.InvariantCulture, $"{cell:#,0}"),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>A bar of the project's targets.</summary>
/// <param name="What">What is held against it.</param>
/// <param name="Demand">What is demanded, as words.</param>
/// <param name="Found">What was found.</param>
/// <param name="Holds">It is met.</param>
internal sealed record Bar(string What, string Demand, double Found, bool Holds)
{
    internal static Bar AtLeast(string what, double bar, double found, string unit = " x") =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"at least {bar}{unit}"), found, found >= bar);

    internal static Bar AtMost(string what, double bar, double found, string unit = " x") =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"at most {bar}{unit}"), found, found <= bar);
}
