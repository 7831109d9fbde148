namespace Adapters.Packaging.Tests;

/// <summary>What lies in the packages.</summary>
[Collection(Packages.Once)]
public sealed class ContentTests(Packages packages)
{
    [Fact]
    public void Compiler_brings_itself_its_reader_of_YAML_and_its_targets()
    {
        var files = packages.FilesOf("Adapters.Generator");
        Assert.Contains("analyzers/dotnet/cs/Adapters.Generator.dll", files);
        Assert.Contains("analyzers/dotnet/cs/Adapters.CodeFixes.dll", files);
        Assert.Contains("analyzers/dotnet/cs/YamlDotNet.dll", files);
        Assert.Contains("build/Adapters.Generator.targets", files);
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal));
    }

    [Fact]
    public void Compiler_leaves_what_its_host_has()
    {
        var files = packages.FilesOf("Adapters.Generator");
        Assert.DoesNotContain(files, file => file.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain("<dependency ", packages.Read("Adapters.Generator", "Adapters.Generator.nuspec"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Adapters.Runtime")]
    [InlineData("Adapters.Testing")]
    [InlineData("Adapters.Binance")]
    public void Library_comes_with_documentation_readme_and_licence(string package)
    {
        var files = packages.FilesOf(package);
        Assert.Contains($"lib/net10.0/{package}.dll", files);
        Assert.Contains($"lib/net10.0/{package}.xml", files);
        Assert.Contains("README.md", files);
        Assert.Contains(">MIT<", packages.Read(package, package + ".nuspec"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_assembly_lies_in_one_package_alone()
    {
        string[] all = ["Adapters.Runtime", "Adapters.Testing", "Adapters.Generator", "Adapters.Binance"];
        var assemblies = all.SelectMany(packages.FilesOf).Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        Assert.Equal(assemblies.Count, assemblies.Select(Path.GetFileName).Distinct().Count());
    }

    [Fact]
    public void Exchange_depends_on_the_runtime_and_not_on_the_compiler()
    {
        var nuspec = packages.Read("Adapters.Binance", "Adapters.Binance.nuspec");
        Assert.Contains($"id=\"Adapters.Runtime\" version=\"{Packages.Version}\"", nuspec, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"Adapters.Generator\"", nuspec, StringComparison.Ordinal);
    }
}
