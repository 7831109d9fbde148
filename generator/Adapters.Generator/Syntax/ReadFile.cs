using Adapters.Generator.Diagnostics;
using Adapters.Generator.Support;

namespace Adapters.Generator.Syntax;

/// <summary>
/// A file that was read: its nodes, or what was wrong with it. Two are equal when their texts are, so that a file is read
/// again only after an edit.
/// </summary>
public sealed class ReadFile : IEquatable<ReadFile>
{
    private ReadFile(SpecFile file, MapNode? map, EquatableArray<SpecDiagnostic> diagnostics)
    {
        File = file;
        Map = map;
        Diagnostics = diagnostics;
    }

    /// <summary>The file.</summary>
    public SpecFile File { get; }

    /// <summary>Its sections; null when nothing of it can be used.</summary>
    public MapNode? Map { get; }

    /// <summary>What was found while reading.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; }

    /// <summary>Reads a file; never throws for what it holds.</summary>
    public static ReadFile Of(SpecFile file)
    {
        var diagnostics = new DiagnosticBag();
        var map = SpecReader.Read(file, diagnostics);
        return new ReadFile(file, map, diagnostics.ToEquatableArray());
    }

    /// <inheritdoc/>
    public bool Equals(ReadFile? other) => other is not null && File == other.File;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReadFile);

    /// <inheritdoc/>
    public override int GetHashCode() => File.GetHashCode();
}
