using Adapters.Domain;

namespace Adapters.Orders;

/// <summary>A call about an order: what was asked for, and between which moments on the server's clock it was
/// sent.</summary>
/// <param name="Operation">What was done.</param>
/// <param name="Ref">The order.</param>
internal sealed record OrderAttempt(OrderOperation Operation, OrderRef Ref)
{
    /// <summary>The order that was placed.</summary>
    internal OrderRequest? Request { get; init; }

    /// <summary>The change that was asked for.</summary>
    internal AmendRequest? Change { get; init; }

    /// <summary>The client's id is one that was made for this order alone.</summary>
    internal bool HasOwnId { get; init; }

    /// <summary>It was not sent before; null where it was not sent at all.</summary>
    internal Timestamp? SentFrom { get; init; }

    /// <summary>It was not sent after.</summary>
    internal Timestamp? SentTo { get; init; }
}
