using Adapters.Cli.Output;

namespace Adapters.Cli.Tests.Output;

public sealed class TableTests
{
    [Fact]
    public void Plain_lines_are_aligned_and_end_without_blanks()
    {
        var table = new Table(new("Symbol"), new("Price", IsNumber: true), new("Note"));
        table.Add("BTC/USDT", "93120.12", "");
        table.Add("币/USDT", "1", "x");

        using var output = new StringWriter { NewLine = "\n" };
        PlainTable.Write(output, table);

        Assert.Equal("SYMBOL       PRICE  NOTE\nBTC/USDT  93120.12\n币/USDT          1  x\n", output.ToString());
    }

    [Fact]
    public void Least_important_columns_are_left_out_first()
    {
        var table = new Table(new("A"), new("Second", Rank: 2), new("First", Rank: 3), new("B"));
        table.Add("1", "2", "3", "4");

        Assert.Equal(["A", "Second", "First", "B"], table.Fit(16, 1).Columns.Select(column => column.Title));
        Assert.Equal(["A", "Second", "B"], table.Fit(15, 1).Columns.Select(column => column.Title));
        Assert.Equal(["A", "B"], table.Fit(1, 1).Columns.Select(column => column.Title));
    }

    [Fact]
    public void Control_characters_of_a_venue_do_not_reach_a_screen()
    {
        var table = new Table(new Column("A"));
        table.Add("\u001b[2J");
        Assert.Equal("?[2J", table.Rows[0][0].Text);
    }

    [Fact]
    public void Row_with_too_few_cells_is_a_mistake() =>
        Assert.Throws<ArgumentException>(() => new Table(new("A"), new("B")).Add("1"));
}
