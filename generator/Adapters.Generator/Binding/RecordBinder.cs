using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>records</c>: objects, tuples, tagged lists; expands <c>$like</c>.</summary>
internal sealed class RecordBinder(BindContext context, TypeBinder types, IReadOnlyDictionary<(string, string), SpecItem> items)
{
    private const int MaxFields = 63; // one bit each, and one for the tag of an object in a tagged list

    private readonly HashSet<(string, string)> _open = [];
    private readonly Dictionary<(string, string), List<FieldModel>> _fields = [];

    /// <summary>A tuple of exactly decimal price and decimal quantity.</summary>
    public static bool IsLevel(SpecNode node) => node is ListNode { Items: { Count: 2 } pair }
        && pair[0] is ScalarNode { Value: "decimal price" } && pair[1] is ScalarNode { Value: "decimal quantity" };

    /// <summary>Binds one record, and the nested ones of a tagged list, into the context.</summary>
    public void Bind(SpecItem item)
    {
        var reported = context.Reported;
        if (UnionBinder.WordOf(item.Node) is { } word)
        {
            var (union, cases, key) = new UnionBinder(context, types, items, FieldsOf).Bind(item, word);
            Add(item.Scope, item.Name, union, cases, key, item.Docs);
            if (context.Reported > reported) context.Broken.Add(item.Name);
            return;
        }
        var map = item.Node as MapNode;
        var tag = map?["$tagged"] is { } tagNode ? context.Text(tagNode, "$tagged") : null;
        var form = item.Node is ListNode ? RecordForm.Tuple : tag is not null ? RecordForm.Tagged : RecordForm.Object;
        var fields = form == RecordForm.Tagged ? Tags(item, map!, tag!) : FieldsOf(item);
        if (context.Reported > reported) context.Broken.Add(item.Name);
        Add(item.Scope, item.Name, form, fields, tag, item.Docs);
    }

    private void Add(
        string? scope, string name, RecordForm form, List<FieldModel> fields, string? tag, string? docs) =>
        context.Records[(scope ?? "", name)] = new RecordModel(
            name, scope, form, fields.ToEquatableArray(), tag, IsValue: false, IsSent: false, HasFrame: false, HasLayout: false, docs);

