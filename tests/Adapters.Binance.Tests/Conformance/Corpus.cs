using System.Text.Json;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Recorded payloads beside the project, where they are.</summary>
internal sealed record CorpusCase(
    string File, string Kind, string? Role, string? Method, string? Path, string? Topic, bool IsSigned)
{
    // Ids of requests are masked in the recordings.
    public byte[] Read() => System.Text.Encoding.UTF8.GetBytes(
        System.IO.File.ReadAllText(System.IO.Path.Combine(Corpus.Folder!, File)).Replace("|1|", "1", StringComparison.Ordinal));
}

/// <summary>What of the recorded payloads concerns Binance spot: the calls under /api/v3, the WebSocket API, the market
/// streams and the user's events. Wallet and margin, which have hosts and events of their own, do not.</summary>
internal static class Corpus
{
    private const string Calls = "/api/v3/";

    private static readonly IReadOnlyList<CorpusCase> All = Find() is { } folder ? [.. Load(folder)] : [];

    /// <summary>Null where the recorded payloads are not at hand.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Answers and messages.</summary>
    public static IReadOnlyList<CorpusCase> Payloads { get; } = [.. All.Where(IsPayload)];

    /// <summary>Requests: they pin the call and whether it is signed, hardly ever parameters.</summary>
    public static IReadOnlyList<CorpusCase> Requests { get; } = [.. All.Where(IsRequest)];

    private static bool IsPayload(CorpusCase item) => item switch
    {
        { Kind: "rest-response", Path: { } path } => path.StartsWith(Calls, StringComparison.Ordinal),
        { Kind: "ws-frame" } => item.Topic != "MARGIN_LEVEL_STATUS_CHANGE",
        _ => false,
    };

    private static bool IsRequest(CorpusCase item) => item switch
    {
        { Role: "request-expectation", Path: { } path } => path.StartsWith(Calls, StringComparison.Ordinal),
        { Role: "query-request" } => true,
        { Role: "subscribe-request", Method: not "SUBSCRIBE" } => true,
        _ => false,
    };

    private static IEnumerable<CorpusCase> Load(string folder)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "manifest.json")));
        foreach (var item in manifest.RootElement.GetProperty("cases").EnumerateArray())
        {
            string? Text(string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
            var isSigned = item.TryGetProperty("authenticated", out var signed) && signed.ValueKind == JsonValueKind.True;
            if (Text("category") == "spot")
            {
                yield return new CorpusCase(
                    Text("file")!, Text("kind")!, Text("role"), Text("method"), Text("path"), Text("topic"), isSigned);
            }
        }
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "..", "shared", "corpus", "binance");
            if (File.Exists(Path.Combine(folder.FullName, "Adapters.sln")))
            {
                return Directory.Exists(candidate) ? Path.GetFullPath(candidate) : null;
            }
        }

        return null;
    }
}
