namespace Adapters.Catalogue;

/// <summary>Where parameters go.</summary>
public enum ParameterPlace
{
    /// <summary>The query string.</summary>
    Query,

    /// <summary>A form-encoded body.</summary>
    Form,

    /// <summary>A JSON body.</summary>
    Body,
}

/// <summary>What a parameter holds.</summary>
public enum ParameterKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>true or false.</summary>
    Bool,

    /// <summary>A 32-bit integer.</summary>
    Int,

    /// <summary>A 64-bit integer.</summary>
    Long,

    /// <summary>An exact decimal.</summary>
    Decimal,

    /// <summary>Unix seconds.</summary>
    TimeS,

    /// <summary>Unix milliseconds.</summary>
    TimeMs,

    /// <summary>Unix microseconds.</summary>
    TimeUs,

    /// <summary>Unix nanoseconds.</summary>
    TimeNs,

    /// <summary>ISO 8601 text.</summary>
    TimeIso,

    /// <summary>A symbol by the venue's name.</summary>
    Symbol,

    /// <summary>An asset.</summary>
    Asset,

    /// <summary>One of the listed values.</summary>
    Enum,

    /// <summary>Raw JSON.</summary>
    Json,

    /// <summary>The venue's id of an order.</summary>
    OrderId,

    /// <summary>The client's own id of an order.</summary>
    ClientOrderId,

    /// <summary>The venue's id of a trade.</summary>
    TradeId,
}

/// <summary>A parameter of an endpoint.</summary>
/// <param name="Name">As the venue calls it.</param>
/// <param name="Kind">What it, or each of its items, holds.</param>
/// <param name="IsRequired">It must be given.</param>
/// <param name="IsList">It is a list.</param>
/// <param name="InPath">It stands in the path.</param>
/// <param name="Values">The values of an enum that the specification knows.</param>
/// <param name="Constant">Sent always with this value, never given.</param>
public sealed record ParameterInfo(
    string Name, ParameterKind Kind, bool IsRequired = false, bool IsList = false, bool InPath = false,
    IReadOnlyList<string>? Values = null, string? Constant = null);

/// <summary>A requirement between parameters.</summary>
/// <param name="Operator"><c>^</c> exactly one, <c>|</c> at least one, <c>&amp;</c> all or none.</param>
/// <param name="NoneIsFine">With <c>^</c> and <c>|</c>: none may be given too.</param>
/// <param name="Parameters">Names as the venue calls them.</param>
public sealed record ParameterNeed(char Operator, bool NoneIsFine, params IReadOnlyList<string> Parameters)
{
    /// <summary>The requirement holds when the given parameters are as told.</summary>
    public bool Holds(Func<string, bool> isGiven)
    {
        ArgumentNullException.ThrowIfNull(isGiven);
        var given = 0;
        for (var i = 0; i < Parameters.Count; i++)
        {
            given += isGiven(Parameters[i]) ? 1 : 0;
        }

        return Holds(given);
    }

    /// <summary>The requirement holds when so many of its parameters are given.</summary>
    internal bool Holds(int given) => Operator switch
    {
        '^' => given == 1 || (given == 0 && NoneIsFine),
        '|' => given >= 1 || NoneIsFine,
        _ => given == 0 || given == Parameters.Count,
    };

    /// <inheritdoc/>
    public override string ToString() => Operator switch
    {
        '^' => $"{(NoneIsFine ? "at most" : "exactly")} one of {string.Join(", ", Parameters)}",
        '|' when Parameters.Count == 1 => Parameters[0],
        '|' => $"at least one of {string.Join(", ", Parameters)}",
        _ => $"all or none of {string.Join(", ", Parameters)}",
    };
}

/// <summary>How the next page is asked: the parameter gets a property of the last (or first) item plus an offset.</summary>
public sealed record PageRule(
    string Parameter, string Item, string Property, int Offset, string? SizeParameter = null, int? Size = null);
