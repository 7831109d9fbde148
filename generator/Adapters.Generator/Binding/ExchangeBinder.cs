using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>Binds what is said of the exchange as a whole: products, wire forms, auth, environments, limits.</summary>
internal sealed class ExchangeBinder(BindContext context, SpecDocument document)
{
    /// <summary>Products, in the order written.</summary>
    public List<ProductModel> Products(string exchange, ISet<string> folders)
    {
        var products = new List<ProductModel>();
        foreach (var item in document.Items("products").Values)
        {
            if (context.Map(item.Node, $"The product {item.Name}") is not { } map) continue;
            context.CheckKeys(map, "product");
            var kind = context.Scalar(map["kind"], "kind");
            if (kind is not null && !DomainCatalogue.Enums["MarketKind"].Contains(kind.Value))
            {
                var hint = Nearest.Hint(kind.Value, DomainCatalogue.Enums["MarketKind"]);
                context.Report("ADP014", kind, "kind of market", kind.Value, hint);
                kind = null;
            }
            var type = context.Scalar(map["type"], "type");
            if (!context.IsName(item.Key) || (type is not null && !context.IsName(type))) continue;
            if (map["id"] is null) context.Report("ADP012", item.Key, $"The product {item.Name}", "id");
            products.Add(new ProductModel(
                item.Name, context.Text(map["id"], "id") ?? item.Name,
                context.Scalars(map["also"], "also").Select(alias => alias.Value).ToEquatableArray(),
                type?.Value ?? exchange + Names.Pascal(item.Name), kind?.Value,
                Pairs(map["constants"], "constants"), folders.Contains(item.Name) ? Names.Pascal(item.Name) : null));
        }
        return products;
    }

    /// <summary>Writing forms.</summary>
    public WireModel Wire()
    {
        if (document["wire"] is not { } node || context.Map(node, "wire") is not { } map) return new WireModel(true, "json");
        context.CheckKeys(map, "wire");
        return new WireModel(
            OneOf(map["decimal"], "decimal", "text", "number") == "text", OneOf(map["list"], "list", "json", "csv", "repeat"));
    }

    /// <summary>REST-wide facts.</summary>
    public RestModel Rest()
    {
        if (document["rest"] is not { } node || context.Map(node, "rest") is not { } map) return new RestModel([], null);
        context.CheckKeys(map, "rest");
        return new RestModel(Places(map["places"]).ToEquatableArray(), new TemplateBinder(context).One(map["failure"]));
    }

    private List<PairModel> Places(SpecNode? node)
    {
        var places = new List<PairModel>();
        foreach (var entry in node is null ? [] : context.Map(node, "places")?.Entries ?? [])
        {
            if (context.Scalar(entry.Value, "A place") is not { } place) continue;
            if (place.Value is "query" or "form" or "body") places.Add(new PairModel(entry.Key.Value, place.Value));
            else context.Report("ADP013", place, place.Value, "a place: query, form, body", Nearest.Hint(place.Value, ["query", "form", "body"]));
        }
        return places;
    }

    /// <summary>Kinds of authentication.</summary>
    public List<AuthModel> Auth()
    {
        var kinds = new List<AuthModel>();
        foreach (var item in document.Items("auth").Values)
        {
            if (context.Map(item.Node, $"The kind of auth {item.Name}") is not { } map) continue;
            context.CheckKeys(map, "auth");
            kinds.Add(new AuthModel(
                item.Name, Pairs(map["headers"], "headers"), Pairs(map["adds"], "adds"), Pairs(map["frame"], "frame"),
                context.Duration(map["window"], "window")));
        }
        return kinds;
    }

    /// <summary>Environments.</summary>
    public List<EnvironmentModel> Environments()
    {
        var environments = new List<EnvironmentModel>();
        foreach (var item in document.Items("environments").Values)
        {
            if (context.Map(item.Node, $"The environment {item.Name}") is not { } map) continue;
            var hosts = new List<PairModel>();
            foreach (var entry in map.Entries.Where(entry => entry.Key.Value != "without"))
            {
                if (context.Text(entry.Value, "A host") is { } url) hosts.Add(new PairModel(entry.Key.Value, url));
            }
            environments.Add(new EnvironmentModel(
                item.Name, item.Scope, hosts.ToEquatableArray(),
                context.Scalars(map["without"], "without").Select(name => name.Value).ToEquatableArray()));
        }
        return environments;
    }

