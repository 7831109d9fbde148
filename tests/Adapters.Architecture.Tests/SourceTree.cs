using System.Text.RegularExpressions;

namespace Adapters.Architecture.Tests;

/// <summary>A source file of the repository.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
/// <param name="Text">Its content.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.Count(static c => c == '\n') + (Text.EndsWith('\n') ? 0 : 1);

    /// <summary>The code without comments, so that prose may speak of anything.</summary>
    public string Code => SourceTree.Comment().Replace(Text, "");
}

/// <summary>The repository's files as text: what is tested here is how they lie, not what they do.</summary>
internal static partial class SourceTree
{
    private static readonly string[] Skipped = ["bin", "obj", ".git", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>All C# files.</summary>
    public static IReadOnlyList<SourceFile> CSharp { get; } = [.. Read(Root, "*.cs")];

    /// <summary>All project files.</summary>
    public static IReadOnlyList<SourceFile> Projects { get; } = [.. Read(Root, "*.csproj")];

    /// <summary>The C# files below a folder.</summary>
    public static IEnumerable<SourceFile> Below(string folder) =>
        CSharp.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal));

    [GeneratedRegex(@"//[^\n]*")]
    internal static partial Regex Comment();

    private static IEnumerable<SourceFile> Read(string folder, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal))
        {
            yield return new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file));
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (!Skipped.Contains(Path.GetFileName(inner)))
            {
                foreach (var file in Read(inner, pattern))
                {
                    yield return file;
                }
            }
        }
    }

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
