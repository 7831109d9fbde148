using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Orders;

/// <summary>How placing, cancelling or amending an order ended. Whatever breaks, the caller knows which order it is about,
/// and whether it must be resolved.</summary>
public sealed class OrderOutcome
{
    private OrderOutcome(OutcomeKind kind, OrderAttempt attempt)
    {
        Kind = kind;
        Attempt = attempt;
    }

    /// <summary>How it ended.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>What was done.</summary>
    public OrderOperation Operation => Attempt.Operation;

    /// <summary>Which order it is about; for one that was placed its client id.</summary>
    public OrderRef Ref => Attempt.Ref;

    /// <summary>The order as far as it is known; absent unless acknowledged.</summary>
    public Order? Order { get; private init; }

    /// <summary>Fills that the answer told. The private stream tells them too: by their ids they are the same.</summary>
    public IReadOnlyList<Fill> Fills { get; private init; } = [];

    /// <summary>Why it was refused, or why nobody knows; absent where acknowledged.</summary>
    public ExchangeException? Error { get; private init; }

    /// <summary>Something was sent. Otherwise it was refused before.</summary>
    public bool WasSent => Attempt.SentFrom is not null;

    /// <summary>The venue took it.</summary>
    [MemberNotNullWhen(true, nameof(Order))]
    public bool IsAcknowledged => Kind == OutcomeKind.Acknowledged;

    /// <summary>It was refused.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsRejected => Kind == OutcomeKind.Rejected;

    /// <summary>Nobody knows; resolve it.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsUnknown => Kind == OutcomeKind.Unknown;

    /// <summary>What was asked for and when.</summary>
    internal OrderAttempt Attempt { get; }

    /// <summary>Kind, order, and the error where there is one.</summary>
    public override string ToString() => Error is null ? $"{Kind}: {Ref}" : $"{Kind}: {Ref}: {Error.Message}";

    internal static OrderOutcome Acknowledged(OrderAttempt attempt, in Order order, IReadOnlyList<Fill>? fills = null) =>
        new(OutcomeKind.Acknowledged, attempt) { Order = order, Fills = fills ?? [] };

    internal static OrderOutcome Rejected(OrderAttempt attempt, ExchangeException error) =>
        new(OutcomeKind.Rejected, attempt) { Error = error };

    internal static OrderOutcome Unknown(OrderAttempt attempt, ExchangeException error) =>
        new(OutcomeKind.Unknown, attempt) { Error = error };
}