    /// <summary>Rate limits.</summary>
    public List<LimitModel> Limits()
    {
        var limits = new List<LimitModel>();
        foreach (var item in document.Items("limits").Values)
        {
            if (context.Map(item.Node, $"The limit {item.Name}") is not { } map) continue;
            context.CheckKeys(map, "limit");
            var windows = new List<WindowModel>();
            if (map["windows"] is { } node && context.Map(node, "windows") is { } entries)
            {
                foreach (var entry in entries.Entries)
                {
                    if (context.Duration(entry.Key, "A window") is { } length && context.Int(entry.Value, "A capacity") is { } capacity)
                    {
                        windows.Add(new WindowModel(entry.Key.Value, length, capacity));
                    }
                }
            }
            limits.Add(new LimitModel(
                item.Name, item.Scope, OneOf(map["scope"], "scope", "ip", "account", "endpoint", "connection"),
                OneOf(map["kind"], "kind", "Weight", "Orders", "Requests", "Connections"),
                windows.ToEquatableArray(), context.Text(map["header"], "header")));
        }
        return limits;
    }

    /// <summary>Facts that could not be confirmed.</summary>
    public List<UnverifiedModel> Unverified() => document.Items("unverified").Values
        .Select(item => new UnverifiedModel(item.Scope, item.Name, context.Text(item.Node, "The reason") ?? ""))
        .ToList();

    /// <summary>The clock: <c>GetTime.serverTime</c>.</summary>
    public ClockModel? Clock(IReadOnlyList<EndpointModel> endpoints)
    {
        if (context.Scalar(document["clock"], "clock") is not { } node) return null;
        var cut = node.Value.Split('.');
        var named = endpoints.Where(candidate => candidate.Name == cut[0]).ToList();
        if (named.Count == 0)
        {
            context.ReportAt("ADP014", node, 0, cut[0].Length, "endpoint", cut[0], Nearest.Hint(cut[0], endpoints.Select(e => e.Name)));
            return null;
        }
        if (cut.Length != 2)
        {
            context.Report("ADP013", node, node.Value, "an endpoint and a field of its answer, such as GetTime.serverTime", "");
            return null;
        }
        // Each product asks for itself.
        if (context.Products.Find(product => named.All(endpoint => endpoint.Scope is not null && endpoint.Scope != product)) is { } without)
        {
            context.ReportAt("ADP014", node, 0, cut[0].Length, $"endpoint of {without}", cut[0], "");
            return null;
        }
        var fields = named.ConvertAll(endpoint => ClockField(node, endpoint, cut[0].Length + 1, cut[1]));
        return fields.Contains(null) ? null : new ClockModel(cut[0], fields[0]!.Property!);
    }

    private FieldModel? ClockField(ScalarNode node, EndpointModel endpoint, int offset, string name)
    {
        var fields = context.RecordOf(endpoint.Returns)?.Fields.Where(candidate => candidate.Name is not null).ToList() ?? [];
        if (fields.Find(candidate => candidate.Name == name) is not { } field)
        {
            var hint = Nearest.Hint(name, fields.Select(candidate => candidate.Name!));
            context.ReportAt("ADP060", node, offset, name.Length, endpoint.Returns?.Name ?? endpoint.Name, name, hint);
            return null;
        }
        var isTime = field.Type!.Kind is TypeKind.TimeS or TypeKind.TimeMs or TypeKind.TimeUs or TypeKind.TimeNs or TypeKind.TimeIso;
        if (isTime && !field.IsOptional) return field;
        context.ReportAt("ADP013", node, offset, name.Length, name, "a time that is always there", "");
        return null;
    }

    private string OneOf(SpecNode? node, string what, params string[] values)
    {
        if (context.Scalar(node, what) is not { } scalar) return values[0];
        if (values.Contains(scalar.Value)) return scalar.Value;
        context.Report("ADP013", scalar, scalar.Value, "one of " + string.Join(", ", values), Nearest.Hint(scalar.Value, values));
        return values[0];
    }

    private EquatableArray<PairModel> Pairs(SpecNode? node, string what)
    {
        if (node is null || context.Map(node, what) is not { } map) return [];
        var pairs = new List<PairModel>();
        foreach (var entry in map.Entries)
        {
            if (context.Text(entry.Value, what) is { } value) pairs.Add(new PairModel(entry.Key.Value, value));
        }
        return pairs.ToEquatableArray();
    }
}
