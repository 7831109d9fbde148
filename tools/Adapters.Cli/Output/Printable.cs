using Spectre.Console.Rendering;

namespace Adapters.Cli.Output;

/// <summary>Text that came from elsewhere, made harmless for a screen: control characters could move its cursor.</summary>
internal static class Printable
{
    public static string Of(string text) => text.Any(char.IsControl)
        ? string.Concat(text.Select(static c => char.IsControl(c) ? '?' : c))
        : text;

    /// <summary>Cells of a screen; East Asian characters take two.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>Filled with blanks up to a width.</summary>
    public static string Pad(string text, int width, bool toTheRight)
    {
        var blanks = new string(' ', Math.Max(0, width - Width(text)));
        return toTheRight ? blanks + text : text + blanks;
    }
}
