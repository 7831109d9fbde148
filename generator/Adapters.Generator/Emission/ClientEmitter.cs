using System.Globalization;
using Adapters.Generator.Model;

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
        var lookup = new Lookup(exchange);
        var files = new List<OutputFile>();
        foreach (var scope in new string?[] { null }.Concat(exchange.Products.Select(product => product.Name)))
        {
            Types(files, exchange, scope, lookup);
            Conversions(files, exchange, scope, lookup);
        }
        foreach (var product in exchange.Products) Product(files, exchange, product, lookup);
        return files;
    }

    private static void Types(List<OutputFile> files, ExchangeModel exchange, string? scope, Lookup lookup)
    {
        var enums = exchange.Enums.Where(item => item.Scope == scope).ToList();
        var records = exchange.Records.Where(item => item.Scope == scope).ToList();
        var groups = exchange.Groups.Where(item => item.Scope == scope).ToList();
        if (enums.Count + records.Count + groups.Count == 0) return;
        var code = CodeWriter.File(lookup.Namespace(scope), Usings);
        foreach (var item in enums) EnumTemplate.Write(code, item);
        foreach (var record in records) RecordTemplate.Write(code, record, lookup);
        foreach (var group in groups) GroupTemplate.Write(code, group);
        Add(files, exchange, scope, "Types", code);
    }

    private static void Conversions(List<OutputFile> files, ExchangeModel exchange, string? scope, Lookup lookup)
    {
        var conversions = exchange.Conversions.Where(item => item.Scope == scope).ToList();
        var requests = exchange.Requests.Where(item => item.Scope == scope).ToList();
        if (conversions.Count + requests.Count == 0) return;
        var code = CodeWriter.File(lookup.Namespace(scope), Usings);
        if (conversions.Count > 0) ConversionTemplate.Write(code, conversions, lookup);
        if (requests.Count > 0) RequestTemplate.Write(code, requests, lookup);
        Add(files, exchange, scope, "Conversions", code);
    }

    private static void Product(List<OutputFile> files, ExchangeModel exchange, ProductModel product, Lookup lookup)
    {
        bool Here(string? scope) => scope is null || scope == product.Name;
        var endpoints = exchange.Endpoints.Where(item => Here(item.Scope)).ToList();
        var sockets = exchange.Sockets.Where(item => Here(item.Scope)).ToList();
        var conversions = exchange.Conversions.Where(item => Here(item.Scope)).ToList();
        void File(string name, Action<CodeWriter> write)
        {
            var code = CodeWriter.File(lookup.Namespace(product.Name), Usings);
            write(code);
            Add(files, exchange, product.Name, name, code);
        }
        File("Endpoints", code => EndpointTemplate.Write(code, product, endpoints, conversions, lookup));
        File("Rest", code => RestTemplate.Write(code, product, endpoints));
        File("Channels", code => ChannelTemplate.Write(code, product, sockets, conversions, lookup));
        File("Streams", code => StreamsTemplate.Write(code, product, sockets, lookup));
        File("Catalogue", code => CatalogueTemplate.Write(code, exchange, product, Hash(files)));
    }

    private static void Add(List<OutputFile> files, ExchangeModel exchange, string? scope, string name, CodeWriter code)
    {
        var product = exchange.Products.FirstOrDefault(item => item.Name == scope);
        var middle = product is null ? "" : "." + (product.Folder ?? product.TypeName);
        files.Add(new OutputFile($"{exchange.Name}{middle}.{name}.g.cs", code.ToString()));
    }

    // FNV-1a over what was emitted: a comment or a moved line changes nothing, and the compiler may not use
    // cryptography of the host's choosing.
    private static string Hash(List<OutputFile> files)
    {
        var hash = 14695981039346656037UL;
        foreach (var file in files)
        {
            foreach (var c in file.Text) hash = unchecked((hash ^ c) * 1099511628211UL);
        }
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
