using System.Text;
using System.Text.RegularExpressions;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Diagnostics;

/// <summary>
/// Release tracking: every rule stands in one of the two files with its category and severity, and one that was shipped
/// stays. The analyzer that ships with Roslyn for this (RS2000 and its like) sees only descriptors written out in place;
/// ours are made of tables, so this is a test.
/// </summary>
public sealed partial class ReleaseTests
{
    private const string Folder = "generator/Adapters.Generator/AnalyzerReleases.";

    [Fact]
    public void Every_rule_is_tracked_as_it_is()
    {
        var expected = string.Join('\n', SpecCheck.AllRules.Select(Row));
        var tracked = Rows("Shipped").Concat(Rows("Unshipped")).OrderBy(row => row, StringComparer.Ordinal).ToList();

        if (Environment.GetEnvironmentVariable("ADAPTERS_ACCEPT") == "1") Write(expected, Rows("Shipped").ToList());
        else Assert.Equal(expected, string.Join('\n', tracked));
    }

    [Fact]
    public void A_rule_is_tracked_once() => Assert.Empty(Rows("Shipped").Concat(Rows("Unshipped"))
        .GroupBy(row => row.Split(' ')[0]).Where(group => group.Count() > 1).Select(group => group.Key));

    private static string Row(DiagnosticRule rule)
    {
        var descriptor = Descriptors.Of(rule);
        var severity = descriptor.IsEnabledByDefault ? $"{descriptor.DefaultSeverity}" : "Disabled";
        return $"{rule.Id} | {descriptor.Category} | {severity} | {rule.Title}";
    }

    private static IEnumerable<string> Rows(string file) =>
        Table().Matches(Repository.Read(Folder + file + ".md")).Select(match => match.Value);

    private static void Write(string rows, List<string> shipped)
    {
        var text = new StringBuilder("; Rules that the next release brings.\n\n### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|------\n");
        foreach (var row in rows.Split('\n').Except(shipped)) text.Append(row).Append('\n');
        File.WriteAllText(Path.Combine(Repository.Root, Folder + "Unshipped.md"), text.ToString());
    }

    [GeneratedRegex("^ADP[0-9]{3} \\|.*$", RegexOptions.Multiline)]
    private static partial Regex Table();
}
