using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds parameter lists: <c>query: { symbol: symbol, limit: int?, $like: Group }</c>.</summary>
internal sealed class ParameterBinder(
    BindContext context, TypeBinder types, IReadOnlyDictionary<(string, string), SpecItem> groups)
{
    /// <summary>The parameters in the order written, groups put where they are named.</summary>
    public List<ParameterModel> Bind(SpecNode node, string? scope)
    {
        var bound = new List<ParameterModel>();
        Add(bound, node, scope, []);
        return bound;
    }

    private void Add(List<ParameterModel> bound, SpecNode node, string? scope, HashSet<string> open)
    {
        if (context.Map(node, "A list of parameters") is not { } map) return;
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Value == "$like") Include(bound, entry.Value, scope, open);
            else if (Parameter(entry, scope) is { } parameter) AddOne(bound, parameter, entry.Key);
        }
    }

    private void Include(List<ParameterModel> bound, SpecNode node, string? scope, HashSet<string> open)
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
                Add(bound, groups[found].Node, scope, open);
                open.Remove(name);
            }
        }
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
        var property = field.Property == Names.Pascal(name + "Parameter") ? Names.Pascal(name) : field.Property!;
        return new ParameterModel(name, property, type, field.IsOptional, false, null);
    }

    private void AddOne(List<ParameterModel> bound, ParameterModel parameter, ScalarNode at)
    {
        if (bound.Any(other => other.Property == parameter.Property)) context.Report("ADP022", at, parameter.WireName, "the parameters");
        else bound.Add(parameter);
    }
}
