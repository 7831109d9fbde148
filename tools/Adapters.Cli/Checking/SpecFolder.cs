using Adapters.Cli.CommandLine;
using Adapters.Generator.Syntax;

namespace Adapters.Cli.Checking;

/// <summary>The files of one exchange's specification.</summary>
/// <param name="Name">Name of the folder, which is the exchange's.</param>
/// <param name="Folder">Its path as given.</param>
/// <param name="Files">Its files by their paths from the spec root, as a build hands them over.</param>
/// <param name="Samples">Its samples by their paths below their folder; null where there is no such folder.</param>
internal sealed record SpecFolder(string Name, string Folder, IReadOnlyList<SpecFile> Files, IReadOnlyList<string>? Samples)
{
    private const string SampleFolder = "samples";

    /// <summary>The exchanges of a folder: the folder itself where it holds YAML, else each folder inside that does.
    /// </summary>
    /// <exception cref="UsageException">There is no such folder, no specification in it, or a file may not be read.</exception>
    public static IReadOnlyList<SpecFolder> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new UsageException(File.Exists(folder)
                ? $"'{folder}' is a file; name the folder of an exchange or of several."
                : $"There is no folder '{folder}'.");
        }

        try
        {
            if (Yaml(folder, SearchOption.TopDirectoryOnly).Length > 0)
            {
                return [Read(folder)];
            }

            SpecFolder[] found = [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(Read)
                .Where(static exchange => exchange.Files.Count > 0)];
            return found.Length > 0 ? found : throw new UsageException($"There is no .yaml file in '{folder}'.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{folder}' cannot be read: {error.Message}");
        }
    }

    /// <summary>Where a file of the specification lies, as a person can open it.</summary>
    public string Place(string specPath) => specPath.StartsWith(Name + "/", StringComparison.Ordinal)
        ? Path.Combine(Folder, specPath[(Name.Length + 1)..].Replace('/', Path.DirectorySeparatorChar))
        : specPath;

    private static SpecFolder Read(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var files = Yaml(folder, SearchOption.AllDirectories)
            .Select(path => (Path: path, Inside: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(static file => !file.Inside.StartsWith(SampleFolder + "/", StringComparison.Ordinal))
            .Select(file => new SpecFile($"{name}/{file.Inside}", File.ReadAllText(file.Path)))
            .OrderBy(static file => file.Path, StringComparer.Ordinal);
        return new SpecFolder(name, folder, [.. files], Below(Path.Combine(folder, SampleFolder)));
    }

    private static string[]? Below(string samples) => !Directory.Exists(samples) ? null
        : [.. Directory.EnumerateFiles(samples, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(samples, path).Replace('\\', '/'))];

    private static string[] Yaml(string folder, SearchOption depth) => Directory.GetFiles(folder, "*.yaml", depth);
}
