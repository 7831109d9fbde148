using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>
/// Binds conversions of the domain's requests into groups of parameters: <c>OrderRequest -> NewOrder</c>. Names that are
/// equal map by themselves; what no parameter carries is refused at run time, never dropped.
/// </summary>
internal sealed class RequestBinder(BindContext context, ParameterBinder parameters)
{
    /// <summary>The name of a conversion starts with a request of the domain.</summary>
    public static bool IsRequest(SpecItem item) =>
        Texts.Words(item.Name) is { Count: 3 } words && DomainCatalogue.Requests.ContainsKey(words[0].Text);

    /// <summary>Binds one conversion; null after a report.</summary>
    public RequestModel? Bind(SpecItem item)
    {
        var words = Texts.Words(item.Name);
        var source = DomainCatalogue.Requests[words[0].Text];
        if (words[1].Text != "->")
        {
            context.Report("ADP013", item.Key, item.Name, "a conversion such as 'OrderRequest -> NewOrder'", "");
            return null;
        }
        if (parameters.ObjectOf(item.Scope, words[2].Text) is not { } target)
        {
            var hint = Nearest.Hint(words[2].Text, parameters.Objects.Select(group => group.Name));
            context.ReportAt(
                "ADP014", item.Key, words[2].Offset, words[2].Text.Length, "group that an endpoint takes as one object",
                words[2].Text, hint);
            return null;
        }
        if (context.Map(item.Node, $"The conversion {item.Name}") is not { } map) return null;
        foreach (var entry in map.Entries.Where(entry => target.Parameters.All(p => p.WireName != entry.Key.Value)))
        {
            var hint = Nearest.Hint(entry.Key.Value, target.Parameters.Select(parameter => parameter.WireName));
            context.Report("ADP060", entry.Key, target.Name, entry.Key.Value, hint);
        }
        var members = new List<RequestMember>();
        var isWhole = true;
        foreach (var parameter in target.Parameters.Where(parameter => parameter.Constant is null))
        {
            var written = map[parameter.WireName];
            var value = written is null ? ByName(source, parameter) : Value(written, source, parameter, target.Name);
            if (value is not null)
            {
                members.Add(new RequestMember(parameter, value));
                continue;
            }
            isWhole &= parameter.IsOptional;
            if (written is null && !parameter.IsOptional) context.Report("ADP061", item.Key, target.Name, parameter.WireName, source.Name);
        }
        if (!isWhole) return null; // it would not compile; the reports say why
        var used = members.SelectMany(member => Paths(member.Value)).Select(path => path.Path).ToList();
        var refused = All(source, "").Where(path => !used.Contains(path.Path)).ToEquatableArray();
        return new RequestModel(item.Scope, source.Name, target, members.ToEquatableArray(), refused);
    }

    private RequestPath? ByName(DomainRequest source, ParameterModel parameter) =>
        Find(source, Names.Camel(parameter.WireName)) is { } path && Fits(path.Member, parameter.Type) ? path : null;

    private RequestValue? Value(SpecNode node, DomainRequest source, ParameterModel parameter, string target)
    {
        if (node is MapNode map) return Table(map, source, parameter, target);
        if (context.Scalar(node, $"The value of {parameter.WireName}") is not { } scalar) return null;
        if (scalar.Value == "none") return Nothing(scalar, parameter);
        return scalar.Value.StartsWith("=", StringComparison.Ordinal)
            ? Constant(scalar, scalar.Value.Substring(1), parameter)
            : Path(scalar, scalar.Value, 0, source, parameter, target);
    }

    private RequestNothing? Nothing(ScalarNode node, ParameterModel parameter)
    {
        if (parameter.IsOptional) return new RequestNothing();
        context.Report("ADP013", node, node.Value, $"a value of {parameter.WireName}, which is always sent", "");
        return null;
    }

    private RequestPath? Path(
        ScalarNode node, string text, int offset, DomainRequest source, ParameterModel parameter, string target)
    {
        if (Member(node, text, offset, source) is not { } path) return null;
        if (Fits(path.Member, parameter.Type)) return path;
        context.ReportAt(
            "ADP063", node, offset, text.Length, target, parameter.WireName, TypeFit.Describe(parameter.Type), text,
            TypeFit.Describe(path.Member));
        return null;
    }

    private RequestPath? Member(ScalarNode node, string text, int offset, DomainRequest source)
    {
        if (Find(source, text) is { } path) return path;
        var hint = Nearest.Hint(text, All(source, "").Select(known => Camel(known.Path)));
        context.ReportAt("ADP060", node, offset, text.Length, source.Name, text, hint);
        return null;
    }

