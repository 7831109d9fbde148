namespace Adapters.Cli;

/// <summary>The operation failed for a reason that is the tool's own to tell.</summary>
/// <param name="message">A sentence for people.</param>
/// <param name="path">JSON path of the value at fault, where there is one.</param>
internal sealed class FailureException(string message, string? path = null) : Exception(message)
{
    /// <summary>JSON path of the value at fault.</summary>
    public string? Path { get; } = path;
}
