using System.Text.RegularExpressions;
using Adapters.Generator.Diagnostics;

namespace Adapters.Cli.Checking;

/// <summary>How a finding counts.</summary>
internal enum Severity
{
    /// <summary>Not shown.</summary>
    None,

    /// <summary>Shown; does not fail the check.</summary>
    Warning,

    /// <summary>Fails the check.</summary>
    Error,
}

/// <summary>Severities of lints as a build has them: from the nearest <c>.globalconfig</c> above a specification. What
/// stops a build cannot be configured.</summary>
internal sealed partial class Severities
{
    private const string FileName = ".globalconfig";

    private readonly Dictionary<string, Severity> _configured = new(StringComparer.OrdinalIgnoreCase);

    private Severities(IEnumerable<string> lines)
    {
        foreach (var match in lines.Select(static line => Line().Match(line)).Where(static match => match.Success))
        {
            _configured[match.Groups["id"].Value] = match.Groups["severity"].Value switch
            {
                "error" => Severity.Error,
                "warning" => Severity.Warning,
                _ => Severity.None, // a build does not show suggestions either
            };
        }
    }

    /// <summary>Those that hold for a folder.</summary>
    public static Severities For(string folder)
    {
        for (var at = new DirectoryInfo(Path.GetFullPath(folder)); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, FileName);
            if (File.Exists(file))
            {
                return new Severities(File.ReadLines(file));
            }
        }

        return new Severities([]);
    }

    /// <summary>How a rule's findings count.</summary>
    public Severity Of(DiagnosticRule rule) => rule.IsError
        ? Severity.Error
        : _configured.TryGetValue(rule.Id, out var severity) ? severity : rule.IsOff ? Severity.None : Severity.Warning;

    [GeneratedRegex(@"^\s*dotnet_diagnostic\.(?<id>\w+)\.severity\s*=\s*(?<severity>\w+)")]
    private static partial Regex Line();
}
