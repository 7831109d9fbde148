using System.Globalization;
using System.Text.RegularExpressions;

namespace Adapters.Simulation.Server;

/// <summary>A venue's codes and texts, by the reason for which it refuses.</summary>
public sealed partial class RefusalTable
{
    private readonly Dictionary<(Enum Reason, string? About), (int Status, string Code, string Text)> _rows = [];

    /// <summary>Adds a reason.</summary>
    /// <param name="reason">A member of <see cref="AccessProblem"/>, <see cref="ArgumentProblem"/>,
    /// <see cref="VenueProblem"/>, of the kinds of limits, or of an enum of the face.</param>
    /// <param name="code">The venue's code.</param>
    /// <param name="text">The venue's text; a name in braces stands for what is known of the case.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="about">The parameter to which alone the row applies; null for all that have no row.</param>
    /// <exception cref="ArgumentException">There is such a row.</exception>
    public void Add(Enum reason, int code, string text, int status = 400, string? about = null) =>
        _rows.Add((reason, about), (status, code.ToString(CultureInfo.InvariantCulture), text));

    /// <summary>Adds several reasons that the venue does not tell apart.</summary>
    /// <param name="code">The venue's code.</param>
    /// <param name="text">The venue's text.</param>
    /// <param name="reasons">The reasons.</param>
    /// <exception cref="ArgumentException">There is such a row.</exception>
    public void AddAll<T>(int code, string text, params ReadOnlySpan<T> reasons)
        where T : struct, Enum
    {
        foreach (var reason in reasons)
        {
            Add(reason, code, text);
        }
    }

    /// <summary>There is a row for a reason, whatever it is about.</summary>
    public bool Has(Enum reason) => _rows.ContainsKey((reason, null));

    /// <summary>The refusal in the venue's words.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="about">The parameter that it is about.</param>
    /// <param name="known">What stands in for the names in braces.</param>
    /// <exception cref="InvalidOperationException">The venue has no words for the reason.</exception>
    public VenueFailure Of(Enum reason, string? about = null, params (string Name, object? Value)[] known)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (!_rows.TryGetValue((reason, about), out var row) && !_rows.TryGetValue((reason, null), out row))
        {
            throw new InvalidOperationException($"The venue has no words for {reason.GetType().Name}.{reason}.");
        }

        var text = Braces().Replace(row.Text, name => Convert.ToString(
            known.First(item => item.Name == name.Groups[1].Value).Value, CultureInfo.InvariantCulture) ?? "");
        return new VenueFailure(row.Status, row.Code, text);
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Braces();
}
