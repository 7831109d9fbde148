namespace Adapters.Cli.Output;

/// <summary>The terminal behind the streams. Sizes are asked each time, for a window may be resized.</summary>
/// <param name="IsOutput">Results go to a person's screen and may be redrawn.</param>
/// <param name="IsInput">A person can be asked.</param>
/// <param name="HasColours">Colours are wanted (see https://no-color.org) and can be shown.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
internal sealed record Terminal(bool IsOutput, bool IsInput, bool HasColours, Func<int> Width, Func<int> Height)
{
    /// <summary>No terminal: plain lines.</summary>
    public static Terminal None { get; } = new(false, false, false, static () => 120, static () => 40);
}
