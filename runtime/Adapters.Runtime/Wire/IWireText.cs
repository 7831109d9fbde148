namespace Adapters.Wire;

/// <summary>A value with a text of the venue: a generated enum.</summary>
public interface IWireText
{
    /// <summary>The venue's text.</summary>
    string Text { get; }
}
