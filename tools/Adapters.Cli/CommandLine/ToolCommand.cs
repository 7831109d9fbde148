using System.CommandLine;

namespace Adapters.Cli.CommandLine;

/// <summary>A command with examples for its help.</summary>
internal abstract class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines without the program's name, and what they do.</summary>
    public IReadOnlyList<(string Line, string Does)> Examples { get; protected init; } = [];
}
