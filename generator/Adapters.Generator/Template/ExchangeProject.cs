using Adapters.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Adapters.Generator.Template;

/// <summary>The project of an exchange: what its specification asks of it, and which files it has.</summary>
internal sealed class ExchangeProject
{
    private static readonly string[] Elsewhere = ["obj/", "bin/", "../"];

    private readonly string _folder;
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);

    /// <summary>Notes the files of a project.</summary>
    /// <param name="folder">The project's folder, as MSBuild names it.</param>
    public ExchangeProject(ExchangeModel model, SpecOutline outline, string folder, IEnumerable<SyntaxTree> trees)
    {
        Model = model;
        Outline = outline;
        _folder = folder.Replace('\\', '/').TrimEnd('/') + "/";
        foreach (var tree in trees)
        {
            if (PathOf(tree) is { } path) _trees[path] = tree;
        }
    }

    /// <summary>What the specification means.</summary>
    public ExchangeModel Model { get; }

    /// <summary>Where it says so.</summary>
    public SpecOutline Outline { get; }

    /// <summary>The files a person wrote, by their paths below the project's folder.</summary>
    public IEnumerable<string> Files => _trees.Keys;

    /// <summary>The path below the project's folder, with slashes; null for what was generated or lies elsewhere.</summary>
    public string? PathOf(SyntaxTree tree)
    {
        var path = tree.FilePath.Replace('\\', '/');
        if (!path.StartsWith(_folder, StringComparison.Ordinal)) return null;
        path = path.Substring(_folder.Length);
        // the compiler keeps the steps upwards of what a project links
        return Elsewhere.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) ? null : path;
    }

    /// <summary>The file declares the type.</summary>
    public bool Declares(string file, string type, CancellationToken cancellation) => _trees.TryGetValue(file, out var tree)
        && TypesOf(tree.GetRoot(cancellation)).Contains(type);

    /// <summary>Names of the types that a file declares, nested ones left out.</summary>
    public static IEnumerable<string> TypesOf(SyntaxNode root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        .OfType<BaseTypeDeclarationSyntax>()
        .Select(type => type.Identifier.ValueText);
}
