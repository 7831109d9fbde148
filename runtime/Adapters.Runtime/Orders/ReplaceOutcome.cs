namespace Adapters.Orders;

/// <summary>How cancelling an order and placing another one in its stead ended. Each part has an outcome of its own, and
/// one that is unknown is resolved by itself.</summary>
/// <param name="Cancel">What became of the cancel.</param>
/// <param name="Place">What became of the new order; rejected too where it was not tried, because the other order could
/// not be cancelled.</param>
public sealed record ReplaceOutcome(OrderOutcome Cancel, OrderOutcome Place)
{
    /// <summary>Both were done.</summary>
    public bool IsAcknowledged => Cancel.IsAcknowledged && Place.IsAcknowledged;
}
