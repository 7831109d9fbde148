namespace Adapters.Binance.Tests.Conformance;

/// <summary>The samples beside the specification.</summary>
internal static class Samples
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = Find();

    private static string Folder => Path.Combine(Root, "specs", "binance", "samples");

    public static IEnumerable<string> Names(string product) => Directory
        .EnumerateFiles(Path.Combine(Folder, product), "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public static bool Exists(string name) => File.Exists(Path.Combine(Folder, name));

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Adapters.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The samples are not beside the tests.");
    }
}
