using Xunit.Abstractions;

namespace Adapters.Architecture.Tests;

/// <summary>How much an exchange may cost its author: what exceeds it belongs into the kernel or the language.
/// Blank lines and comments do not count; nor do fields of records in specifications.</summary>
public sealed class BudgetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("src/Binance", 400)]
    [InlineData("src/Binance/Signer.cs", 60)]
    [InlineData("tools/Adapters.Faces/Binance", 500)]
    public void Handwritten_code_stays_small(string place, int most)
    {
        var files = SourceTree.CSharp.Where(file =>
            file.Path == place || file.Path.StartsWith(place + "/", StringComparison.Ordinal)).ToList();
        var lines = files.Sum(file => CodeLines(file.Text));
        output.WriteLine($"{place}: {lines} of {most} lines");
        Assert.InRange(lines, 0, most);
    }

    [Theory]
    [InlineData("specs/binance", 1_000)]
    public void Specification_stays_small(string folder, int most)
    {
        var lines = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*.yaml", SearchOption.AllDirectories)
            .Sum(file => SpecificationLines(File.ReadAllLines(file)));
        output.WriteLine($"{folder}: {lines} of {most} lines");
        Assert.InRange(lines, 1, most);
    }

    [Fact]
    public void Lines_stay_within_120_columns()
    {
        var wrong = from place in new[] { "src/", "tools/Adapters.Faces/Binance/" }
                    from file in SourceTree.CSharp
                    where file.Path.StartsWith(place, StringComparison.Ordinal)
                    from line in file.Text.Split('\n')
                    where line.Length > 120
                    select $"{file.Path}: {line.Length} columns";
        Assert.Empty(wrong);
    }

    private static int CodeLines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

    private static int SpecificationLines(IEnumerable<string> lines)
    {
        var count = 0;
        var isInRecords = false;
        foreach (var line in lines)
        {
            var text = line.TrimStart();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var indent = line.Length - text.Length;
            if (indent == 0)
            {
                isInRecords = text.StartsWith("records:", StringComparison.Ordinal);
            }

            count += isInRecords && indent > 2 ? 0 : 1;
        }

        return count;
    }
}
