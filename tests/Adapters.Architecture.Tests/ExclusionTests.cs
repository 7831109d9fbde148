using System.Text.RegularExpressions;

namespace Adapters.Architecture.Tests;

/// <summary>The page of excluded defects names tests; they exist, and each defect has one.</summary>
public sealed partial class ExclusionTests
{
    private const string Page = "docs/excluded-defects.md";

    private static readonly string[] Rows =
    [
        .. File.ReadAllLines(Path.Combine(SourceTree.Root, Page))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what was wrong", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Each_defect_has_a_test() =>
        Assert.All(Rows, row => Assert.Matches(Named(), row));

    [Fact]
    public void Tests_that_are_named_exist()
    {
        var known = SourceTree.Below("tests")
            .SelectMany(file => Method().Matches(file.Text).Select(method => $"{Path.GetFileNameWithoutExtension(file.Path)}.{method.Groups[1].Value}"))
            .ToHashSet(StringComparer.Ordinal);
        var named = Rows.SelectMany(row => Named().Matches(row)).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Except(known));
    }

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex Named();

    // Below an attribute: a test, and not a method that it uses.
    [GeneratedRegex(@"\]\s*\n\s+public (?:async )?(?:void|Task) (\w+)\(")]
    private static partial Regex Method();
}
