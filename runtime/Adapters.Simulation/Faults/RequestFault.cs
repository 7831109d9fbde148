namespace Adapters.Simulation.Faults;

/// <summary>What happens to one request.</summary>
public enum RequestFault
{
    /// <summary>Nothing: it is answered.</summary>
    None,

    /// <summary>Refused with status 429, not executed.</summary>
    TooManyRequests,

    /// <summary>Refused with status 418, not executed.</summary>
    Banned,

    /// <summary>Answered with a status of 500 to 504, not executed.</summary>
    ServerError,

    /// <summary>Executed, then answered with a status of 500 to 504: the outcome is unknown to the client.</summary>
    ServerErrorAfterwards,

    /// <summary>Executed, then answered with bytes that are no answer.</summary>
    Garbage,

    /// <summary>Executed, then answered with only the beginning of the answer.</summary>
    Truncate,

    /// <summary>Lost on the way in: neither executed nor answered.</summary>
    LostRequest,

    /// <summary>Executed; the answer is lost.</summary>
    LostAnswer,
}
