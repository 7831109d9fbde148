using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private const string Lonely = """
        language: 1
        exchange: Venue
        products:
          spot: { id: venue-spot, type: VenueSpot, kind: Spot }
        environments:
          live: { rest: https://venue.test }
        records:
          Lonely:
            a: text word
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("adapters-check-").FullName;

    [Fact]
    public async Task Specifications_of_the_repository_are_clean()
    {
        var run = await ToolRun.OfAsync("check", Repository.Path("specs"));

        Assert.Equal(0, run.Code);
        Assert.Equal("", run.Out);
        Assert.Contains("no findings in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_stand_as_a_compiler_prints_them()
    {
        var file = Write("venue/exchange.yaml", "language: 1\nexchange: Venue\nprodcts: [spot]\n");

        var run = await ToolRun.OfAsync("check", _folder);

        Assert.Equal(1, run.Code);
        Assert.Contains(
            $"{file}(3,1): error ADP010: 'prodcts' is no key of a specification file; did you mean 'products'?", run.Lines);
    }

    [Fact]
    public async Task One_exchange_is_checked_by_its_own_folder_and_findings_are_json()
    {
        var file = Write("venue/exchange.yaml", "language: 1\nexchange: Venue\nprodcts: [spot]\n");
        Write("venue/samples/odd.yaml", "language: 7\n");

        var run = await ToolRun.OfAsync("check", Path.Combine(_folder, "venue"), "--json");

        Assert.Equal(1, run.Code);
        var finding = run.JsonLines.Single(line => line.GetProperty("id").GetString() == "ADP010");
        Assert.Equal(file, finding.GetProperty("file").GetString());
        Assert.Equal(3, finding.GetProperty("line").GetInt32());
        Assert.Equal(1, finding.GetProperty("column").GetInt32());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.EndsWith("docs/diagnostics/ADP010.md", finding.GetProperty("help").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(run.JsonLines, line => line.GetProperty("file").GetString()!.Contains("samples", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Folder_without_specifications_is_wrong_usage()
    {
        var run = await ToolRun.OfAsync("check", _folder);

        Assert.Equal(2, run.Code);
        Assert.Contains("There is no .yaml file in", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", 0, 0)]
    [InlineData("suggestion", 0, 0)]
    [InlineData("warning", 0, 1)]
    [InlineData("error", 1, 1)]
    public async Task Lints_count_as_the_globalconfig_above_them_says(string severity, int code, int findings)
    {
        Write(".globalconfig", $"is_global = true\ndotnet_diagnostic.ADP105.severity = {severity}\n");
        Write("specs/venue/exchange.yaml", Lonely);

        var run = await ToolRun.OfAsync("check", Path.Combine(_folder, "specs"), "--json");

        Assert.Equal(code, run.Code);
        Assert.Equal(findings, run.JsonLines.Count(line => line.GetProperty("id").GetString() == "ADP105"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
