using Adapters.Domain;

namespace Adapters.Simulation.Matching;

/// <summary>An order as it reaches the market.</summary>
public readonly record struct NewOrder
{
    /// <summary>Whose order it is; fills name it again.</summary>
    public required string Owner { get; init; }

    /// <summary>Buys or sells.</summary>
    public required Side Side { get; init; }

    /// <summary>Worst acceptable price, quote units; null takes whatever price there is and never rests.</summary>
    public decimal? Price { get; init; }

    /// <summary>Quantity, base units.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Most that the book shows of it, base units; null shows all.</summary>
    public decimal? Visible { get; init; }

    /// <summary>What happens to the part that finds no match at once. A date at which an order ends is the caller's to
    /// watch: to the market it is <see cref="TimeInForce.GoodTillCancel"/>.</summary>
    public required TimeInForce TimeInForce { get; init; }

    /// <summary>True where the order must not take: it is rejected if it would.</summary>
    public bool PostOnly { get; init; }

    /// <summary>Orders of the same group of accounts do not match each other, unless <see cref="Prevention"/> lets
    /// them; null where it is no account's.</summary>
    internal string? Group { get; init; }

    /// <summary>What happens instead of a match inside the group; null is <see cref="SelfTradePrevention.None"/>.
    /// </summary>
    internal SelfTradePrevention? Prevention { get; init; }

    /// <summary>The caller's own name for the order, given back with it.</summary>
    public string? Tag { get; init; }

    /// <summary>True where the order must not match another one.</summary>
    internal bool Avoids(RestingOrder other) =>
        Group is { } group && Prevention is not (null or SelfTradePrevention.None) && other.Group == group;
}
