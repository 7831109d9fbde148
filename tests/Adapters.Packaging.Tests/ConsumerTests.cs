using System.Runtime.InteropServices;

namespace Adapters.Packaging.Tests;

/// <summary>A project outside the solution takes the packages, compiles a specification of its own and decodes.</summary>
[Collection(Packages.Once)]
public sealed class ConsumerTests(Packages packages)
{
    private const string Specification = """
        language: 1
        exchange: Tiny
        docs: https://tiny.example/docs
        products:
          spot: { id: tiny, type: TinySpot, kind: Spot }
        symbols: "{base}-{quote}"
        wire: { decimal: text, list: json }
        environments:
          live: { rest: https://api.tiny.example, stream: wss://stream.tiny.example }
        records:
          Deal:
            market: symbol
            price: decimal
            amount: decimal quantity
            at: time-ms time
        endpoints:
          GetDeals:
            call: GET /deals
            query: { market: symbol }
            returns: list Deal
        """;

    private const string Program = """
        using System;
        using System.Text;
        using Adapters.Domain;
        using Adapters.Wire;

        var symbols = new SymbolTable();
        var deal = WireDecoder.Decode<Adapters.Tiny.Deal>(
            Encoding.UTF8.GetBytes("{\"market\":\"AB-CD\",\"price\":\"1.50\",\"amount\":\"2\",\"at\":1700000000123}"),
            new WireContext(symbols), "GET /deals");
        Console.WriteLine($"{deal.Market} {deal.Price} x {deal.Quantity} at {deal.Time.UnixMilliseconds}");

        var trade = WireDecoder.Decode<Adapters.Binance.Spot.TradeEvent>(
            Encoding.UTF8.GetBytes("{\"e\":\"trade\",\"E\":1,\"s\":\"ABCD\",\"t\":7,\"p\":\"0.010\",\"q\":\"3\",\"T\":2,\"m\":true,\"M\":true}"),
            new WireContext(symbols), "trades");
        Console.WriteLine($"{trade.Symbol} {trade.Price} x {trade.Quantity}, {Adapters.Tiny.TinySpotCatalogue.Instance.Id}");
        """;

    private static readonly string[] Expected = ["AB-CD 1.50 x 2 at 1700000000123", "ABCD 0.010 x 3, tiny"];

    [Fact]
    public void Consumer_compiles_its_specification_and_decodes()
    {
        var folder = Write("consumer", "");
        Dotnet.Run(folder, "build", "-warnaserror", "-v", "q", "--nologo", "-o", Path.Combine(folder, "out"));
        var printed = Dotnet.Run(folder, Path.Combine(folder, "out", "Consumer.dll"));
        Assert.Equal(Expected, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void Mistake_in_a_specification_is_reported_where_it_stands()
    {
        var folder = Write("mistaken", "");
        var file = Path.Combine(folder, "specs", "tiny", "exchange.yaml");
        File.WriteAllText(file, Specification.Replace("market: symbol\n", "market: symbl\n", StringComparison.Ordinal));
        var error = Assert.Throws<InvalidOperationException>(() => Dotnet.Run(folder, "build", "-v", "q", "--nologo"));
        Assert.Matches(@"exchange\.yaml\(\d+,\d+\): error ADP\d+: .*symbl", error.Message);
    }

    [Fact]
    public void Template_is_kept_where_a_project_asks_for_it()
    {
        var folder = Write("template", "<AdaptersTemplate>true</AdaptersTemplate>");
        var error = Assert.Throws<InvalidOperationException>(() => Dotnet.Run(folder, "build", "-v", "q", "--nologo"));
        Assert.Matches(@"exchange\.yaml\(5,3\): error ADP201: Builder\.cs with the class 'TinySpot' is missing", error.Message);
        Assert.Matches(@"Program\.cs\(1,1\): error ADP203: 'Program\.cs' has no place", error.Message);
    }

    [SkippableFact]
    public void Consumer_runs_compiled_ahead_of_time()
    {
        var runtime = RuntimeInformation.RuntimeIdentifier;
        var folder = Write("ahead", "<PublishAot>true</PublishAot><StripSymbols>true</StripSymbols>");
        try
        {
            Dotnet.Run(folder, "restore", "-r", runtime, "-v", "q");
        }
        catch (InvalidOperationException error) when (error.Message.Contains("ILCompiler", StringComparison.OrdinalIgnoreCase))
        {
            Skip.If(true, "The compiler for native code cannot be restored here.");
        }

        Dotnet.Run(folder, "publish", "-r", runtime, "-warnaserror", "-v", "q", "--nologo", "-o", Path.Combine(folder, "out"));
        var printed = Dotnet.Start(Path.Combine(folder, "out", "Consumer"), folder);
        Assert.Equal(Expected, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private string Write(string name, string properties)
    {
        var folder = packages.Consumer(name);
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Adapters.Binance" Version="{Packages.Version}" />
                <PackageReference Include="Adapters.Generator" Version="{Packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
        var specs = Directory.CreateDirectory(Path.Combine(folder, "specs", "tiny"));
        File.WriteAllText(Path.Combine(specs.FullName, "exchange.yaml"), Specification);
        return folder;
    }
}
