using System.Text.Json;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Recorded payloads beside the project, where they are.</summary>
internal sealed record CorpusCase(string File, string Kind, string? Role, string? Method, string? Path, string? Topic)
{
    public byte[] Read() => System.IO.File.ReadAllBytes(System.IO.Path.Combine(Corpus.Folder!, File));
}

internal static class Corpus
{
    /// <summary>Null where the recorded payloads are not at hand.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Market data of spot: REST answers, stream frames, and answers of the WebSocket API.</summary>
    public static IReadOnlyList<CorpusCase> InScope { get; } = Folder is null ? [] : [.. Load().Where(IsInScope)];

    private static bool IsInScope(CorpusCase item) => item switch
    {
        { Kind: "rest-response", Path: { } path } => path.StartsWith("/api/v3/", StringComparison.Ordinal),
        { Kind: "ws-frame" } => item.File.Contains(".Spot.ExchangeData.", StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<CorpusCase> Load()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(Folder!, "manifest.json")));
        foreach (var item in manifest.RootElement.GetProperty("cases").EnumerateArray())
        {
            string? Text(string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
            var isSigned = item.TryGetProperty("authenticated", out var signed) && signed.ValueKind == JsonValueKind.True;
            if (!isSigned && Text("category") == "spot")
            {
                yield return new CorpusCase(
                    Text("file")!, Text("kind")!, Text("role"), Text("method"), Text("path"), Text("topic"));
            }
        }
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "..", "shared", "corpus", "binance");
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Adapters.sln")))
            {
                return Directory.Exists(candidate) ? System.IO.Path.GetFullPath(candidate) : null;
            }
        }

        return null;
    }
}
