namespace Adapters.Errors;

/// <summary>A number that decimal cannot hold exactly was read as one.
/// <see cref="Text"/> is what the venue sent.</summary>
public sealed class NumberRangeException : Exception
{
    private const int ShownCharacters = 80;

    /// <summary>Makes the error for a number's text.</summary>
    public NumberRangeException(string text)
        : base($"The number {Shorten(text)} has more digits than a decimal holds exactly. Read its text instead.") =>
        Text = text;

    /// <summary>The whole text of the number.</summary>
    public string Text { get; }

    private static string Shorten(string text) =>
        text.Length <= ShownCharacters ? text : string.Concat(text.AsSpan(0, ShownCharacters), "...");
}
