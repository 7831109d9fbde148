using System.IO.Compression;
using System.Reflection;

namespace Adapters.Packaging.Tests;

/// <summary>The packages, packed once into a folder of their own, and a consumer's folder beside.</summary>
public sealed class Packages : IDisposable
{
    /// <summary>Name of the collection of tests that share the packages.</summary>
    public const string Once = "packages";

    /// <summary>A version nobody has cached.</summary>
    public const string Version = "0.1.0-packaging";

    private static readonly string[] Projects =
        ["runtime/Adapters.Runtime", "runtime/Adapters.Testing", "generator/Adapters.Generator", "src/Binance"];

    private readonly string _folder = Directory.CreateTempSubdirectory("adapters-packaging-").FullName;

    public Packages()
    {
        Root = FindRoot();
        var configuration = typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(item => item.Key == "Configuration").Value!;
        foreach (var project in Projects)
        {
            Dotnet.Run(Root, "pack", project, "--no-build", "-c", configuration, "-o", Feed, $"-p:Version={Version}", "-v", "q", "--nologo");
        }
    }

    /// <summary>The repository.</summary>
    public string Root { get; }

    /// <summary>Where the packages lie.</summary>
    public string Feed => Path.Combine(_folder, "feed");

    /// <summary>Names of a package's files.</summary>
    public IReadOnlyList<string> FilesOf(string package)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.nupkg"));
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The text of a file in a package.</summary>
    public string Read(string package, string file)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>An empty folder outside the repository that restores the packages from the feed. What they depend on comes
    /// from the packages of this machine and, where those lack it, from the registry.</summary>
    public string Consumer(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_folder, "packages")}" /></config>
              <packageSources><add key="feed" value="{Feed}" /></packageSources>
              <fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>
            </configuration>
            """);
        return folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Adapters.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Adapters.sln lies in none of the folders above the tests.");
    }
}

/// <summary>Packs once for all tests.</summary>
[CollectionDefinition(Packages.Once)]
public sealed class PackagesCollection : ICollectionFixture<Packages>;
