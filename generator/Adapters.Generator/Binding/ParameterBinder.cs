using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>A list of parameters with what they ask of each other.</summary>
internal sealed class ParameterList
{
    /// <summary>The parameters in sending order.</summary>
    public List<ParameterModel> Parameters { get; } = [];

    /// <summary>Requirements that came with groups.</summary>
    public List<NeedModel> Needs { get; } = [];

    /// <summary>Tables.</summary>
    public List<TableModel> Tables { get; } = [];
}

/// <summary>
/// Binds parameter lists: <c>query: { symbol: symbol, limit: int?, $like: Group }</c>, and groups taken as one object:
/// <c>order: NewOrder</c>, or with a prefix before each name <c>above+: Leg</c>.
/// </summary>
internal sealed class ParameterBinder(
    BindContext context, TypeBinder types, IReadOnlyDictionary<(string, string), SpecItem> groups)
{
    private readonly NeedBinder _needs = new(context);
    private readonly Dictionary<(string, string), GroupModel> _objects = [];
    private readonly Dictionary<(ScalarNode, string?), ParameterModel> _bound = []; // groups are put into many lists

    /// <summary>Groups that were met as objects.</summary>
    public IEnumerable<GroupModel> Objects => _objects.Values;

    /// <summary>The parameters in the order written, groups put where they are named.</summary>
    public ParameterList Bind(SpecNode node, string? scope, string owner)
    {
        var bound = new ParameterList();
        Add(bound, node, scope, owner, []);
        return bound;
    }

    /// <summary>The group as an object, if it is one.</summary>
    public GroupModel? ObjectOf(string? scope, string name) =>
        BindContext.Find(groups, scope, name) is { } found && _objects.TryGetValue(found, out var group) ? group : null;

    private void Add(ParameterList bound, SpecNode node, string? scope, string owner, HashSet<string> open)
    {
        if (context.Map(node, "A list of parameters") is not { } map) return;
        foreach (var entry in map.Entries.Where(entry => entry.Key.Value is not ("$needs" or "$table")))
        {
            if (entry.Key.Value == "$like") Include(bound, entry.Value, scope, open);
            else if (GroupOf(entry, scope) is { } group) AddPart(bound, entry, group, scope, open);
            else if (Once(entry, scope) is { } parameter) AddOne(bound, parameter, entry.Key);
        }
        bound.Needs.AddRange(_needs.Needs(map["$needs"], bound.Parameters, owner));
        foreach (var table in _needs.Tables(map["$table"], bound.Parameters, owner)) AddTable(bound, table);
    }

    private void Include(ParameterList bound, SpecNode node, string? scope, HashSet<string> open)
    {
        if (context.Scalar(node, "$like") is not { } scalar) return;
        foreach (var (name, offset) in Texts.Words(scalar.Value))
        {
            if (BindContext.Find(groups, scope, name) is not { } found)
            {
                var hint = Nearest.Hint(name, groups.Keys.Select(key => key.Item2));
                context.ReportAt("ADP014", scalar, offset, name.Length, "group", name, hint);
            }
            else if (!open.Add(name))
            {
                context.ReportAt("ADP025", scalar, offset, name.Length, name);
            }
            else
            {
                Add(bound, groups[found].Node, scope, name, open);
                open.Remove(name);
            }
        }
    }

    // The value names a group: its parameters are given in one object.
    private (string, string)? GroupOf(MapEntry entry, string? scope) =>
        entry.Value is ScalarNode scalar ? BindContext.Find(groups, scope, scalar.Value.Trim().TrimEnd('?')) : null;

    private void AddPart(ParameterList bound, MapEntry entry, (string, string) key, string? scope, HashSet<string> open)
    {
        var written = entry.Key.Value;
        var name = written.TrimEnd('+');
        if (!Names.IsIdentifier(name))
        {
            context.Report("ADP013", entry.Key, written, "a name", "");
            return;
        }
        if (!context.IsTypeName(groups[key].Key)) return;
        if (!open.Add(key.Item2))
        {
            context.Report("ADP025", entry.Value, key.Item2);
            return;
        }
        var list = new ParameterList();
        Add(list, groups[key].Node, scope, key.Item2, open);
        open.Remove(key.Item2);
        var prefix = written.EndsWith("+", StringComparison.Ordinal) ? name : "";
        var isOptional = ((ScalarNode)entry.Value).Value.TrimEnd().EndsWith("?", StringComparison.Ordinal);
        Remember(key, list, prefix);
        var part = new PartModel(name, key.Item2, key.Item1.Length == 0 ? null : key.Item1, prefix, isOptional);
        foreach (var parameter in list.Parameters)
        {
            var wire = Prefixed(prefix, parameter.WireName);
            if (bound.Parameters.Any(other => other.WireName == wire)) context.Report("ADP022", entry.Key, wire, "the parameters");
            else bound.Parameters.Add(parameter with { WireName = wire, IsOptional = parameter.IsOptional || isOptional, Part = part });
        }
        bound.Needs.AddRange(list.Needs.Select(need => Prefixed(prefix, need)));
        bound.Tables.AddRange(list.Tables.Select(table => new TableModel(
            Prefixed(prefix, table.Parameter),
            table.Rows.Select(row => new RowModel(
                row.Values, row.Needs.Select(need => Prefixed(prefix, need)).ToEquatableArray(),
                row.Allowed.Select(allowed => Prefixed(prefix, allowed)).ToEquatableArray())).ToEquatableArray())));
    }

    private void Remember((string, string) key, ParameterList list, string prefix)
    {
        var prefixes = _objects.TryGetValue(key, out var known) ? known.Prefixes : [];
        if (prefixes.Contains(prefix)) return;
        var parameters = list.Parameters
            .Select(parameter => parameter with { Property = Names.GroupMember(parameter.Property, key.Item2) });
        _objects[key] = new GroupModel(
            key.Item2, key.Item1.Length == 0 ? null : key.Item1, parameters.ToEquatableArray(),
            prefixes.Append(prefix).ToEquatableArray());
    }

    // A group adds rows to the table of a group that it includes.
    private static void AddTable(ParameterList bound, TableModel table)
    {
        var at = bound.Tables.FindIndex(other => other.Parameter == table.Parameter);
        if (at < 0) bound.Tables.Add(table);
        else bound.Tables[at] = table with { Rows = bound.Tables[at].Rows.Concat(table.Rows).ToEquatableArray() };
    }

    // aboveType of above and type.
    private static string Prefixed(string prefix, string name) =>
        prefix.Length == 0 ? name : prefix + char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static NeedModel Prefixed(string prefix, NeedModel need) =>
        need with { Parameters = need.Parameters.Select(name => Prefixed(prefix, name)).ToEquatableArray() };

    private ParameterModel? Once(MapEntry entry, string? scope)
    {
        if (_bound.TryGetValue((entry.Key, scope), out var known)) return known;
        if (Parameter(entry, scope) is not { } parameter) return null;
        _bound.Add((entry.Key, scope), parameter);
        return parameter;
    }

    private ParameterModel? Parameter(MapEntry entry, string? scope)
    {
        var name = entry.Key.Value;
        if (name.StartsWith("$", StringComparison.Ordinal))
        {
            context.Report("ADP010", entry.Key, name, "a parameter list", Nearest.Hint(name, Grammar.KeysOf("parameterWords")));
            return null;
        }
        if (!Names.IsIdentifier(Names.Pascal(name)))
        {
            context.Report("ADP013", entry.Key, name, "a name", "");
            return null;
        }
        if (context.Scalar(entry.Value, $"The parameter {name}") is not { } scalar) return null;
        if (scalar.Value.StartsWith("=", StringComparison.Ordinal))
        {
            return new ParameterModel(
                name, Names.Pascal(name), new TypeRef(TypeKind.Text), false, false, scalar.Value.Substring(1));
        }
        if (types.Field(scalar, name + "Parameter", 0, scope) is not { Type: { } type } field) return null;
        if (!IsSent(type.Kind == TypeKind.List ? type.Element! : type))
        {
            context.Report("ADP013", scalar, BindContext.Short(scalar.Value), "what a parameter can be: a scalar, an enum, or a list of one", "");
            return null;
        }
        var property = field.Property == Names.Pascal(name + "Parameter") ? Names.Pascal(name) : field.Property!;
        return new ParameterModel(name, property, type, field.IsOptional, false, null);
    }

    private static bool IsSent(TypeRef type) => type.Kind is not (TypeKind.Record or TypeKind.Level or TypeKind.List or TypeKind.Map);

    private void AddOne(ParameterList bound, ParameterModel parameter, ScalarNode at)
    {
        var isTaken = bound.Parameters.Exists(other =>
            other.WireName == parameter.WireName || (other.Part is null && other.Property == parameter.Property));
        if (isTaken) context.Report("ADP022", at, parameter.WireName, "the parameters");
        else bound.Parameters.Add(parameter);
    }
}
