using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Adapters.Cli.Output;

/// <summary>A picture on a screen that is drawn over itself. The last one stays, and the screen is left as it was found.
/// </summary>
internal sealed class LivePicture : IDisposable
{
    // What is meant by each: hide and show the cursor; cut long lines or wrap them; show a frame only once it is whole.
    private const string Begin = "\u001b[?25l\u001b[?7l";
    private const string End = "\u001b[?7h\u001b[?25h";
    private const string BeginFrame = "\u001b[?2026h";
    private const string EndFrame = "\u001b[?2026l";
    private const string ClearScreen = "\u001b[H\u001b[2J";
    private const string ClearLine = "\u001b[K";
    private const string ClearBelow = "\u001b[J";

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _time;
    private readonly TextWriter _output;
    private readonly Terminal _terminal;
    private readonly StringWriter _drawn = new() { NewLine = "\n" };
    private readonly IAnsiConsole _console;
    private (int Width, int Height) _size;
    private int _lines;

    public LivePicture(ToolHost host)
    {
        _time = host.Time;
        _output = host.Out;
        _terminal = host.Terminal;
        _console = Screen.Of(_drawn, _terminal);
        _output.Write(Begin);
    }

    /// <summary>Draws again and again until it is stopped.</summary>
    /// <param name="draw">Makes the picture for a width and height, in cells and lines that are free.</param>
    /// <param name="cancellationToken">Stops it; one more picture shows the end.</param>
    public async Task RunAsync(Func<int, int, IRenderable> draw, CancellationToken cancellationToken)
    {
        Draw(draw);
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(Period, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Draw(draw);
        }
    }

    /// <summary>Draws.</summary>
    /// <param name="draw">Makes the picture for a width and height, in cells and lines that are free.</param>
    public void Draw(Func<int, int, IRenderable> draw)
    {
        var size = (_terminal.Width(), _terminal.Height());
        var frame = new StringBuilder(BeginFrame);
        if (_lines > 0 && size != _size)
        {
            // The terminal has moved the old lines somewhere; only a clean screen is sure.
            frame.Append(ClearScreen);
        }
        else if (_lines > 0)
        {
            frame.Append($"\r\u001b[{_lines}A");
        }

        _size = size;
        var height = Math.Max(1, size.Item2 - 1);
        var lines = Lines(draw(Math.Max(1, size.Item1), height)).Take(height).ToArray();
        foreach (var line in lines)
        {
            frame.Append(ClearLine).Append(line).Append('\n'); // cleared first: behind a full line the last cell would go
        }

        _lines = lines.Length;
        _output.Write(frame.Append(ClearBelow).Append(EndFrame));
        _output.Flush();
    }

    public void Dispose()
    {
        _output.Write(End);
        _output.Flush();
        _drawn.Dispose();
    }

    private string[] Lines(IRenderable picture)
    {
        _drawn.GetStringBuilder().Clear();
        _console.Write(picture);
        return _drawn.ToString().TrimEnd('\n').Split('\n');
    }
}
