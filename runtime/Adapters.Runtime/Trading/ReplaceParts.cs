using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Trading;

/// <summary>What a venue answers to cancelling an order and placing another one in its stead. The result of a part decides:
/// what else is told of it must agree, or the part is unknown.</summary>
/// <param name="Cancel">What it says of the cancel.</param>
/// <param name="Place">What it says of the new order.</param>
public sealed record ReplaceParts(PartResult Cancel, PartResult Place)
{
    /// <summary>The cancelled order, where it was cancelled and the answer tells it.</summary>
    public Order? Canceled { get; init; }

    /// <summary>Why it was not cancelled; null where it was, or where no reason is told.</summary>
    public ExchangeException? CancelError { get; init; }

    /// <summary>The new order; null where it was refused or not tried, or is not told.</summary>
    public PlacedOrder? Placed { get; init; }

    /// <summary>Why the new order was refused; null where it was not refused, or where no reason is told.</summary>
    public ExchangeException? PlaceError { get; init; }
}
