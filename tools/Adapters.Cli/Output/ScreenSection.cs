using Spectre.Console;
using Spectre.Console.Rendering;

namespace Adapters.Cli.Output;

/// <summary>A table under a line that names it; the rows that a screen has are shared among several.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Count">How much there is, in words.</param>
/// <param name="Rows">Rows that there are.</param>
/// <param name="Make">The table of so many of them.</param>
internal sealed record ScreenSection(string Name, string Count, int Rows, Func<int, Table> Make)
{
    private const int TitleLines = 1;
    private const int TableEdges = 4;

    /// <summary>Draws sections below each other. Where there is not room for a row of each, the last ones are but a line.
    /// </summary>
    public static IEnumerable<IRenderable> Draw(IReadOnlyList<ScreenSection> sections, int width, int height)
    {
        var shown = Share(sections, height);
        for (var i = 0; i < sections.Count && i < height; i++)
        {
            var (section, rows) = (sections[i], shown[i]);
            var title = new StyledLine().Add(section.Name, Tone.Strong).Add($"  {section.Count}", Tone.Faint);
            yield return StyledLine.Block([rows > 0 && rows < section.Rows ? title.Add($", {rows} shown", Tone.Faint) : title]);
            if (rows > 0)
            {
                yield return ScreenTable.Make(section.Make(rows), width);
            }
        }
    }

    // One row more for each in turn, as long as there are lines.
    private static int[] Share(IReadOnlyList<ScreenSection> sections, int height)
    {
        var shown = new int[sections.Count];
        var free = height - (TitleLines * sections.Count);
        for (var hasGiven = true; hasGiven;)
        {
            hasGiven = false;
            for (var i = 0; i < shown.Length; i++)
            {
                var lines = shown[i] == 0 ? TableEdges + 1 : 1;
                if (shown[i] < sections[i].Rows && lines <= free)
                {
                    shown[i]++;
                    free -= lines;
                    hasGiven = true;
                }
            }
        }

        return shown;
    }
}
