using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>All files of an exchange as one document: sections of one name merged, each name said once.</summary>
internal sealed class SpecDocument
{
    /// <summary>Sections of named members.</summary>
    public static readonly IReadOnlyList<string> ItemSections =
    [
        "auth", "environments", "limits", "enums", "records", "groups", "endpoints", "sockets", "books", "conversions",
        "products", "unverified",
    ];

    private readonly BindContext _context;
    private readonly Dictionary<string, SpecNode> _single = new(StringComparer.Ordinal);
    private readonly List<(ScalarNode Key, SpecNode Node)> _singles = [];
    private readonly List<(string? Scope, SpecNode Node)> _errors = [];
    private readonly Dictionary<string, Dictionary<(string, string), SpecItem>> _items =
        ItemSections.ToDictionary(section => section, _ => new Dictionary<(string, string), SpecItem>());

    /// <summary>Merges the files.</summary>
    public SpecDocument(BindContext context, IReadOnlyList<(SpecFile File, MapNode Map)> files)
    {
        _context = context;
        Products(files);
        foreach (var (file, map) in files) Merge(map, ScopeOf(file.Path));
    }

    /// <summary>Error tables with their scope.</summary>
    public IReadOnlyList<(string? Scope, SpecNode Node)> Errors => _errors;

    /// <summary>Sections that are said once, with their keys.</summary>
    public IReadOnlyList<(ScalarNode Key, SpecNode Node)> Singles => _singles;

    /// <summary>A section that is said once, or null.</summary>
    public SpecNode? this[string section] => _single.TryGetValue(section, out var node) ? node : null;

    /// <summary>The members of a section, in the order of files and lines.</summary>
    public IReadOnlyDictionary<(string, string), SpecItem> Items(string section) => _items[section];

    private void Products(IReadOnlyList<(SpecFile File, MapNode Map)> files)
    {
        foreach (var (_, map) in files)
        {
            if (map["products"] is MapNode products) _context.Products.AddRange(products.Entries.Select(e => e.Key.Value));
        }
    }

    // binance/spot/market-data.yaml belongs to the product spot, binance/types.yaml to all.
    private string? ScopeOf(string path)
    {
        var parts = path.Split('/');
        return parts.Length > 2 && _context.Products.Contains(parts[1]) ? parts[1] : null;
    }

    private void Merge(MapNode map, string? scope)
    {
        _context.CheckKeys(map, "file");
        var said = new FileFacts(scope, map["docs"] is ScalarNode link ? link.Value : null, Defaults(map["defaults"]));
        foreach (var entry in map.Entries)
        {
            var section = entry.Key.Value;
            if (section is "language" or "defaults" || (section == "docs" && map["exchange"] is null)) continue;
            if (section == "errors") _errors.Add((scope, entry.Value));
            else if (_items.TryGetValue(section, out var items)) MergeItems(items, section, entry.Value, said);
            else if (_single.TryGetValue(section, out var first)) _context.Report("ADP002", entry.Key, section, At(first));
            else if (Grammar.KeysOf("file").Contains(section)) Add(entry);
        }
    }

    // What endpoints of a file have unless they say otherwise.
    private MapNode? Defaults(SpecNode? node)
    {
        if (node is null || _context.Map(node, "defaults") is not { } map) return null;
        _context.CheckKeys(map, "endpoint");
        return map;
    }

    private void Add(MapEntry entry)
    {
        _single.Add(entry.Key.Value, entry.Value);
        _singles.Add((entry.Key, entry.Value));
    }

    private void MergeItems(Dictionary<(string, string), SpecItem> items, string section, SpecNode node, FileFacts said)
    {
        if (_context.Map(node, section) is not { } map) return;
        foreach (var entry in map.Entries)
        {
            var scope = section == "products" ? null : said.Scope;
            var item = new SpecItem(scope, entry.Key.Value, entry.Key, entry.Value, said.Docs, said.Defaults);
            var hides = section is "enums" or "records" && said.Scope is not null && items.ContainsKey(("", item.Name));
            var key = hides ? ("", item.Name) : (item.ScopeKey, item.Name);
            if (items.TryGetValue(key, out var first)) _context.Report("ADP002", entry.Key, item.Name, At(first.Key));
            else items.Add(key, item);
        }
    }

    // What a file says of all its members.
    private sealed record FileFacts(string? Scope, string? Docs, MapNode? Defaults);

    private static string At(SpecNode node) => $"{node.Path}, line {node.Place.Line + 1}";
}
