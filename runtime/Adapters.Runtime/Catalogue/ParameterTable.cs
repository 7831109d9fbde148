namespace Adapters.Catalogue;

/// <summary>What each value of a parameter asks of the others: an order's type decides what must be given with it.</summary>
public sealed class ParameterTable
{
    /// <summary>Makes a table. What other rows name and a row does not is refused with it.</summary>
    /// <param name="parameter">The parameter that decides.</param>
    /// <param name="rows">A row for each of its values, or for several.</param>
    public ParameterTable(string parameter, params IReadOnlyList<ParameterRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Parameter = parameter;
        Rows = rows;
        var named = rows.SelectMany(static row => row.Named).Distinct().ToArray();
        foreach (var row in rows)
        {
            row.Refused = [.. named.Except(row.Named)];
        }
    }

    /// <summary>The parameter that decides.</summary>
    public string Parameter { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<ParameterRow> Rows { get; }

    /// <summary>The row of a value; null where there is none.</summary>
    public ParameterRow? RowOf(string value) => Rows.FirstOrDefault(row => row.Values.Contains(value));
}

/// <summary>A row of a table: what must be given, what may be, and what must not.</summary>
/// <param name="values">Values of the parameter that decides.</param>
/// <param name="needs">What must be given.</param>
/// <param name="allowed">What may be given besides.</param>
public sealed class ParameterRow(
    IReadOnlyList<string> values, IReadOnlyList<ParameterNeed> needs, IReadOnlyList<string> allowed)
{
    /// <summary>Values of the parameter that decides.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>What must be given.</summary>
    public IReadOnlyList<ParameterNeed> Needs { get; } = needs;

    /// <summary>What may be given besides.</summary>
    public IReadOnlyList<string> Allowed { get; } = allowed;

    /// <summary>What must not be given.</summary>
    public IReadOnlyList<string> Refused { get; internal set; } = [];

    internal IEnumerable<string> Named => Needs.SelectMany(static need => need.Parameters).Concat(Allowed);
}

/// <summary>How an unknown outcome is settled: by asking another call.</summary>
/// <param name="Endpoint">Name of the call to ask.</param>
/// <param name="Arguments">Its parameters, and the parameters of the call in question whose values they get; what was
/// not given is left out. The client's id of what a call makes is made where it is not given.</param>
public sealed record ResolveRule(string Endpoint, IReadOnlyList<KeyValuePair<string, string>> Arguments);

/// <summary>Failures that tell more than code and text.</summary>
/// <param name="Codes">Their codes.</param>
/// <param name="Decode">Decodes their <c>$data</c>.</param>
public sealed record FailureData(IReadOnlyList<string> Codes, ValueDecoder Decode);
