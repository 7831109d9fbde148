using Adapters.Simulation.Faults;

namespace Adapters.Faces.Tests.Faults;

/// <summary>What goes wrong at the venue itself.</summary>
internal static class FaultLevels
{
    /// <summary>Calls fail in every way, and connections end; nothing else is lost.</summary>
    public static FaultRates Lossless { get; } = new()
    {
        Disconnect = 0.02,
        TooManyRequests = 0.015,
        Banned = 0.004,
        ServerError = 0.02,
        ServerErrorAfterwards = 0.03,
        GarbageAnswer = 0.02,
        TruncatedAnswer = 0.02,
        LostRequest = 0.02,
        LostAnswer = 0.03,
    };

    /// <summary>Messages are lost, doubled, damaged and overtaken besides.</summary>
    public static FaultRates All { get; } = Lossless with
    {
        Drop = 0.02,
        Delay = 0.02,
        Duplicate = 0.03,
        SwapWithNext = 0.02,
        Disconnect = 0.01,
        Garbage = 0.01,
        Truncate = 0.01,
    };
}
