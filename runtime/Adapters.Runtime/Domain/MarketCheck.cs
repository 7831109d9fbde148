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

    /// <summary>A sentence that names what is given and what the market takes.</summary>
    public override string ToString() => Rule switch
    {
        MarketRule.Tick => $"The price {Text(Given)} is no multiple of the tick {Text(Bound)}.",
        MarketRule.Step => $"The quantity {Text(Given)} is no multiple of the step {Text(Bound)}.",
        MarketRule.MinPrice => $"The price is {Text(Given)}; the market takes {Text(Bound)} or more.",
        MarketRule.MaxPrice => $"The price is {Text(Given)}; the market takes {Text(Bound)} or less.",
        MarketRule.MinQuantity => $"The quantity is {Text(Given)}; the market takes {Text(Bound)} or more.",
        MarketRule.MaxQuantity => $"The quantity is {Text(Given)}; the market takes {Text(Bound)} or less.",
        MarketRule.MinNotional => $"Price times quantity is {Text(Given)}; the market takes {Text(Bound)} or more.",
        MarketRule.MaxNotional => $"Price times quantity is {Text(Given)}; the market takes {Text(Bound)} or less.",
        MarketRule.MarketStep =>
            $"The quantity {Text(Given)} is no multiple of {Text(Bound)}, the step of orders at the market's price.",
        MarketRule.MarketMinQuantity =>
            $"The quantity is {Text(Given)}; the market takes {Text(Bound)} or more of orders at its price.",
        MarketRule.MarketMaxQuantity =>
            $"The quantity is {Text(Given)}; the market takes {Text(Bound)} or less of orders at its price.",
        MarketRule.QuoteDigits =>
            $"The quantity in quote units is {Text(Given)}; the market takes {Text(Bound)} digits behind the point.",
        _ => "No limit is broken.",
    };

    // Without the zeros behind the point that a product of decimals has.
    private static string Text(decimal value) =>
        (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
}
