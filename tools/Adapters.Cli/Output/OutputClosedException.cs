namespace Adapters.Cli.Output;

/// <summary>Whoever read the results has closed the pipe, as <c>head</c> does.</summary>
internal sealed class OutputClosedException(IOException cause) : Exception(cause.Message, cause);
