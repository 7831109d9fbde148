using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Notes where a document says what.</summary>
internal static class OutlineBuilder
{
    // Constructs of the grammar whose members a section holds.
    private static readonly (string Section, string Construct)[] Constructs =
    [
        ("products", "product"), ("auth", "auth"), ("limits", "limit"), ("endpoints", "endpoint"), ("sockets", "socket"),
        ("books", "book"), ("errors", "errors"),
    ];

    /// <summary>The outline of a document.</summary>
    public static SpecOutline Build(SpecDocument document)
    {
        var outline = new SpecOutline();
        foreach (var (section, construct) in Constructs) outline.AddKeys(section, Grammar.KeysOf(construct));
        foreach (var (key, node) in document.Singles)
        {
            outline.AddSection(key.Value, Place(key), node as ScalarNode is { } text ? Place(text) : null);
            Inside(outline, key.Value, null, [], node);
        }
        foreach (var section in SpecDocument.ItemSections)
        {
            foreach (var item in document.Items(section).Values)
            {
                outline.AddMember(section, item.Scope, item.Name, Place(item.Key), item.Node is ScalarNode text ? Place(text) : null);
                Inside(outline, section, item.Scope, [item.Name], item.Node);
            }
        }
        foreach (var (scope, node) in document.Errors) Inside(outline, "errors", scope, [], node);
        return outline;
    }

    private static void Inside(SpecOutline outline, string section, string? scope, string[] path, SpecNode node)
    {
        if (node is MapNode map)
        {
            foreach (var entry in map.Entries)
            {
                string[] inner = [.. path, entry.Key.Value];
                outline.Add(section, scope, inner, Place(entry.Key), entry.Value is ScalarNode text ? Place(text) : null);
                if (entry.Value is ScalarNode likes && path.Length > 0) Likes(outline, section, scope, path, entry.Key.Value, likes);
                Inside(outline, section, scope, inner, entry.Value);
            }
        }
        else if (node is ListNode list)
        {
            for (var i = 0; i < list.Items.Count; i++)
            {
                var item = list.Items[i];
                string[] inner = [.. path, item is ScalarNode text ? text.Value : $"#{i}"];
                outline.Add(section, scope, inner, Place(item), item as ScalarNode is { } value ? Place(value) : null);
                Inside(outline, section, scope, inner, item);
            }
        }
    }

    private static void Likes(SpecOutline outline, string section, string? scope, string[] path, string key, ScalarNode value)
    {
        if (key is not ("like" or "$like"))
        {
            // A parameter may be a whole group: `order: NewOrder`, `working+: WorkingLeg`.
            if (section is "endpoints" or "groups") outline.AddLike(new OutlineLike("groups", scope, path[0], value.Value.TrimEnd('?')));
            return;
        }
        var target = key == "like" || section is "records" ? section : "groups";
        foreach (var (word, _) in Texts.Words(value.Value)) outline.AddLike(new OutlineLike(target, scope, path[0], word.TrimEnd('?')));
    }

    private static OutlinePlace Place(SpecNode node) => new(
        node.Path, node.Place.Line, node.Place.Column, node.Place.Length, node is ScalarNode text ? text.Value : "");
}
