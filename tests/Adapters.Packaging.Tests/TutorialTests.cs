using System.Text.RegularExpressions;

namespace Adapters.Packaging.Tests;

/// <summary>What the documentation shows compiles as it stands.</summary>
[Collection(Packages.Once)]
public sealed partial class TutorialTests(Packages packages)
{
    [Fact]
    public void Tutorial_compiles_and_runs_as_it_stands()
    {
        var folder = packages.Consumer("tutorial");
        var files = File().Matches(System.IO.File.ReadAllText(Path.Combine(packages.Root, "docs/adding-an-exchange.md")));
        Assert.Equal(5, files.Count);
        foreach (Match file in files)
        {
            var path = Path.Combine(folder, file.Groups["path"].Value);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            System.IO.File.WriteAllText(path, Released(file.Groups["text"].Value));
        }

        var output = Path.Combine(folder, "out");
        Dotnet.Run(folder, "build", "-warnaserror", "-p:OutputType=Exe", "-v", "q", "--nologo", "-o", output);
        Assert.Equal("tiny: 2 endpoints", Dotnet.Run(folder, Path.Combine(output, "Tiny.dll")).Trim());
    }

    [Fact]
    public void Example_of_the_readme_compiles_as_it_stands() => Compile("readme", "README.md");

    [Fact]
    public void Program_that_trades_compiles_as_it_stands() => Compile("trading", "docs/trading.md");

    private void Compile(string name, string page)
    {
        var folder = packages.Consumer(name);
        var example = Example().Match(System.IO.File.ReadAllText(Path.Combine(packages.Root, page)));
        Assert.True(example.Success);
        System.IO.File.WriteAllText(Path.Combine(folder, "Program.cs"), example.Groups["text"].Value);
        System.IO.File.WriteAllText(Path.Combine(folder, "Example.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="Adapters.Binance" Version="{Packages.Version}" /></ItemGroup>
            </Project>
            """);
        Dotnet.Run(folder, "build", "-warnaserror", "-v", "q", "--nologo");
    }

    // The documentation names the version that will be released; the packages of the test have one of their own.
    private static string Released(string text) => text.Replace("Version=\"0.1.0\"", $"Version=\"{Packages.Version}\"", StringComparison.Ordinal);

    [GeneratedRegex(@"^`(?<path>[^`\n]+)`\n\n```\w+\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex File();

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
