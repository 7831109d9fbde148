using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>What an adapter is made of: types and conversions per scope; endpoints, calls, streams and a catalogue per product.</summary>
internal static class ClientEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Adapters.Catalogue",
        "Adapters.Domain", "Adapters.Errors", "Adapters.Rest", "Adapters.Sockets", "Adapters.Wire",
    ];

    /// <summary>All files of an exchange. The same model gives the same bytes.</summary>
    public static IReadOnlyList<OutputFile> Emit(ExchangeModel exchange)
    {
        var files = Parts(exchange).Select(Emit).ToList();
        files.AddRange(Catalogues(exchange, SpecHash.Of(files)));
        return files;
    }

    /// <summary>What its files but the catalogues are made of.</summary>
    public static IEnumerable<EmissionPart> Parts(ExchangeModel exchange)
    {
        var bare = EmissionPart.Bare(exchange);
        var types = bare with { Enums = exchange.Enums, Records = exchange.Records };
        var shapes = types with { Records = exchange.Records.Select(Shape).ToEquatableArray() };
        foreach (var scope in new string?[] { null }.Concat(exchange.Products.Select(product => product.Name)))
        {
            if (exchange.Enums.Any(item => item.Scope == scope) || exchange.Records.Any(item => item.Scope == scope)
                || exchange.Groups.Any(item => item.Scope == scope))
            {
                yield return new(PartKind.Types, scope, types with { Groups = exchange.Groups });
            }
            if (exchange.Conversions.Any(item => item.Scope == scope) || exchange.Requests.Any(item => item.Scope == scope))
            {
                yield return new(PartKind.Conversions, scope, shapes with { Conversions = exchange.Conversions, Requests = exchange.Requests });
            }
        }
        foreach (var product in exchange.Products.Select(product => product.Name))
        {
            yield return new(PartKind.Endpoints, product, shapes with { Endpoints = exchange.Endpoints, Conversions = exchange.Conversions });
            yield return new(PartKind.Rest, product, bare with { Endpoints = exchange.Endpoints });
            yield return new(PartKind.Channels, product, shapes with { Sockets = exchange.Sockets, Conversions = exchange.Conversions });
            yield return new(PartKind.Streams, product, shapes with { Sockets = exchange.Sockets });
        }
    }

    // What others see of a record: only those that are one of several are taken apart by them.
    private static RecordModel Shape(RecordModel record) => record.IsUnion ? record : record with { Fields = [], TagField = null, Docs = null };

    /// <summary>The file of a part.</summary>
    public static OutputFile Emit(EmissionPart part)
    {
        var (kind, scope, exchange, _) = part;
        var lookup = new Lookup(exchange);
        var code = CodeWriter.File(lookup.Namespace(scope), Usings);
        if (kind is PartKind.Types or PartKind.Conversions) OfScope(code, part, lookup);
        else OfProduct(code, kind, exchange, exchange.Products.First(product => product.Name == scope), lookup);
        return File(exchange, scope, kind, code);
    }

    /// <summary>The catalogues, which carry a hash over all other files.</summary>
    public static IEnumerable<OutputFile> Catalogues(ExchangeModel exchange, string hash)
    {
        var lookup = new Lookup(EmissionPart.Bare(exchange));
        foreach (var product in exchange.Products)
        {
            var code = CodeWriter.File(lookup.Namespace(product.Name), Usings);
            CatalogueTemplate.Write(code, exchange, product, hash);
            yield return File(exchange, product.Name, PartKind.Catalogue, code);
        }
    }

    private static void OfScope(CodeWriter code, EmissionPart part, Lookup lookup)
    {
        var (kind, scope, exchange, _) = part;
        if (kind == PartKind.Types)
        {
            foreach (var item in exchange.Enums.Where(item => item.Scope == scope)) EnumTemplate.Write(code, item);
            foreach (var record in exchange.Records.Where(item => item.Scope == scope)) RecordTemplate.Write(code, record, lookup);
            foreach (var group in exchange.Groups.Where(item => item.Scope == scope)) GroupTemplate.Write(code, group);
            return;
        }
        var conversions = exchange.Conversions.Where(item => item.Scope == scope).ToList();
        var requests = exchange.Requests.Where(item => item.Scope == scope).ToList();
        if (conversions.Count > 0) ConversionTemplate.Write(code, conversions, lookup);
        if (requests.Count > 0) RequestTemplate.Write(code, requests, lookup);
    }

    private static void OfProduct(CodeWriter code, PartKind kind, ExchangeModel exchange, ProductModel product, Lookup lookup)
    {
        bool Here(string? scope) => scope is null || scope == product.Name;
        var endpoints = exchange.Endpoints.Where(item => Here(item.Scope)).ToList();
        var sockets = exchange.Sockets.Where(item => Here(item.Scope)).ToList();
        var conversions = exchange.Conversions.Where(item => Here(item.Scope)).ToLookup(item => item.Source);
        switch (kind)
        {
            case PartKind.Endpoints: EndpointTemplate.Write(code, product, endpoints, conversions, lookup); break;
            case PartKind.Rest: RestTemplate.Write(code, product, endpoints); break;
            case PartKind.Channels: ChannelTemplate.Write(code, product, sockets, conversions, lookup); break;
            case PartKind.Streams: StreamsTemplate.Write(code, product, sockets, lookup); break;
            default: throw new InvalidOperationException($"no template for {kind}");
        }
    }

    private static OutputFile File(ExchangeModel exchange, string? scope, PartKind kind, CodeWriter code)
    {
        var product = exchange.Products.FirstOrDefault(item => item.Name == scope);
        var middle = product is null ? "" : "." + (product.Folder ?? product.TypeName);
        return new OutputFile(exchange.Name, $"{exchange.Name}{middle}.{kind}.g.cs", code.ToString());
    }
}
