namespace Adapters.Cli;

/// <summary>Something on the command line is not accepted. The sentence names it and what is accepted.</summary>
internal sealed class UsageException(string message) : Exception(message);
