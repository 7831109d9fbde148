namespace Adapters.Simulation.Faults;

/// <summary>What a plan decided for one request.</summary>
/// <param name="Fault">What happens.</param>
/// <param name="Status">HTTP status to answer with; null for the usual one, or where nothing is answered.</param>
/// <param name="RetryAfter">For a refusal: how long the client is told to wait; null where it is not told.</param>
public readonly record struct RequestDecision(RequestFault Fault, int? Status, TimeSpan? RetryAfter)
{
    /// <summary>True where the exchange acts on the request, whatever the client gets to know.</summary>
    public bool IsExecuted => Fault is RequestFault.None or RequestFault.ServerErrorAfterwards
        or RequestFault.Garbage or RequestFault.Truncate or RequestFault.LostAnswer;

    /// <summary>True where the client gets an answer of some kind.</summary>
    public bool IsAnswered => Fault is not (RequestFault.LostRequest or RequestFault.LostAnswer);
}
