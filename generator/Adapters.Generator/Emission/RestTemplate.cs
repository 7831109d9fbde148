using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>The REST calls of a product: a method per endpoint, and an options class where parameters are optional.</summary>
internal static class RestTemplate
{
    /// <summary>Writes the class and its options.</summary>
    public static void Write(CodeWriter code, ProductModel product, IReadOnlyList<EndpointModel> endpoints)
    {
        var rest = endpoints.Where(endpoint => endpoint.Method is not null).ToList();
        code.Line();
        code.Doc($"The REST calls of {product.Id}, one method each.");
        code.Open($"public sealed class {product.TypeName}Rest(ICaller client)");
        code.Doc("What sends them, over HTTP or a socket: limits, retries, errors.");
        code.Line("public ICaller Client => client;");
        foreach (var endpoint in rest) Method(code, product, endpoint);
        code.Close();
        foreach (var endpoint in rest.Where(HasOptions)) Options(code, endpoint);
    }

    private static IEnumerable<ParameterModel> Optional(EndpointModel endpoint) =>
        endpoint.Parameters.Where(parameter => parameter.IsOptional && parameter.Constant is null && parameter.Part is null);

    private static IEnumerable<PartModel> Parts(EndpointModel endpoint) =>
        endpoint.Parameters.Select(parameter => parameter.Part).OfType<PartModel>().Distinct();

    private static bool HasOptions(EndpointModel endpoint) =>
        Optional(endpoint).Any() || Parts(endpoint).Any(part => part.IsOptional);

    // A parameter, or the object that holds it and others.
    private static IEnumerable<(string Type, string Name)> Required(EndpointModel endpoint)
    {
        var parts = new HashSet<PartModel>();
        foreach (var parameter in endpoint.Parameters)
        {
            if (parameter.Part is { } part)
            {
                if (parts.Add(part) && !part.IsOptional) yield return (part.Group, Identifiers.Safe(part.Name));
            }
            else if (!parameter.IsOptional && parameter.Constant is null)
            {
                yield return (TypeText.Argument(parameter.Type), Argument(parameter));
            }
        }
    }

    private static void Method(CodeWriter code, ProductModel product, EndpointModel endpoint)
    {
        var arguments = Required(endpoint).Select(argument => $"{argument.Type} {argument.Name}").ToList();
        if (HasOptions(endpoint)) arguments.Add($"{endpoint.Name}Options? options = null");
        arguments.Add("CancellationToken cancellationToken = default");
        var (type, send) = endpoint.Returns switch
        {
            null => ("ValueTask", "SendNothingAsync"),
            { Kind: TypeKind.List } list => ($"ValueTask<{TypeText.Name(list.Element!)}[]>", $"SendListAsync<{TypeText.Name(list.Element!)}>"),
            var one => ($"ValueTask<{TypeText.Name(one)}>", $"SendAsync<{TypeText.Name(one)}>"),
        };
        code.Line();
        code.Doc($"<c>{endpoint.Method} {CodeWriter.Xml(endpoint.Path!)}</c>{(endpoint.Docs is null ? "" : $" <see href=\"{CodeWriter.Xml(endpoint.Docs)}\"/>")}");
        code.Line("/// <exception cref=\"ExchangeException\">The venue refused, or could not be reached.</exception>");
        code.Line("/// <exception cref=\"DecodeException\">The answer is not what the venue documents.</exception>");
        if (endpoint.Needs.Count + endpoint.Tables.Count > 0) code.Line("/// <exception cref=\"RequestException\">Parameters are missing or contradict each other.</exception>");
        var create = $"client.Create({product.TypeName}Endpoints.{endpoint.Name})";
        var signature = $"public {type} {endpoint.Name}Async({string.Join(", ", arguments)})";
        if (!Parts(endpoint).Any())
        {
            code.Line(signature + " =>");
            code.Chain($"client.{send}({create}", [.. Given(endpoint).Select(Added)], ", cancellationToken);", depth: 1);
            return;
        }
        code.Open(signature);
        code.Line($"var request = {create};");
        WithParts(code, endpoint);
        code.Line($"return client.{send}(request, cancellationToken);");
        code.Close();
    }

    private static IEnumerable<ParameterModel> Given(EndpointModel endpoint) =>
        endpoint.Parameters.Where(parameter => parameter.Constant is null);

    private static string Added(ParameterModel parameter) =>
        $".Add({CodeWriter.Literal(parameter.WireName)}, {(parameter.IsOptional ? "options?." + parameter.Property : Argument(parameter))})";

    // Parameters and objects that hold several of them, in the venue's order.
    private static void WithParts(CodeWriter code, EndpointModel endpoint)
    {
        var parts = new HashSet<PartModel>();
        var single = new List<string>();
        foreach (var parameter in Given(endpoint))
        {
            if (parameter.Part is not { } part)
            {
                single.Add(Added(parameter));
            }
            else if (parts.Add(part))
            {
                Add();
                var given = part.IsOptional ? "options?." + Names.Pascal(part.Name) + "?" : Identifiers.Safe(part.Name);
                code.Line($"{given}.AddTo(request, {part.Group}.{GroupTemplate.NamesOf(part.Prefix)});");
            }
        }
        Add();

        void Add()
        {
            if (single.Count > 0) code.Chain("request", single, ";");
            single.Clear();
        }
    }

    private static string Argument(ParameterModel parameter) => Identifiers.Safe(Names.Camel(parameter.Property));

    private static void Options(CodeWriter code, EndpointModel endpoint)
    {
        code.Line();
        code.Doc($"What {endpoint.Name} can be told besides.");
        code.Open($"public sealed class {endpoint.Name}Options");
        foreach (var parameter in Optional(endpoint))
        {
            var needs = endpoint.Needs.Where(need => need.Parameters.Contains(parameter.WireName)).ToList();
            code.Doc($"<c>{CodeWriter.Xml(parameter.WireName)}</c>, {TypeText.Words(parameter.Type)}{(needs.Count > 0 ? "; not with every other, see the venue's page" : "")}.");
            code.Line($"public {TypeText.Argument(parameter.Type)}? {parameter.Property} {{ get; init; }}");
        }
        foreach (var part in Parts(endpoint).Where(part => part.IsOptional))
        {
            code.Doc($"{CodeWriter.Xml(part.Name)}.");
            code.Line($"public {part.Group}? {Names.Pascal(part.Name)} {{ get; init; }}");
        }
        code.Close();
    }
}
