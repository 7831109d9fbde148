using Spectre.Console;

namespace Adapters.Cli.Output;

/// <summary>A line of a screen, made of pieces of known width.</summary>
internal sealed class StyledLine
{
    private readonly List<Cell> _pieces = [];

    /// <summary>Cells of a screen that it takes.</summary>
    public int Width { get; private set; }

    public StyledLine Add(string text, Tone tone = Tone.Plain)
    {
        var safe = Printable.Of(text);
        _pieces.Add(new Cell(safe, tone));
        Width += Printable.Width(safe);
        return this;
    }

    /// <summary>Adds a piece to the right of a column.</summary>
    public StyledLine AddRight(string text, int width, Tone tone = Tone.Plain) =>
        Add(Printable.Pad(text, width, toTheRight: true), tone);

    /// <summary>Adds blanks up to a width.</summary>
    public StyledLine FillTo(int width)
    {
        if (width > Width)
        {
            Add(new string(' ', width - Width));
        }

        return this;
    }

    /// <summary>Adds another line behind this one.</summary>
    public StyledLine Add(StyledLine other)
    {
        _pieces.AddRange(other._pieces);
        Width += other.Width;
        return this;
    }

    /// <summary>Several lines as one block.</summary>
    public static Paragraph Block(IEnumerable<StyledLine> lines)
    {
        var block = new Paragraph { Overflow = Overflow.Crop };
        var isFirst = true;
        foreach (var line in lines)
        {
            if (!isFirst)
            {
                block.Append("\n");
            }

            isFirst = false;
            foreach (var piece in line._pieces)
            {
                block.Append(piece.Text, Screen.Style(piece.Tone));
            }
        }

        return block;
    }
}
