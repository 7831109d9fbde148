using System.Collections.Immutable;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Adapters.Generator;

/// <summary>A file of a specification as the build hands it over.</summary>
/// <param name="Exchange">Folder of the exchange: <c>binance</c>.</param>
/// <param name="File">Its path from the spec root, and its text.</param>
/// <param name="Place">Its path on this machine, for diagnostics alone.</param>
internal sealed record SpecInput(string Exchange, SpecFile File, string Place)
{
    /// <summary>The file, or null where the build does not call it a specification.</summary>
    public static SpecInput? Of(AdditionalText text, AnalyzerConfigOptions options, CancellationToken cancellation)
    {
        if (!options.TryGetValue("build_metadata.AdditionalFiles.AdaptersSpec", out var exchange) || exchange.Length == 0) return null;
        if (!options.TryGetValue("build_metadata.AdditionalFiles.AdaptersSpecPath", out var path) || path.Length == 0) path = text.Path;
        path = path.Replace('\\', '/');
        if (exchange == "*") exchange = path.Split('/')[0]; // a folder of exchanges: each is a folder of its own
        return new SpecInput(exchange, new SpecFile(path, text.GetText(cancellation)?.ToString() ?? ""), text.Path);
    }
}

/// <summary>The same file, read.</summary>
internal sealed record ReadInput(string Exchange, ReadFile File, string Place)
{
    /// <summary>Reads it.</summary>
    public static ReadInput Of(SpecInput input) => new(input.Exchange, ReadFile.Of(input.File), input.Place);
}

/// <summary>The files of one exchange, ordered by their paths.</summary>
internal sealed record ExchangeInput(EquatableArray<ReadFile> Files, EquatableArray<PairModel> Places)
{
    /// <summary>One per exchange, in order of their names.</summary>
    public static IEnumerable<ExchangeInput> Group(ImmutableArray<ReadInput> inputs) => inputs
        .GroupBy(input => input.Exchange, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.OrderBy(input => input.File.File.Path, StringComparer.Ordinal).ToList())
        .Select(group => new ExchangeInput(
            group.Select(input => input.File).ToEquatableArray(),
            group.Select(input => new PairModel(input.File.File.Path, input.Place)).ToEquatableArray()));
}

/// <summary>What the project asks of the compiler.</summary>
/// <param name="IsServer">Writers for a simulated exchange instead of an adapter.</param>
/// <param name="RootNamespace">The project's, for server code.</param>
internal sealed record Settings(bool IsServer, string RootNamespace)
{
    /// <summary>Reads the project's properties.</summary>
    public static Settings Of(AnalyzerConfigOptions options) => new(
        options.TryGetValue("build_property.AdaptersServer", out var server)
            && server.Equals("true", StringComparison.OrdinalIgnoreCase),
        options.TryGetValue("build_property.RootNamespace", out var space) && space.Length > 0 ? space : "Adapters");
}
