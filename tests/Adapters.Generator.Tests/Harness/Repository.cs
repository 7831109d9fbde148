namespace Adapters.Generator.Tests.Harness;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>The text of a file.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The specification of an exchange, as the build hands it over: samples left out.</summary>
    public static IReadOnlyList<SpecText> Spec(string exchange)
    {
        var root = Path.Combine(Root, "specs") + Path.DirectorySeparatorChar;
        return Directory.EnumerateFiles(root + exchange, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Full: path, Short: Path.GetRelativePath(root, path).Replace('\\', '/')))
            .Where(file => !file.Short.Contains("/samples/", StringComparison.Ordinal))
            .OrderBy(file => file.Short, StringComparer.Ordinal)
            .Select(file => new SpecText(file.Short, File.ReadAllText(file.Full)))
            .ToList();
    }

    /// <summary>Every exchange with a specification.</summary>
    public static IReadOnlyList<string> Exchanges => [.. Directory.EnumerateDirectories(Path.Combine(Root, "specs"))
        .Where(folder => File.Exists(Path.Combine(folder, "exchange.yaml")))
        .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The samples of an exchange, by their paths below its folder of samples.</summary>
    public static IReadOnlyList<string> Samples(string exchange)
    {
        var folder = Path.Combine(Root, "specs", exchange, "samples");
        return [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Adapters.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
