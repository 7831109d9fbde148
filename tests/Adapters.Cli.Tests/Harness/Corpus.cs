using System.Text.Json;
using Adapters.Binance.Spot;

namespace Adapters.Cli.Tests.Harness;

/// <summary>A recorded payload and the words that decode it.</summary>
internal sealed record CorpusCase(string File, string[] Words, string? Topic);

/// <summary>Recorded payloads beside the repository, where they are; in scope is what the specification names.</summary>
internal static class Corpus
{
    public static string? Folder { get; } =
        Directory.Exists(Repository.Path("../shared/corpus/binance")) ? Repository.Path("../shared/corpus/binance") : null;

    public static IReadOnlyList<CorpusCase> InScope { get; } = Folder is null ? [] : [.. Load()];

    private static IEnumerable<CorpusCase> Load()
    {
        var catalogue = BinanceSpotCatalogue.Instance;
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, "manifest.json")));
        foreach (var item in manifest.RootElement.GetProperty("cases").EnumerateArray())
        {
            string? Text(string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
            if (Text("category") != "spot")
            {
                continue;
            }

            var (file, topic) = (Text("file")!, Text("topic"));
            var call = $"{Text("method")} {Text("path")}";
            switch (Text("kind"), Text("role"))
            {
                case ("rest-response", _) when catalogue.Endpoints.Any(endpoint => endpoint.Title == call):
                    yield return new CorpusCase(file, ["--endpoint", call], null);
                    break;
                case ("ws-frame", "query-response") when catalogue.Endpoints.Any(endpoint => endpoint.SocketMethod == topic):
                    yield return new CorpusCase(file, ["--frame", "--answers", topic!], null);
                    break;
                case ("ws-frame", "update") when file.Contains(".Spot.ExchangeData.", StringComparison.Ordinal):
                    yield return new CorpusCase(file, ["--frame"], topic);
                    break;
            }
        }
    }
}
