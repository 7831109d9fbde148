using Adapters.Errors;

namespace Adapters.Catalogue;

/// <summary>A row of an error table; what is null matches anything.</summary>
/// <param name="Class">What the error means.</param>
/// <param name="From">Lowest code, or the only one.</param>
/// <param name="To">Highest code.</param>
/// <param name="Code">A code that is a text.</param>
/// <param name="Contains">A text that the message contains.</param>
/// <param name="Http">HTTP status, or <c>5xx</c>.</param>
/// <param name="Socket">Holds only for this socket.</param>
public sealed record ErrorRule(
    ErrorClass Class, long? From = null, long? To = null, string? Code = null, string? Contains = null,
    string? Http = null, string? Socket = null)
{
    internal bool Holds(int? httpStatus, string? code, string? message, string? socket)
    {
        if (Socket is not null && Socket != socket)
        {
            return false;
        }

        if (Http is not null && !HttpHolds(httpStatus))
        {
            return false;
        }

        if (Code is not null && Code != code)
        {
            return false;
        }

        if (From is not null && !(long.TryParse(code, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number >= From && number <= (To ?? From)))
        {
            return false;
        }

        return Contains is null || (message is not null && message.Contains(Contains, StringComparison.OrdinalIgnoreCase));
    }

    // Socket before text before code before status; among equals the first written wins.
    internal int Weight => (Socket is null ? 0 : 8) + (Contains is null ? 0 : 4) + (From is null && Code is null ? 0 : 2)
        + (Http is null ? 0 : 1);

    private bool HttpHolds(int? status) => status is { } number && (Http!.EndsWith("xx", StringComparison.Ordinal)
        ? number / 100 == Http[0] - '0'
        : number.ToString(System.Globalization.CultureInfo.InvariantCulture) == Http);
}

/// <summary>Turns a venue's codes, texts and HTTP statuses into classes; the most specific rule wins.</summary>
public sealed class ErrorTable
{
    private readonly ErrorRule[] _rules;

    /// <summary>Makes the table of rules in the order written.</summary>
    public ErrorTable(params IReadOnlyList<ErrorRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules.OrderByDescending(static rule => rule.Weight)]; // a stable sort keeps the written order
    }

    /// <summary>The rules, most specific first.</summary>
    public IReadOnlyList<ErrorRule> Rules => _rules;

    /// <summary>The class of an error, or null where no rule holds.</summary>
    public ErrorClass? Classify(int? httpStatus, string? code, string? message, string? socket = null)
    {
        foreach (var rule in _rules)
        {
            if (rule.Holds(httpStatus, code, message, socket))
            {
                return rule.Class;
            }
        }

        return null;
    }
}
