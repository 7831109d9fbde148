using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>Descriptions of a product's endpoints.</summary>
internal static class EndpointTemplate
{
    /// <summary>Writes the class.</summary>
    public static void Write(
        CodeWriter code, ProductModel product, IReadOnlyList<EndpointModel> endpoints,
        ILookup<TypeRef, ConversionModel> conversions, Lookup lookup)
    {
        code.Line();
        code.Doc($"The endpoints of {product.Id}, described.");
        code.Open($"public static class {product.TypeName}Endpoints");
        foreach (var endpoint in endpoints) Endpoint(code, endpoint, conversions, lookup);
        code.Doc("All of them.");
        code.Line($"public static IReadOnlyList<EndpointInfo> All {{ get; }} = [{string.Join(", ", endpoints.Select(endpoint => endpoint.Name))}];");
        code.Close();
    }

    private static void Endpoint(CodeWriter code, EndpointModel endpoint, ILookup<TypeRef, ConversionModel> conversions, Lookup lookup)
    {
        var title = endpoint.Method is null ? endpoint.SocketMethod! : $"{endpoint.Method} {endpoint.Path}";
        code.Doc($"<c>{CodeWriter.Xml(title)}</c>");
        code.Open($"public static EndpointInfo {endpoint.Name} {{ get; }} = new()");
        code.Line($"Name = \"{endpoint.Name}\", Method = {CodeWriter.LiteralOrNull(endpoint.Method)}, Path = {CodeWriter.LiteralOrNull(endpoint.Path)}, SocketMethod = {CodeWriter.LiteralOrNull(endpoint.SocketMethod)},");
        code.Line($"Place = ParameterPlace.{Names.Pascal(endpoint.Place)}, Auth = {CodeWriter.LiteralOrNull(endpoint.Auth)}, IsRepeatable = {(endpoint.IsRepeatable ? "true" : "false")}, Docs = {CodeWriter.LiteralOrNull(endpoint.Docs)},");
        if (endpoint.Parameters.Count > 0)
        {
            code.Line($"Parameters = [{string.Join(", ", endpoint.Parameters.Select(parameter => Parameter(parameter, lookup)))}],");
        }
        if (endpoint.Needs.Count > 0) code.Line($"Needs = [{string.Join(", ", endpoint.Needs.Select(Need))}],");
        if (endpoint.Tables.Count > 0) code.Line($"Tables = [{string.Join(", ", endpoint.Tables.Select(Table))}],");
        code.Line($"Weight = {Weight(endpoint.Weight)},");
        if (endpoint.Counts.Count > 0) code.Line($"Counts = [{Counts(endpoint.Counts)}],");
        if (endpoint.Page is { } page)
        {
            code.Line($"Page = new({CodeWriter.Literal(page.Parameter)}, {CodeWriter.Literal(page.Item)}, {CodeWriter.Literal(page.Property)}, {CodeWriter.Number(page.Offset)}, {CodeWriter.LiteralOrNull(page.SizeParameter)}, {page.Size?.ToString() ?? "null"}),");
        }
        if (endpoint.Resolve is { } resolve)
        {
            code.Line($"Resolve = new({CodeWriter.Literal(resolve.Endpoint)}, [{CatalogueTemplate.Pairs(resolve.Arguments)}]),");
        }
        if (endpoint.Fails is { } fails)
        {
            var codes = string.Join(", ", fails.Codes.Select(number => $"\"{CodeWriter.Number(number)}\""));
            code.Line($"Fails = new([{codes}], {DecoderText.Decoder(fails.With, title)}),");
        }
        if (endpoint.Returns is { } returns)
        {
            code.Line($"Returns = {CodeWriter.Literal(TypeText.Words(returns))}, Decode = {DecoderText.Decoder(returns, title)},");
            var toDomain = DecoderText.Converters(returns, conversions, lookup);
            if (toDomain.Length > 0) code.Line($"ToDomain = [{toDomain}],");
        }
        code.Close(";");
    }

    /// <summary>Key-value pairs of counts.</summary>
    public static string Counts(EquatableArray<CountModel> counts) =>
        string.Join(", ", counts.Select(count => $"new({CodeWriter.Literal(count.Limit)}, {count.Amount})"));

    private static string Parameter(ParameterModel parameter, Lookup lookup)
    {
        var isList = parameter.Type.Kind == TypeKind.List;
        var type = isList ? parameter.Type.Element! : parameter.Type;
        var text = $"new({CodeWriter.Literal(parameter.WireName)}, ParameterKind.{type.Kind}";
        if (!parameter.IsOptional) text += ", IsRequired: true";
        if (isList) text += ", IsList: true";
        if (parameter.InPath) text += ", InPath: true";
        if (type.Kind == TypeKind.Enum)
        {
            text += $", Values: [{string.Join(", ", lookup.Enum(type).Values.Select(value => CodeWriter.Literal(value.Wire)))}]";
        }
        if (parameter.Constant is not null) text += $", Constant: {CodeWriter.Literal(parameter.Constant)}";
        return text + ")";
    }

    private static string Need(NeedModel need) =>
        $"new('{need.Operator}', {(need.NoneIsFine ? "true" : "false")}, {string.Join(", ", need.Parameters.Select(CodeWriter.Literal))})";

    private static string Table(TableModel table) =>
        $"new({CodeWriter.Literal(table.Parameter)}, {string.Join(", ", table.Rows.Select(Row))})";

    private static string Row(RowModel row)
    {
        string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(CodeWriter.Literal))}]";
        return $"new ParameterRow({Texts(row.Values)}, [{string.Join(", ", row.Needs.Select(Need))}], {Texts(row.Allowed)})";
    }

    private static string Weight(WeightModel weight) => weight.Choices.Count == 0
        ? $"new({weight.Else})"
        : $"new({weight.Else}, {string.Join(", ", weight.Choices.Select(Choice))})";

    private static string Choice(WeightChoice choice)
    {
        var parts = new List<string>();
        if (choice.Steps.Count > 0) parts.Add($"Steps = [{string.Join(", ", choice.Steps.Select(step => $"new({CodeWriter.Number(step.UpTo)}, {step.Amount})"))}]");
        if (choice.Exact.Count > 0) parts.Add($"Exact = [{string.Join(", ", choice.Exact.Select(exact => $"new({CodeWriter.Literal(exact.Value)}, {exact.Amount})"))}]");
        if (choice.Steps.Count == 0 && choice.Exact.Count == 0) parts.Add($"Amount = {choice.Amount}");
        if (choice.IsEach) parts.Add("IsEach = true");
        if (choice.Max is not null) parts.Add($"Max = {choice.Max}");
        if (choice.Else is not null) parts.Add($"Else = {choice.Else}");
        return $"new WeightChoice({CodeWriter.Literal(choice.Parameter)}) {{ {string.Join(", ", parts)} }}";
    }
}
