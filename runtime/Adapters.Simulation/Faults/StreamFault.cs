namespace Adapters.Simulation.Faults;

/// <summary>What happens to one message on its way out.</summary>
public enum StreamFault
{
    /// <summary>Nothing: it arrives.</summary>
    None,

    /// <summary>It never arrives.</summary>
    Drop,

    /// <summary>It arrives some messages later.</summary>
    Delay,

    /// <summary>It arrives twice.</summary>
    Duplicate,

    /// <summary>It arrives after the next one.</summary>
    SwapWithNext,

    /// <summary>The connection ends in place of it; what waits behind it is lost too.</summary>
    Disconnect,

    /// <summary>Bytes that are no message arrive in place of it.</summary>
    Garbage,

    /// <summary>Only its beginning arrives.</summary>
    Truncate,
}