    private List<FieldModel> Tags(SpecItem item, MapNode map, string tag)
    {
        var fields = new List<FieldModel>();
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == "$tagged") continue;
            var nested = item.Name + Names.Pascal(entry.Key.Value);
            if (!Names.IsIdentifier(Names.Pascal(entry.Key.Value)))
            {
                context.Report("ADP013", entry.Key, entry.Key.Value, "a name", "");
                continue;
            }
            if (context.Records.ContainsKey((item.ScopeKey, nested)) || context.RecordNames.Contains((item.ScopeKey, nested)))
            {
                context.Report("ADP022", entry.Key, nested, "the records");
                continue;
            }
            var nestedItem = new SpecItem(item.Scope, nested, entry.Key, entry.Value, item.Docs);
            var tagField = new FieldModel(
                new[] { tag }.ToEquatableArray(), FieldRole.Constant, null, null, null, false, [], entry.Key.Value, null);
            Add(item.Scope, nested, RecordForm.Object, [tagField, .. ObjectFields(nestedItem)], null, item.Docs);
            var property = Names.RecordMember(Names.Pascal(entry.Key.Value), item.Name);
            fields.Add(new FieldModel(
                new[] { entry.Key.Value }.ToEquatableArray(), FieldRole.Value, Names.Camel(entry.Key.Value), property,
                new TypeRef(TypeKind.Record, nested, item.Scope), true, [], null, null));
        }
        return fields;
    }

    private List<FieldModel> FieldsOf(SpecItem item)
    {
        var key = (item.ScopeKey, item.Name);
        if (_fields.TryGetValue(key, out var done)) return done;
        if (!_open.Add(key))
        {
            context.Report("ADP025", item.Key, item.Name);
            return [];
        }
        var fields = item.Node is ListNode list ? TupleFields(item, list) : ObjectFields(item);
        _open.Remove(key);
        return _fields[key] = fields;
    }

    private List<FieldModel> TupleFields(SpecItem item, ListNode list)
    {
        var fields = new List<FieldModel>();
        foreach (var node in list.Items)
        {
            if (context.Scalar(node, $"An item of {item.Name}") is { } scalar
                && types.Field(scalar, null, fields.Count, item.Scope) is { } field)
            {
                AddField(fields, field, scalar, scalar, item.Name);
            }
        }
        return fields;
    }

    private List<FieldModel> ObjectFields(SpecItem item)
    {
        var fields = new List<FieldModel>();
        if (context.Map(item.Node, $"The record {item.Name}") is not { } map || UnionBinder.WordOf(map) is not null) return fields;
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == "$like")
            {
                Include(fields, entry.Value, item);
            }
            else if (entry.Key.Value.StartsWith("$", StringComparison.Ordinal))
            {
                var known = Grammar.KeysOf("recordWords");
                if (Grammar.IsReserved(entry.Key.Value)) context.Report("ADP070", entry.Key, entry.Key.Value);
                else context.Report("ADP010", entry.Key, entry.Key.Value, "a record", Nearest.Hint(entry.Key.Value, known));
            }
            else if (context.Scalar(entry.Value, $"The field {entry.Key.Value}") is { } scalar
                && types.Field(scalar, entry.Key.Value, fields.Count, item.Scope) is { } field)
            {
                AddField(fields, field, scalar, entry.Key, item.Name);
            }
        }
        return fields;
    }

    private void Include(List<FieldModel> fields, SpecNode node, SpecItem item)
    {
        if (context.Scalar(node, "$like") is not { } scalar) return;
        foreach (var (word, offset) in Texts.Words(scalar.Value))
        {
            var name = word.TrimEnd('?');
            if (BindContext.Find(items, item.Scope, name) is not { } found)
            {
                context.ReportAt(
                    "ADP014", scalar, offset, name.Length, "record", name, Nearest.Hint(name, items.Keys.Select(k => k.Item2)));
                continue;
            }
            if (UnionBinder.WordOf(items[found].Node) is not null)
            {
                context.ReportAt("ADP013", scalar, offset, name.Length, name, "a record with fields of its own", "");
                continue;
            }
            if (_open.Contains(found))
            {
                context.ReportAt("ADP025", scalar, offset, name.Length, name);
                continue;
            }
            foreach (var field in FieldsOf(items[found]))
            {
                AddField(fields, word.EndsWith("?", StringComparison.Ordinal) ? field with { IsOptional = true } : field, scalar, scalar, item.Name);
            }
        }
    }

    private void AddField(List<FieldModel> fields, FieldModel field, ScalarNode at, ScalarNode key, string record)
    {
        var property = field.Name is null ? null : Names.RecordMember(Names.Pascal(field.Name), record);
        if (fields.Count > MaxFields) return; // reported; a thousand more would only cost time
        if (property is not null && IsTaken(fields, property))
        {
            var word = Texts.Words(at.Value).LastOrDefault(candidate => candidate.Text == field.Name);
            if (word.Text is null) context.Report("ADP022", key, field.Name!, $"the fields of {record}");
            else context.ReportAt("ADP022", at, word.Offset, word.Text.Length, field.Name!, $"the fields of {record}");
            return;
        }
        if (Key(fields, field) is { } taken)
        {
            context.ReportAt("ADP022", key, Math.Max(0, key.Value.IndexOf(taken, StringComparison.Ordinal)), taken.Length, taken, $"the keys of {record}");
            return;
        }
        fields.Add(field.Property == property ? field : field with { Property = property });
        if (fields.Count == MaxFields + 1) context.Report("ADP024", at, record);
    }

    // Written out: every pair of fields of every record comes by here.
    private static bool IsTaken(List<FieldModel> fields, string property)
    {
        foreach (var other in fields)
        {
            if (other.Property == property) return true;
        }
        return false;
    }

    private static string? Key(List<FieldModel> fields, FieldModel field)
    {
        foreach (var other in fields)
        {
            for (var i = 0; i < other.WireNames.Count; i++)
            {
                for (var j = 0; j < field.WireNames.Count; j++)
                {
                    if (other.WireNames[i] == field.WireNames[j]) return field.WireNames[j];
                }
            }
        }
        return null;
    }
}
