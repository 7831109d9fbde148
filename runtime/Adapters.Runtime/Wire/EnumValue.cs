namespace Adapters.Wire;

/// <summary>One value of a wire enum: known to the specification, or a new one of the venue that keeps its text.
/// </summary>
public sealed class EnumValue
{
    internal EnumValue(string text, int index)
    {
        Text = text;
        Index = index;
    }

    /// <summary>The venue's text.</summary>
    public string Text { get; }

    /// <summary>Place in the enum's table; -1 for a value that the specification does not know.</summary>
    public int Index { get; }

    /// <summary>True for a value of the specification.</summary>
    public bool IsKnown => Index >= 0;

    /// <summary>The venue's text.</summary>
    public override string ToString() => Text;
}
