using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Orders;

/// <summary>How placing, cancelling or amending an order ended. Never an exception: whatever breaks, the caller knows
/// which order it is about, and whether it must be resolved.</summary>
public sealed class OrderOutcome
{
    private OrderOutcome(OutcomeKind kind, OrderRef reference)
    {
        Kind = kind;
        Ref = reference;
    }

    /// <summary>How it ended.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Which order it is about; for one that was placed its client id.</summary>
    public OrderRef Ref { get; }

    /// <summary>The order as far as it is known; absent unless acknowledged.</summary>
    public Order? Order { get; private init; }

    /// <summary>Fills that the answer told. The private stream tells them too: by their ids they are the
    /// same.</summary>
    public IReadOnlyList<Fill> Fills { get; private init; } = [];

    /// <summary>Why it was refused, or why nobody knows; absent where acknowledged.</summary>
    public ExchangeException? Error { get; private init; }

    /// <summary>When it was sent, on the server's clock as far as is known; absent where it was refused
    /// before.</summary>
    public Timestamp? SentAt { get; private init; }

    /// <summary>The venue took it.</summary>
    [MemberNotNullWhen(true, nameof(Order))]
    public bool IsAcknowledged => Kind == OutcomeKind.Acknowledged;

    /// <summary>It was refused.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsRejected => Kind == OutcomeKind.Rejected;

    /// <summary>Nobody knows; resolve it.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsUnknown => Kind == OutcomeKind.Unknown;

    /// <summary>The venue took it.</summary>
    public static OrderOutcome Acknowledged(
        OrderRef reference, in Order order, Timestamp? sentAt = null, IReadOnlyList<Fill>? fills = null) =>
        new(OutcomeKind.Acknowledged, reference) { Order = order, SentAt = sentAt, Fills = fills ?? [] };

    /// <summary>It was refused.</summary>
    /// <param name="reference">The order.</param>
    /// <param name="error">Why.</param>
    /// <param name="sentAt">When it was sent; null where it was not.</param>
    public static OrderOutcome Rejected(OrderRef reference, ExchangeException error, Timestamp? sentAt = null)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(OutcomeKind.Rejected, reference) { Error = error, SentAt = sentAt };
    }

    /// <summary>Nobody knows.</summary>
    /// <param name="reference">The order.</param>
    /// <param name="error">Why.</param>
    /// <param name="sentAt">When it was sent.</param>
    public static OrderOutcome Unknown(OrderRef reference, ExchangeException error, Timestamp sentAt)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(OutcomeKind.Unknown, reference) { Error = error, SentAt = sentAt };
    }

    /// <summary>Kind, order, and the error where there is one.</summary>
    public override string ToString() => Error is null ? $"{Kind}: {Ref}" : $"{Kind}: {Ref}: {Error.Message}";
}
