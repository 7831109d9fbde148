using Adapters.Generator.Support;

namespace Adapters.Generator.Diagnostics;

/// <summary>Collects findings while binding.</summary>
public sealed class DiagnosticBag
{
    private readonly List<SpecDiagnostic> _found = [];

    /// <summary>Reports a finding; line and column are zero-based.</summary>
    public void Report(string id, string path, int line, int column, int length, params string[] arguments) =>
        Report(DiagnosticRules.Of(id), path, line, column, length, arguments);

    /// <summary>Reports against a rule that stands beside its check.</summary>
    public void Report(DiagnosticRule rule, string path, int line, int column, int length, params string[] arguments) =>
        _found.Add(new SpecDiagnostic(rule, path, line, column, length, arguments.ToEquatableArray()));

    /// <summary>How many findings there are so far.</summary>
    public int Count => _found.Count;

    /// <summary>Takes over findings made elsewhere.</summary>
    public void Add(IEnumerable<SpecDiagnostic> found) => _found.AddRange(found);

    /// <summary>At least one finding stops generation.</summary>
    public bool HasErrors => _found.Any(found => found.Rule.IsError);

    /// <summary>What was found, in order of file and place.</summary>
    public EquatableArray<SpecDiagnostic> ToEquatableArray() => _found
        .Distinct()
        .OrderBy(found => found.Path, StringComparer.Ordinal)
        .ThenBy(found => found.Line)
        .ThenBy(found => found.Column)
        .ToEquatableArray();
}
