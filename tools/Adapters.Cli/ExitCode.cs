namespace Adapters.Cli;

/// <summary>What the process tells its caller; the help of every command lists them.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>The operation failed: the exchange refused or could not be reached, or input cannot be read.</summary>
    public const int Failure = 1;

    /// <summary>Wrong usage: an option, argument or name is not accepted. Nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>What became of an order is not known, and could not be found out. It must not be sent again blindly.</summary>
    public const int Unknown = 3;
}
