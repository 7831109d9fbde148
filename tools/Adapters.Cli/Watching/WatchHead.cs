using System.Globalization;
using Adapters.Cli.Output;

namespace Adapters.Cli.Watching;

/// <summary>The line above a picture: what is watched, since when, and how it ends.</summary>
/// <param name="time">The clock.</param>
/// <param name="title">What is watched, and where.</param>
/// <param name="duration">How long; null until it is stopped.</param>
internal sealed class WatchHead(TimeProvider time, string title, TimeSpan? duration)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>The line.</summary>
    /// <param name="width">Cells that are free; what does not fit is left out.</param>
    /// <param name="state">Stands behind the title, where something is to be said.</param>
    public StyledLine Draw(int width, Cell? state = null)
    {
        var passed = time.GetElapsedTime(_start);
        var seconds = duration is { } whole
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Min(passed.TotalSeconds, whole.TotalSeconds):0} of {whole.TotalSeconds:0} s")
            : string.Create(CultureInfo.InvariantCulture, $"{passed.TotalSeconds:0} s");
        var line = new StyledLine().Add(title, Tone.Strong);
        var now = time.GetUtcNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        foreach (var piece in new[]
        {
            new Cell(state is { Text: { } text } ? $"  {text}" : "", state?.Tone ?? Tone.Plain), new($"  {now} UTC", Tone.Faint),
            new($"  {seconds}", Tone.Faint), new("  Ctrl-C ends", Tone.Faint),
        })
        {
            if (line.Width + piece.Text.Length <= width)
            {
                line.Add(piece.Text, piece.Tone);
            }
        }

        return line;
    }
}
