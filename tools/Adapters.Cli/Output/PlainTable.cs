namespace Adapters.Cli.Output;

/// <summary>A table as aligned lines, for pipes and files.</summary>
internal static class PlainTable
{
    private const string Gap = "  ";

    public static void Write(TextWriter output, Table table)
    {
        var widths = Enumerable.Range(0, table.Columns.Count).Select(table.Width).ToArray();
        output.WriteLine(Line(table, widths, i => table.Columns[i].Title.ToUpperInvariant()));
        foreach (var row in table.Rows)
        {
            output.WriteLine(Line(table, widths, i => row[i].Text));
        }
    }

    private static string Line(Table table, int[] widths, Func<int, string> text) => string.Join(
        Gap, widths.Select((width, i) => Printable.Pad(text(i), width, table.Columns[i].IsNumber))).TrimEnd();
}
