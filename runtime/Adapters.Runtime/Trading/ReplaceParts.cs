using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Trading;

/// <summary>What a venue answers to cancelling an order and placing another one in its stead.</summary>
public sealed record ReplaceParts
{
    /// <summary>The cancelled order, where it was cancelled and the answer tells it.</summary>
    public Order? Canceled { get; init; }

    /// <summary>Why it was not cancelled; null where it was.</summary>
    public ExchangeException? CancelError { get; init; }

    /// <summary>The new order; null where it was refused or not tried.</summary>
    public PlacedOrder? Placed { get; init; }

    /// <summary>Why the new order was refused; null where it was not refused or not tried.</summary>
    public ExchangeException? PlaceError { get; init; }
}
