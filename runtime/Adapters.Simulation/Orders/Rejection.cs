namespace Adapters.Simulation.Orders;

/// <summary>A refusal.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Text">The same in words, with the values, for people.</param>
public sealed record Rejection(RejectReason Reason, string Text)
{
    /// <summary>The limit that was broken, where there is one.</summary>
    public decimal? Limit { get; init; }

    /// <summary>The value that broke it.</summary>
    public decimal? Value { get; init; }

    /// <summary>The order that was given an id before it was refused; null where it did not come so far.</summary>
    public OrderSnapshot? Order { get; init; }
}
