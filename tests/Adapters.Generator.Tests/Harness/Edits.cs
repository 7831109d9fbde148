namespace Adapters.Generator.Tests.Harness;

/// <summary>Specifications with one file edited.</summary>
internal static class Edits
{
    /// <summary>The same files, one of them with another text.</summary>
    public static IReadOnlyList<SpecText> With(this IReadOnlyList<SpecText> files, SpecText file, string text) =>
        [.. files.Select(other => ReferenceEquals(other, file) ? new SpecText(file.SpecPath, text) : other)];
}
