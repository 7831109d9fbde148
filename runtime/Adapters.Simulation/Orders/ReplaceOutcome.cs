namespace Adapters.Simulation.Orders;

/// <summary>What became of both parts of a replacement.</summary>
public sealed record ReplaceOutcome
{
    /// <summary>Why nothing was tried: the new order breaks a rule of the market. Null where the parts tell.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>What became of the cancel; null where it was not tried.</summary>
    public CancelOutcome? Cancel { get; init; }

    /// <summary>What became of the new order; null where it was not tried.</summary>
    public OrderOutcome? Order { get; init; }

    /// <summary>True where both parts succeeded.</summary>
    public bool IsAccepted => Cancel is { IsAccepted: true } && Order is { IsAccepted: true };
}
