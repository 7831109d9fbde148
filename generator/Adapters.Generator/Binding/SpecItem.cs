using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>A named member of a section: an enum, a record, an endpoint ...</summary>
/// <param name="Scope">The product whose folder it stands in, or null.</param>
/// <param name="Docs">Base address of its file, or null.</param>
/// <param name="Defaults">What endpoints of its file have unless they say otherwise.</param>
internal sealed record SpecItem(
    string? Scope, string Name, ScalarNode Key, SpecNode Node, string? Docs, MapNode? Defaults = null)
{
    /// <summary>The scope as dictionaries hold it.</summary>
    public string ScopeKey => Scope ?? "";

    /// <summary>The full link of the item: the file's base with the item's own part appended.</summary>
    public string? Link(SpecNode? own) => own is ScalarNode { Value: var part }
        ? part.Contains("://") ? part : Docs + part
        : Docs;
}
