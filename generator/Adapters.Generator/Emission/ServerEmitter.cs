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
    public static IReadOnlyList<OutputFile> Emit(ExchangeModel exchange, string rootNamespace)
    {
        var lookup = new Lookup(exchange);
        var files = new List<OutputFile>();
        foreach (var scope in new string?[] { null }.Concat(exchange.Products.Select(product => product.Name)))
        {
            var enums = exchange.Enums.Where(item => item.Scope == scope).ToList();
            var records = exchange.Records.Where(item => item.Scope == scope).ToList();
            if (enums.Count + records.Count == 0) continue;
            var folder = exchange.Products.FirstOrDefault(product => product.Name == scope)?.Folder;
            var inner = folder is null ? "" : "." + folder;
            var code = CodeWriter.File($"{rootNamespace}.{exchange.Name}.Wire{inner}", Usings);
            foreach (var item in enums) ServerTemplate.Enum(code, item);
            foreach (var record in records) ServerTemplate.Record(code, record, exchange.Wire, lookup);
            files.Add(new OutputFile($"{exchange.Name}.Wire{inner}.g.cs", code.ToString()));
        }
        return files;
    }
}
