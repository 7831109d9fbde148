using System.Globalization;

namespace Adapters.Domain;

/// <summary>What <see cref="Market.Check"/> found: nothing, or the first limit that is broken.</summary>
public readonly struct MarketCheck
{
    private MarketCheck(MarketRule? rule, decimal given, decimal bound)
    {
        Rule = rule;
        Given = given;
        Bound = bound;
    }

    /// <summary>True where no limit is broken.</summary>
    public bool IsValid => Rule is null;

    /// <summary>The limit that is broken.</summary>
    public MarketRule? Rule { get; }

    /// <summary>The value that breaks the limit: price, quantity or their product.</summary>
    public decimal Given { get; }

    /// <summary>The limit's value.</summary>
    public decimal Bound { get; }

    internal static MarketCheck Passed => default;

    internal static MarketCheck Broken(MarketRule rule, decimal given, decimal bound) => new(rule, given, bound);

    /// <summary>A sentence that names the limit and both values.</summary>
    public override string ToString() => Rule is { } rule
        ? string.Create(CultureInfo.InvariantCulture, $"{Given} breaks {rule} {Bound}.")
        : "No limit is broken.";
}