    private RequestConstant? Constant(ScalarNode node, string text, ParameterModel parameter)
    {
        var known = context.EnumOf(parameter.Type)?.Values.Select(value => value.Wire).ToList();
        var fits = parameter.Type.Kind switch
        {
            TypeKind.Enum => known!.Contains(text),
            TypeKind.Bool => text is "true" or "false",
            TypeKind.Int => Texts.TryInt(text, out var number) && number is >= int.MinValue and <= int.MaxValue,
            TypeKind.Long => Texts.TryInt(text, out _),
            TypeKind.Decimal => Texts.IsDecimal(text),
            TypeKind.Text => true,
            _ => false,
        };
        if (fits) return new RequestConstant(text);
        context.Report("ADP013", node, text, $"a value of {parameter.WireName}", Nearest.Hint(text, known ?? []));
        return null;
    }

    private RequestTable? Table(MapNode map, DomainRequest source, ParameterModel parameter, string target)
    {
        if (map.Entries.Count != 1 || map.Entries[0].Value is not MapNode rows)
        {
            context.Report("ADP011", map, $"The value of {parameter.WireName}", "a path, or one field with a map of its values");
            return null;
        }
        var key = map.Entries[0].Key;
        if (Member(key, key.Value, 0, source) is not { } subject) return null;
        IReadOnlyList<string> cases = subject.Member.Kind switch
        {
            DomainKind.Enum => DomainCatalogue.Enums[subject.Member.EnumName!],
            DomainKind.Bool => ["true", "false"],
            _ => [],
        };
        if (cases.Count == 0)
        {
            context.Report("ADP013", key, key.Value, "an enum or a bool", "");
            return null;
        }
        var bound = new List<RequestRow>();
        RequestValue? otherwise = null;
        foreach (var row in rows.Entries)
        {
            if (RowValue(row.Value, source, parameter, target) is not { } value) continue;
            if (row.Key.Value == "else") otherwise = value;
            else if (cases.Contains(row.Key.Value)) bound.Add(new RequestRow(row.Key.Value, value));
            else
            {
                var hint = Nearest.Hint(row.Key.Value, cases);
                context.Report("ADP014", row.Key, $"value of {key.Value}", row.Key.Value, hint);
            }
        }
        return new RequestTable(subject, bound.ToEquatableArray(), otherwise);
    }

    // A value of the venue, none, after '$' a path, or another table.
    private RequestValue? RowValue(SpecNode node, DomainRequest source, ParameterModel parameter, string target)
    {
        if (node is MapNode map) return Table(map, source, parameter, target);
        if (context.Scalar(node, "A row of a table") is not { } scalar) return null;
        if (scalar.Value == "none") return Nothing(scalar, parameter);
        return scalar.Value.StartsWith("$", StringComparison.Ordinal)
            ? Path(scalar, scalar.Value.Substring(1), 1, source, parameter, target)
            : Constant(scalar, scalar.Value, parameter);
    }

    // order.symbol, or symbol where only one part has it.
    private static RequestPath? Find(DomainRequest source, string text)
    {
        var all = All(source, "").ToList();
        if (all.FirstOrDefault(path => Camel(path.Path) == text) is { } exact) return exact;
        var found = all.Where(path => Camel(path.Path).EndsWith("." + text, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static IEnumerable<RequestPath> All(DomainRequest source, string root) => source.Members
        .Select(member => new RequestPath(root + member.Name, member))
        .Concat(source.Parts.SelectMany(part => All(DomainCatalogue.Requests[part.Value], root + part.Name + ".")));

    private static IEnumerable<RequestPath> Paths(RequestValue value) => value switch
    {
        RequestPath path => [path],
        RequestTable table => table.Rows.SelectMany(row => Paths(row.Value)).Append(table.Subject)
            .Concat(table.Else is null ? [] : Paths(table.Else)),
        _ => [],
    };

    private bool Fits(DomainMember member, TypeRef type) => member.Kind switch
    {
        DomainKind.OrderId => type.Kind is TypeKind.OrderId or TypeKind.Long or TypeKind.Text,
        DomainKind.ClientOrderId => type.Kind is TypeKind.ClientOrderId or TypeKind.Text,
        DomainKind.Decimal => type.Kind == TypeKind.Decimal,
        _ => TypeFit.Fits(member, type, context.EnumOf),
    };

    private static string Camel(string path) => string.Join(".", path.Split('.').Select(Names.Camel));
}
