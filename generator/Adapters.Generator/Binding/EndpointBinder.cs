using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds <c>endpoints</c>.</summary>
internal sealed class EndpointBinder(
    BindContext context, TypeBinder types, ParameterBinder parameters,
    IReadOnlyDictionary<(string, string), SpecItem> items, RestModel rest, IReadOnlyList<string> auths,
    IReadOnlyList<string> limits)
{
    private static readonly string[] Places = ["query", "form", "body", "takes"];

    private readonly WeightBinder _weights = new(context);
    private readonly NeedBinder _needs = new(context);

    /// <summary>Binds one endpoint; null after a report that leaves nothing to emit.</summary>
    public EndpointModel? Bind(SpecItem item)
    {
        if (!context.IsTypeName(item.Key)) return null;
        if (context.Map(item.Node, $"The endpoint {item.Name}") is not { } own) return null;
        context.CheckKeys(own, "endpoint");
        var map = Whole(own, item);
        if (map is null) return null;
        var (method, path) = Call(map["call"]);
        var socketMethod = context.Text(map["socket"], "socket");
        if (method is null && socketMethod is null)
        {
            if (map["call"] is null) context.Report("ADP012", item.Key, $"The endpoint {item.Name}", "call");
            return null;
        }
        var place = Places.FirstOrDefault(key => map[key] is not null);
        var list = place is null ? new ParameterList() : parameters.Bind(map[place]!, item.Scope, item.Name);
        if (place is null or "takes") place = rest.Places.FirstOrDefault(pair => pair.Name == method)?.Value ?? "query";
        var declared = PathParameters(map["call"] as ScalarNode, path, list.Parameters);
        var isRepeatable = context.Flag(map["repeatable"], "repeatable") ?? method is "GET" or null;
        var returns = Returns(map["returns"], item.Scope);
        return new EndpointModel(
            item.Name, item.Scope, method, path, socketMethod, place, Auth(map["auth"]),
            declared.ToEquatableArray(), list.Needs.Concat(_needs.Needs(map["needs"], declared, item.Name)).ToEquatableArray(),
            _weights.Bind(map["weight"], declared, item.Name), Counts(map["counts"]),
            returns, isRepeatable, Page(map["page"], declared, returns, item.Name),
            item.Link(own["docs"] ?? map["docs"]))
        {
            Tables = list.Tables.ToEquatableArray(),
            Fails = Fails(map["fails"], item.Scope),
        };
    }

    /// <summary>Completes an endpoint with the one that tells what became of it; all endpoints are known by now.</summary>
    public EndpointModel Resolve(EndpointModel endpoint, IReadOnlyList<EndpointModel> all)
    {
        var item = items[(endpoint.Scope ?? "", endpoint.Name)];
        if (item.Node is not MapNode own || Whole(own, item)?["resolve"] is not { } node) return endpoint;
        if (context.Map(node, "resolve") is not { Entries.Count: > 0 } map) return endpoint;
        var key = map.Entries[0].Key;
        if (all.FirstOrDefault(candidate => candidate.Name == key.Value) is not { } asked)
        {
            context.Report("ADP014", key, "endpoint", key.Value, Nearest.Hint(key.Value, all.Select(candidate => candidate.Name)));
            return endpoint;
        }
        var arguments = new List<PairModel>();
        foreach (var entry in context.Map(map.Entries[0].Value, "The arguments")?.Entries ?? [])
        {
            if (context.Scalar(entry.Value, "An argument") is not { } value) continue;
            if (Known(entry.Key, asked) && Known(value, endpoint)) arguments.Add(new PairModel(entry.Key.Value, value.Value));
        }
        arguments.AddRange(asked.Parameters
            .Where(parameter => arguments.All(given => given.Name != parameter.WireName)
                && endpoint.Parameters.Any(other => other.WireName == parameter.WireName))
            .Select(parameter => new PairModel(parameter.WireName, parameter.WireName)));
        return endpoint with { Resolve = new ResolveModel(asked.Name, arguments.ToEquatableArray()) };
    }

    private bool Known(ScalarNode name, EndpointModel endpoint)
    {
        if (endpoint.Parameters.Any(parameter => parameter.WireName == name.Value)) return true;
        var hint = Nearest.Hint(name.Value, endpoint.Parameters.Select(parameter => parameter.WireName));
        context.Report("ADP030", name, name.Value, endpoint.Name, hint);
        return false;
    }

    private FailModel? Fails(SpecNode? node, string? scope)
    {
        if (node is null || context.Map(node, "fails") is not { } map) return null;
        context.CheckKeys(map, "fails");
        var codes = new List<long>();
        foreach (var scalar in context.Scalars(map["codes"], "codes"))
        {
            if (Texts.TryInt(scalar.Value, out var code)) codes.Add(code);
            else context.Report("ADP013", scalar, scalar.Value, "a code", "");
        }
        if (context.Scalar(map["with"], "with") is not { } with)
        {
            context.Report("ADP012", map, "fails", "with");
            return null;
        }
        return types.Message(with, scope) is { } type ? new FailModel(codes.ToEquatableArray(), type) : null;
    }

    /// <summary>Amounts charged to named limits.</summary>
    public EquatableArray<CountModel> Counts(SpecNode? node)
    {
        if (node is null || context.Map(node, "counts") is not { } map) return [];
        var counts = new List<CountModel>();
        foreach (var entry in map.Entries)
        {
            if (!limits.Contains(entry.Key.Value))
            {
                context.Report("ADP014", entry.Key, "limit", entry.Key.Value, Nearest.Hint(entry.Key.Value, limits));
            }
            else if (context.Int(entry.Value, "An amount") is { } amount)
            {
                counts.Add(new CountModel(entry.Key.Value, amount));
            }
        }
        return counts.ToEquatableArray();
    }

    // Its own keys, those of the endpoint it is like, and what the file says of all.
    private MapNode? Whole(MapNode own, SpecItem item)
    {
        var map = Inherit(own, item, []);
        if (map is null || item.Defaults is not { } defaults) return map;
        var entries = map.Entries.Concat(defaults.Entries.Where(entry => map[entry.Key.Value] is null));
        return new MapNode(map.Path, map.Place, entries.ToList());
    }

    private MapNode? Inherit(MapNode map, SpecItem item, HashSet<string> seen)
    {
        if (context.Scalar(map["like"], "like") is not { } like) return map;
        if (!seen.Add(like.Value))
        {
            context.Report("ADP025", like, like.Value);
            return null;
        }
        if (BindContext.Find(items, item.Scope, like.Value) is not { } found)
        {
            context.Report("ADP014", like, "endpoint", like.Value, Nearest.Hint(like.Value, items.Keys.Select(key => key.Item2)));
            return null;
        }
        if (items[found].Node is not MapNode baseMap || Inherit(baseMap, items[found], seen) is not { } inherited) return null;
        var entries = inherited.Entries.Where(entry => entry.Key.Value != "docs" && map[entry.Key.Value] is null)
            .Concat(map.Entries.Where(entry => entry.Key.Value != "like"));
        return new MapNode(map.Path, map.Place, entries.ToList());
    }

    private (string? Method, string? Path) Call(SpecNode? node)
    {
        if (context.Scalar(node, "call") is not { } scalar) return (null, null);
        var words = Texts.Words(scalar.Value);
        if (words.Count == 2 && words[0].Text is "GET" or "POST" or "PUT" or "DELETE" or "PATCH"
            && words[1].Text.StartsWith("/", StringComparison.Ordinal))
        {
            return (words[0].Text, words[1].Text);
        }
        context.Report("ADP032", scalar, scalar.Value);
        return (null, null);
    }

    private List<ParameterModel> PathParameters(ScalarNode? call, string? path, List<ParameterModel> declared)
    {
        if (call is null || path is null) return declared;
        for (var open = path.IndexOf('{'); open >= 0; open = path.IndexOf('{', open + 1))
        {
            var close = path.IndexOf('}', open);
            var name = close < 0 ? path.Substring(open + 1) : path.Substring(open + 1, close - open - 1);
            var index = declared.FindIndex(parameter => parameter.WireName == name);
            if (index >= 0) declared[index] = declared[index] with { InPath = true };
            else
            {
                context.ReportAt(
                    "ADP030", call, call.Value.IndexOf(path, StringComparison.Ordinal) + open + 1, name.Length, name, path,
                    Nearest.Hint(name, declared.Select(p => p.WireName)));
            }
        }
        return declared;
    }

    private string? Auth(SpecNode? node)
    {
        if (context.Scalar(node, "auth") is not { } scalar || scalar.Value == "none") return null;
        if (auths.Contains(scalar.Value)) return scalar.Value;
        context.Report("ADP014", scalar, "kind of auth", scalar.Value, Nearest.Hint(scalar.Value, auths.Append("none")));
        return null;
    }

    private TypeRef? Returns(SpecNode? node, string? scope) =>
        context.Scalar(node, "returns") is { Value: not "none" } scalar ? types.Message(scalar, scope) : null;

    private PageModel? Page(SpecNode? node, List<ParameterModel> declared, TypeRef? returns, string endpoint)
    {
        if (node is null || context.Map(node, "page") is not { } map) return null;
        PageModel? page = null;
        (string Name, int Size)? size = null;
        foreach (var entry in map.Entries)
        {
            if (declared.All(parameter => parameter.WireName != entry.Key.Value))
            {
                var known = declared.Select(parameter => parameter.WireName);
                context.Report("ADP030", entry.Key, entry.Key.Value, endpoint, Nearest.Hint(entry.Key.Value, known));
                continue;
            }
            if (context.Scalar(entry.Value, "A page's value") is not { } value) continue;
            if (Texts.TryInt(value.Value, out var number))
            {
                size = (entry.Key.Value, (int)number);
                continue;
            }
            var words = Texts.Words(value.Value);
            var path = words.Count == 0 ? [] : words[0].Text.Split('.');
            var offset = 0L;
            var isSum = words.Count == 1 || (words.Count == 3 && words[1].Text == "+" && Texts.TryInt(words[2].Text, out offset));
            var record = context.RecordOf(returns is { Kind: TypeKind.List } list ? list.Element : returns);
            if (path.Length == 2 && path[0] is "last" or "first" && isSum)
            {
                if (record?.Fields.FirstOrDefault(field => field.Name == path[1]) is { } found)
                {
                    page = new PageModel(entry.Key.Value, path[0], found.Property!, (int)offset, null, null);
                    continue;
                }
                var hint = Nearest.Hint(path[1], record?.Fields.Where(field => field.Name is not null).Select(field => field.Name!) ?? []);
                context.ReportAt(
                    "ADP060", value, words[0].Offset + path[0].Length + 1, path[1].Length, record?.Name ?? endpoint, path[1], hint);
            }
            else
            {
                context.Report("ADP013", value, value.Value, "a page's start such as 'last.id + 1'", "");
            }
        }
        return page is null ? null : page with { SizeParameter = size?.Name, Size = size?.Size };
    }
}
