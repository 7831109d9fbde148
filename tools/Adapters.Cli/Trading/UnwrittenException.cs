namespace Adapters.Cli.Trading;

/// <summary>An order was acknowledged, and that could not be written: whoever ran the command does not know of it.</summary>
internal sealed class UnwrittenException(string message, Exception cause) : Exception(message, cause);
