using System.Xml.Linq;

namespace Adapters.Architecture.Tests;

/// <summary>Projects reference only what lies below them, and the solution has all of them.</summary>
public sealed class ProjectTests
{
    /// <summary>Who may reference whom, by folder of the repository; tests may reference anything.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["generator"] = ["generator"],
        ["runtime"] = ["runtime"],
        ["src"] = ["runtime"],
        ["tools"] = ["runtime", "src", "tools", "generator"],
    };

    [Fact]
    public void Projects_reference_only_what_lies_below_them()
    {
        var wrong = from project in SourceTree.Projects
                    let top = project.Path.Split('/')[0]
                    where Allowed.ContainsKey(top)
                    from reference in References(project)
                    where !Allowed[top].Contains(reference.Split('/')[0])
                    select $"{project.Path} -> {reference}";
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void Runtime_references_nothing_of_the_project() =>
        Assert.Empty(References(SourceTree.Projects.Single(project => project.Path.EndsWith("/Adapters.Runtime.csproj", StringComparison.Ordinal))));

    [Fact]
    public void Exchanges_do_not_see_each_other()
    {
        var exchanges = SourceTree.Projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(exchanges);
        foreach (var exchange in exchanges)
        {
            var own = exchange.Path.Split('/')[1];
            var others = exchanges.Select(other => other.Path.Split('/')[1]).Where(other => other != own);
            var code = SourceTree.Below("src/" + own).Select(file => file.Code).ToList();
            Assert.All(others, other => Assert.DoesNotContain(code, text => text.Contains($"Adapters.{other}", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Project_of_an_exchange_says_nearly_nothing()
    {
        var exchanges = SourceTree.Projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal));
        Assert.All(exchanges, project => Assert.InRange(project.Lines, 1, 10));
    }

    [Fact]
    public void Solution_has_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(SourceTree.Root, "Adapters.sln")).Replace('\\', '/');
        Assert.All(SourceTree.Projects, project => Assert.Contains($"\"{project.Path}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_of_packages_stand_in_one_place()
    {
        var wrong = from project in SourceTree.Projects
                    from reference in XDocument.Parse(project.Text).Descendants("PackageReference")
                    where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
                    select $"{project.Path}: {reference.Attribute("Include")?.Value}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_package_is_used()
    {
        var versions = XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        var files = Directory.EnumerateFiles(SourceTree.Root, "Directory.Build.*")
            .Concat(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "Directory.Build.*"))
            .Select(File.ReadAllText).Concat(SourceTree.Projects.Select(project => project.Text)).ToList();
        Assert.All(versions, name =>
            Assert.Contains(files, text => text.Contains($"PackageReference Include=\"{name}\"", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> References(SourceFile project)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SourceTree.Root, project.Path))!;
        foreach (var reference in XDocument.Parse(project.Text).Descendants("ProjectReference"))
        {
            var path = Path.GetFullPath(Path.Combine(folder, reference.Attribute("Include")!.Value));
            yield return Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/');
        }
    }
}
