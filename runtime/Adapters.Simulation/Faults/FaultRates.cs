namespace Adapters.Simulation.Faults;

/// <summary>How likely each fault is, per message or request, from 0 to 1. Those of messages together, and those of
/// requests together, are at most 1; what is left goes well.</summary>
public sealed record FaultRates
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultRates None { get; } = new();

    /// <summary>A line on which everything goes wrong now and then.</summary>
    public static FaultRates Rough { get; } = new()
    {
        Drop = 0.01,
        Delay = 0.01,
        Duplicate = 0.01,
        SwapWithNext = 0.01,
        Disconnect = 0.004,
        Garbage = 0.003,
        Truncate = 0.003,
        TooManyRequests = 0.05,
        Banned = 0.01,
        ServerError = 0.05,
        ServerErrorAfterwards = 0.02,
        GarbageAnswer = 0.03,
        TruncatedAnswer = 0.03,
        LostRequest = 0.03,
        LostAnswer = 0.03,
    };

    /// <summary><see cref="StreamFault.Drop"/>.</summary>
    public double Drop { get; init; }

    /// <summary><see cref="StreamFault.Delay"/>.</summary>
    public double Delay { get; init; }

    /// <summary>Longest delay, in messages.</summary>
    public int LongestDelay { get; init; } = 10;

    /// <summary><see cref="StreamFault.Duplicate"/>.</summary>
    public double Duplicate { get; init; }

    /// <summary><see cref="StreamFault.SwapWithNext"/>.</summary>
    public double SwapWithNext { get; init; }

    /// <summary><see cref="StreamFault.Disconnect"/>.</summary>
    public double Disconnect { get; init; }

    /// <summary><see cref="StreamFault.Garbage"/>.</summary>
    public double Garbage { get; init; }

    /// <summary><see cref="StreamFault.Truncate"/>.</summary>
    public double Truncate { get; init; }

    /// <summary><see cref="RequestFault.TooManyRequests"/>.</summary>
    public double TooManyRequests { get; init; }

    /// <summary><see cref="RequestFault.Banned"/>.</summary>
    public double Banned { get; init; }

    /// <summary><see cref="RequestFault.ServerError"/>.</summary>
    public double ServerError { get; init; }

    /// <summary><see cref="RequestFault.ServerErrorAfterwards"/>.</summary>
    public double ServerErrorAfterwards { get; init; }

    /// <summary><see cref="RequestFault.Garbage"/>.</summary>
    public double GarbageAnswer { get; init; }

    /// <summary><see cref="RequestFault.Truncate"/>.</summary>
    public double TruncatedAnswer { get; init; }

    /// <summary><see cref="RequestFault.LostRequest"/>.</summary>
    public double LostRequest { get; init; }

    /// <summary><see cref="RequestFault.LostAnswer"/>.</summary>
    public double LostAnswer { get; init; }

    /// <summary>In the order of <see cref="StreamFault"/>, without None.</summary>
    internal double[] OfMessages => [Drop, Delay, Duplicate, SwapWithNext, Disconnect, Garbage, Truncate];

    /// <summary>In the order of <see cref="RequestFault"/>, without None.</summary>
    internal double[] OfRequests =>
    [
        TooManyRequests, Banned, ServerError, ServerErrorAfterwards, GarbageAnswer, TruncatedAnswer, LostRequest,
        LostAnswer,
    ];

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(LongestDelay);
        foreach (var rates in (double[][])[OfMessages, OfRequests])
        {
            if (!Array.TrueForAll(rates, rate => rate is >= 0 and <= 1) || rates.Sum() > 1.000_001)
            {
                throw new ArgumentException("Each rate is from 0 to 1, and their sum is at most 1.");
            }
        }
    }
}
