using System.Collections.Immutable;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>enums</c>.</summary>
internal sealed class EnumBinder(BindContext context)
{
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>Binds one enum; null after a report.</summary>
    public EnumModel? Bind(SpecItem item)
    {
        var values = new List<EnumValueModel>();
        _members.Clear();
        if (item.Node is ListNode list)
        {
            foreach (var value in context.Scalars(list, "An enum")) Add(values, value, item.Name, Names.Pascal(value.Value), null);
            return Model(item, null, values);
        }
        if (context.Map(item.Node, $"The enum {item.Name}") is not { } map) return null;
        var domain = Domain(map["$as"]);
        var ambiguous = Ambiguous(map);
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == "$as") continue;
            if (context.Text(entry.Value, "The value of an enum") is not { } right) continue;
            if (domain is { } found && !found.Members.Contains(right))
            {
                context.Report(
                    "ADP014", entry.Value, $"member of {found.Name}", right, Nearest.Hint(right, found.Members));
                continue;
            }
            var pascal = Names.Pascal(entry.Key.Value);
            var member = domain is null || !Names.IsIdentifier(pascal) || ambiguous.Contains(pascal) ? right : pascal;
            Add(values, entry.Key, item.Name, member, domain is null ? null : right);
        }
        return Model(item, domain?.Name, values);
    }

    private static EnumModel Model(SpecItem item, string? domain, List<EnumValueModel> values) =>
        new(item.Name, item.Scope, domain, values.ToEquatableArray(), item.Docs);

    // 1m and 1M differ only in case: their domain names tell them apart.
    private static HashSet<string> Ambiguous(MapNode map)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var twice = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in map.Entries)
        {
            var pascal = Names.Pascal(entry.Key.Value);
            if (!seen.Add(pascal)) twice.Add(pascal);
        }
        return twice;
    }

    private (string Name, ImmutableArray<string> Members)? Domain(SpecNode? node)
    {
        if (context.Scalar(node, "$as") is not { } name) return null;
        if (DomainCatalogue.Enums.TryGetValue(name.Value, out var members)) return (name.Value, members);
        context.Report(
            "ADP014", name, "domain enum", name.Value, Nearest.Hint(name.Value, DomainCatalogue.Enums.Keys));
        return null;
    }

    private void Add(List<EnumValueModel> values, ScalarNode node, string type, string member, string? domain)
    {
        member = Names.EnumMember(member, type);
        if (!Names.IsIdentifier(member)) member = Names.IsIdentifier("V" + member) ? "V" + member : member;
        if (!Names.IsIdentifier(member))
        {
            context.Report("ADP013", node, node.Value, "a value with a name; write it as 'VALUE: Name'", "");
            return;
        }
        if (!_members.Add(member))
        {
            context.Report("ADP022", node, member, $"the values of {type}");
            return;
        }
        values.Add(new EnumValueModel(node.Value, member, domain));
    }
}
