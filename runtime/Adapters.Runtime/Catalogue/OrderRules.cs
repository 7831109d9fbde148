using Adapters.Domain;

namespace Adapters.Catalogue;

/// <summary>Which orders a product takes; checked before one is sent.</summary>
public sealed class OrderRules
{
    /// <summary>Kinds of order.</summary>
    public required IReadOnlyList<OrderKindRule> Kinds { get; init; }

    /// <summary>Characters of a client order id, as in a regular expression's class: <c>a-zA-Z0-9_-</c>.</summary>
    public required string ClientIdCharacters { get; init; }

    /// <summary>Longest client order id.</summary>
    public required int ClientIdLength { get; init; }

    /// <summary>The limit price of an open order can be changed.</summary>
    public bool AmendsPrice { get; init; }

    /// <summary>The quantity of an open order can be changed.</summary>
    public bool AmendsQuantity { get; init; }
}

/// <summary>What a product takes of one kind of order.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="TimesInForce">Times in force; the first stands for an order that names none. Empty where the venue
/// takes none.</param>
/// <param name="PostOnly">It can be told not to take.</param>
/// <param name="QuoteQuantity">Its quantity can be given in quote units.</param>
/// <param name="ReduceOnly">It can be told only to reduce a position.</param>
public sealed record OrderKindRule(
    OrderKind Kind, IReadOnlyList<TimeInForce> TimesInForce, bool PostOnly = false, bool QuoteQuantity = false,
    bool ReduceOnly = false);
