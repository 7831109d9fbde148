using Adapters.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Adapters.Generator.Tests.Template;

/// <summary>Exchanges keep to the template, and nobody else has to; each rule is shown once on its page.</summary>
public sealed class TemplateAnalyzerTests
{
    private static readonly SpecOptions Exchange = new(isServer: false, template: "IsExchangeProject");

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    public static TheoryData<string> Exchanges => [.. Repository.Exchanges];

    [Theory]
    [MemberData(nameof(Exchanges))]
    public async Task Exchanges_of_the_repository_keep_to_it(string exchange)
    {
        var name = exchange[..1].ToUpperInvariant() + exchange[1..];
        var sources = Written(name);
        var specs = Repository.Spec(exchange);
        var generated = GeneratorHost.Run(specs).Files.Select(file => ("obj/" + file.Key, file.Value));

        Assert.Equal("", await RunAsync(specs, [.. sources, .. generated, ("obj/Usings.g.cs", Usings)]));
    }

    // The files that are there are all that is demanded: without one of them the build fails.
    [Theory]
    [InlineData("Signer.cs", "ADP200", "signer: BinanceSigner")]
    [InlineData("Builder.cs", "ADP201", "spot")]
    [InlineData("Connector/MarketData.cs", "ADP202", "")]
    [InlineData("Connector/Trading.cs", "ADP202", "")]
    [InlineData("Connector/Account.cs", "ADP202", "")]
    public async Task Binance_without_a_file_is_told_so_where_the_specification_asks_for_it(string file, string id, string at)
    {
        var specs = Repository.Spec("binance");
        var found = Assert.Single(await AnalyzerHost.RunAsync(
            new TemplateAnalyzer(), specs, Written("Binance").Where(source => source.Path != file), Exchange));

        Assert.Equal((id, DiagnosticSeverity.Error), (found.Id, found.Severity));
        Assert.Contains(file, found.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var place = found.Location.GetLineSpan();
        var line = specs.Single(spec => spec.Path == place.Path).Text.Split('\n')[place.StartLinePosition.Line];
        Assert.StartsWith(at, line[place.StartLinePosition.Character..], StringComparison.Ordinal);
        Assert.Contains(id == "ADP202" ? " -> " : at, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_has_to() => Assert.Empty(await AnalyzerHost.RunAsync(
        new TemplateAnalyzer(), SmallSpec.Files(), [("Program.cs", "using System.Net.Http; System.Console.WriteLine();")]));

    [Fact]
    public async Task A_project_without_a_specification_is_left_alone() => Assert.Equal("", await RunAsync([], [("Program.cs", "class A;")]));

    [Fact]
    public async Task Products_may_differ() => Assert.Equal(
        """
        Connector/MarketData.Margin.cs(1,1): error ADP203: 'Connector/MarketData.Margin.cs' has no place in an exchange: there are Signer.cs, Builder.cs, Connector/{MarketData,Trading,Account}.cs, and Connector/<Part>.<Product>.cs where products differ
        """,
        await RunAsync(SmallSpec.Files(),
        [
            ("Builder.cs", "class VenueSpot;"),
            ("Connector/MarketData.Spot.cs", "class SpotMarketData;"),
            ("Connector/MarketData.Margin.cs", "class MarginMarketData;"),
        ]));

    [Fact]
    public async Task Files_of_elsewhere_and_generated_ones_are_left_alone() => Assert.Equal("", await RunAsync(SmallSpec.Files(),
    [
        ("Builder.cs", "class VenueSpot;"),
        ("Connector/MarketData.cs", "class MarketData;"),
        ("obj/Debug/net10.0/Venue.GlobalUsings.g.cs", "global using System.Net.Http;"),
        ("../Shared/Version.cs", "class Version;"),
    ]));

    [Theory]
    [InlineData("System.Text.Json.Utf8JsonReader reader", "Utf8JsonReader")]
    [InlineData("System.Net.Http.HttpClient client", "HttpClient")]
    [InlineData("System.Net.WebSockets.ClientWebSocket socket", "ClientWebSocket")]
    [InlineData("System.Text.Json.Nodes.JsonArray array", "JsonArray")]
    [InlineData("[System.Text.Json.Serialization.JsonPropertyName(\"b\")] string text", "JsonPropertyNameAttribute")]
    public async Task Transport_and_JSON_are_the_kernels(string parameter, string name) => Assert.Contains(
        $"error ADP205: '{name}' is the kernel's business",
        await RunAsync(SmallSpec.Files(), [("Builder.cs", $"class VenueSpot({parameter});"), ("Connector/MarketData.cs", "class MarketData;")]),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_type_that_var_hides_is_seen() => Assert.Contains("error ADP205: 'JsonDocument'", await RunAsync(SmallSpec.Files(),
    [
        ("Builder.cs", "class VenueSpot;"),
        ("Connector/MarketData.cs", "class MarketData { void Read(System.Func<System.Text.Json.JsonDocument> read) { var it = read(); } }"),
    ]), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"maxPrice\"", "maxPrice")]
    [InlineData("\"maxPrice\"u8", "maxPrice")]
    [InlineData("\"/markets\"", "/markets")]
    [InlineData("\"\"\"{ \"maxPrice\": 1 }\"\"\"", "maxPrice")]
    [InlineData("$\"maxPrice={1}\"", "maxPrice")]
    [InlineData("\"The maxPrice of a market = 1\"", null)]
    [InlineData("\"depth\"", null)] // a channel, which the specification calls so itself
    public async Task Wire_names_are_the_specifications(string literal, string? name)
    {
        var found = await RunAsync(SmallSpec.Files(),
            [("Builder.cs", "class VenueSpot;"), ("Connector/MarketData.cs", $"class MarketData {{ object A() => {literal}; }}")]);

        if (name is null) Assert.Equal("", found);
        else Assert.Contains($"error ADP206: '{name}' is a name of the venue's wire", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_exchange_among_the_references_is_seen()
    {
        var other = AnalyzerHost.Compilation([("Other.cs", "namespace Adapters.Other; public abstract class OtherSpot : Adapters.Capabilities.IExchangeConnector;")])
            .WithAssemblyName("Adapters.Other");
        var found = await AnalyzerHost.RunAsync(
            AnalyzerHost.Compilation([("Builder.cs", "class VenueSpot;"), ("Connector/MarketData.cs", "class MarketData;")])
                .AddReferences(new CSharpCompilation[] { other }.Select(one => one.ToMetadataReference())),
            new TemplateAnalyzer(), SmallSpec.Files(), Exchange);

        Assert.StartsWith("venue/exchange.yaml(2,1): error ADP208: This exchange sees 'Adapters.Other'", Assert.Single(found.Select(AnalyzerHost.Told)), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(IEnumerable<AdditionalText> specs, (string Path, string Text)[] sources) =>
        string.Join('\n', (await AnalyzerHost.RunAsync(new TemplateAnalyzer(), specs, sources, Exchange)).Select(AnalyzerHost.Told));

    private static List<(string Path, string Text)> Written(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project);
        return [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(file => !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal))];
    }
}
