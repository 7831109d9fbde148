using System.Text;
using Spectre.Console;

namespace Adapters.Cli.Output;

/// <summary>The screen as the drawing library sees it.</summary>
internal static class Screen
{
    /// <summary>The screen, or a part of it that is drawn elsewhere first.</summary>
    public static IAnsiConsole Of(TextWriter output, Terminal terminal) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new ScreenOutput(output, terminal),
        Ansi = AnsiSupport.Yes,
        ColorSystem = terminal.HasColours ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });

    /// <summary>The style of a tone; without colours only bold and dim are left.</summary>
    public static Style Style(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(Color.Grey),
        Tone.Good => new Style(Color.Green),
        Tone.Bad => new Style(Color.Red),
        Tone.Warning => new Style(Color.Yellow),
        _ => Spectre.Console.Style.Plain,
    };

    public static Text Text(Cell cell) => new(cell.Text, Style(cell.Tone));

    private sealed class ScreenOutput(TextWriter writer, Terminal terminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => terminal.IsOutput;

        public int Width => terminal.Width();

        public int Height => terminal.Height();

        public void SetEncoding(Encoding encoding)
        {
            // The stream's encoding is decided where it is opened.
        }
    }
}
