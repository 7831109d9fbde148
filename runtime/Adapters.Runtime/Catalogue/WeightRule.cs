namespace Adapters.Catalogue;

/// <summary>What is known of a request's parameters when its weight is charged.</summary>
public interface IGivenParameters
{
    /// <summary>Tells whether a parameter is given, its value as text (null for a list) and its number of items.</summary>
    bool TryGet(string name, out string? text, out int count);
}

/// <summary>Request weight: a fixed amount, or one that the parameters decide. The first parameter given decides.</summary>
/// <param name="Else">When none of the parameters is given; the whole weight where there are none.</param>
/// <param name="Choices">In the order in which they are tried.</param>
public sealed record WeightRule(int Else, params IReadOnlyList<WeightChoice> Choices)
{
    /// <summary>The weight of a call that costs one.</summary>
    public static WeightRule One { get; } = new(1);

    /// <summary>The weight of a request.</summary>
    public int Weigh(IGivenParameters given)
    {
        ArgumentNullException.ThrowIfNull(given);
        foreach (var choice in Choices)
        {
            if (given.TryGet(choice.Parameter, out var text, out var count))
            {
                return choice.Weigh(text, count) ?? Else;
            }
        }

        return Else;
    }
}

/// <summary>The weight when a parameter is given.</summary>
/// <param name="Parameter">As the venue calls it.</param>
public sealed record WeightChoice(string Parameter)
{
    /// <summary>The amount where neither steps nor exact values decide; per item with <see cref="IsEach"/>.</summary>
    public int Amount { get; init; }

    /// <summary>The amount is per item of the list.</summary>
    public bool IsEach { get; init; }

    /// <summary>The most that items cost together.</summary>
    public int? Max { get; init; }

    /// <summary>Upper bounds, of the value or of a list's length, ascending, with their amounts.</summary>
    public IReadOnlyList<KeyValuePair<long, int>> Steps { get; init; } = [];

    /// <summary>Exact values with their amounts.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Exact { get; init; } = [];

    /// <summary>When no step and no exact value holds.</summary>
    public int? Else { get; init; }

    internal int? Weigh(string? text, int count)
    {
        foreach (var (value, amount) in Exact)
        {
            if (text == value)
            {
                return amount;
            }
        }

        if (Steps.Count == 0)
        {
            return Exact.Count > 0 ? Else : IsEach ? Math.Min(Amount * Math.Max(count, 1), Max ?? int.MaxValue) : Amount;
        }

        var measured = text is not null && long.TryParse(
            text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : count;
        foreach (var (upTo, amount) in Steps)
        {
            if (measured <= upTo)
            {
                return amount;
            }
        }

        return Else ?? Steps[^1].Value;
    }
}
