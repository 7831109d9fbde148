using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>
/// Binds records that are one of several things: <c>$one-of: A B</c>, <c>$has: { key: A }</c>, <c>$shape: { text: A }</c>.
/// </summary>
internal sealed class UnionBinder(
    BindContext context, TypeBinder types, IReadOnlyDictionary<(string, string), SpecItem> items,
    Func<SpecItem, List<FieldModel>> fieldsOf)
{
    private static readonly string[] Kinds = ["object", "array", "text", "number", "bool"];

    /// <summary>The word that makes a record a union, if it has one.</summary>
    public static string? WordOf(SpecNode node) =>
        (node as MapNode)?.Entries.Select(entry => entry.Key.Value).FirstOrDefault(key => key is "$one-of" or "$has" or "$shape");

    /// <summary>The form, the cases as fields, and the discriminator's key.</summary>
    public (RecordForm Form, List<FieldModel> Cases, string? Key) Bind(SpecItem item, string word)
    {
        var map = (MapNode)item.Node;
        foreach (var entry in map.Entries.Where(entry => entry.Key.Value != word))
        {
            context.Report("ADP010", entry.Key, entry.Key.Value, "a record that is one of several", "");
        }
        var cases = new List<FieldModel>();
        var reported = context.Reported;
        var key = word == "$one-of" ? OneOf(item, map[word]!, cases) : null;
        if (word == "$has") Named(item, map[word]!, word, cases, Key);
        if (word == "$shape") Named(item, map[word]!, word, cases, Kind);
        if (cases.Count == 0 && context.Reported == reported)
        {
            context.Report("ADP013", map[word]!, item.Name, "one of several records; name at least one", "");
        }
        return (word == "$one-of" ? RecordForm.OneOf : word == "$has" ? RecordForm.Has : RecordForm.Shape, cases, key);
    }

    private string? OneOf(SpecItem item, SpecNode node, List<FieldModel> cases)
    {
        if (context.Scalar(node, "$one-of") is not { } scalar) return null;
        var found = new List<(string Name, int Offset, SpecItem Item, List<FieldModel> Constants)>();
        foreach (var (name, offset) in Texts.Words(scalar.Value))
        {
            if (BindContext.Find(items, item.Scope, name) is not { } key)
            {
                context.ReportAt(
                    "ADP014", scalar, offset, name.Length, "record", name, Nearest.Hint(name, items.Keys.Select(k => k.Item2)));
                continue;
            }
            var constants = fieldsOf(items[key]).Where(field => field.Role == FieldRole.Constant).ToList();
            found.Add((name, offset, items[key], constants));
        }
        if (found.Count == 0) return null;
        var shared = found[0].Constants.Select(field => field.WireNames[0])
            .FirstOrDefault(key => found.All(one => one.Constants.Any(field => field.WireNames[0] == key)));
        if (shared is null)
        {
            context.Report("ADP027", scalar, item.Name, "they share no key with a constant, such as 'e: =trade'");
            return null;
        }
        foreach (var (name, offset, record, constants) in found)
        {
            var value = constants.First(field => field.WireNames[0] == shared).Constant!;
            if (cases.FirstOrDefault(other => other.WireNames[0] == value) is { } same)
            {
                context.ReportAt(
                    "ADP027", scalar, offset, name.Length, item.Name, $"'{same.Type!.Name}' and '{name}' both have {shared}: {value}");
                continue;
            }
            Add(cases, item, value, new TypeRef(TypeKind.Record, name, record.Scope), scalar);
        }
        return shared;
    }

    private void Named(
        SpecItem item, SpecNode node, string word, List<FieldModel> cases, Func<ScalarNode, string?> check)
    {
        if (context.Map(node, word) is not { } map) return;
        foreach (var entry in map.Entries)
        {
            if (check(entry.Key) is { } name && context.Scalar(entry.Value, "A case") is { } type
                && types.Type(type, item.Scope) is { } bound)
            {
                Add(cases, item, name, bound, entry.Key);
            }
        }
    }

    private static string? Key(ScalarNode node) => node.Value;

    private string? Kind(ScalarNode node)
    {
        if (Kinds.Contains(node.Value)) return node.Value;
        context.Report("ADP013", node, node.Value, "a kind of JSON value: " + string.Join(", ", Kinds), Nearest.Hint(node.Value, Kinds));
        return null;
    }

    private void Add(List<FieldModel> cases, SpecItem item, string told, TypeRef type, ScalarNode at)
    {
        var element = type.Kind is TypeKind.List or TypeKind.Map ? type.Element! : type;
        var plain = element.Name ?? element.Kind.ToString();
        var name = Names.Camel(type.Kind is TypeKind.List or TypeKind.Map ? plain + type.Kind : plain);
        var property = Names.UnionMember(Names.Pascal(name), item.Name);
        if (cases.Any(other => other.Property == property))
        {
            context.Report("ADP022", at, name, $"the cases of {item.Name}");
            return;
        }
        cases.Add(new FieldModel(
            new[] { told }.ToEquatableArray(), FieldRole.Value, name, property, type, true, [], null, null));
    }
}
