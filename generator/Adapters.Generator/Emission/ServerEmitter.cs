using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>What a simulated exchange is made of: records it can fill in and write as the venue would.</summary>
internal static class ServerEmitter
{
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.Text.Json", "Adapters.Domain", "Adapters.Simulation.Wire",
    ];

    /// <summary>All files of an exchange, in namespaces below the project's.</summary>
    public static IReadOnlyList<OutputFile> Emit(ExchangeModel exchange, string rootNamespace) =>
        [.. Parts(exchange, rootNamespace).Select(Emit)];

    /// <summary>What its files are made of.</summary>
    public static IEnumerable<EmissionPart> Parts(ExchangeModel exchange, string rootNamespace)
    {
        var types = EmissionPart.Bare(exchange) with { Enums = exchange.Enums, Records = exchange.Records };
        return new string?[] { null }.Concat(exchange.Products.Select(product => product.Name))
            .Where(scope => exchange.Enums.Any(item => item.Scope == scope) || exchange.Records.Any(item => item.Scope == scope))
            .Select(scope => new EmissionPart(PartKind.Wire, scope, types, rootNamespace));
    }

    /// <summary>The file of a part.</summary>
    public static OutputFile Emit(EmissionPart part)
    {
        var (_, scope, exchange, rootNamespace) = part;
        var lookup = new Lookup(exchange);
        var folder = exchange.Products.FirstOrDefault(product => product.Name == scope)?.Folder;
        var inner = folder is null ? "" : "." + folder;
        var code = CodeWriter.File($"{rootNamespace}.{exchange.Name}.Wire{inner}", Usings);
        foreach (var item in exchange.Enums.Where(item => item.Scope == scope)) ServerTemplate.Enum(code, item);
        foreach (var record in exchange.Records.Where(item => item.Scope == scope)) ServerTemplate.Record(code, record, exchange.Wire, lookup);
        return new OutputFile(exchange.Name, $"{exchange.Name}.Wire{inner}.g.cs", code.ToString());
    }
}
