using System.Text.Json;

namespace Adapters.Cli.Tests.Harness;

/// <summary>A request that an independent client signed.</summary>
internal sealed record SigningVector(
    string Name, string Key, string Secret, string Time, string Call, string StringToSign, string Signature, string? Url);

/// <summary>Requests to Binance signed by independent clients, beside the repository where they are.</summary>
internal static class SigningVectors
{
    private static readonly string Place = Repository.Path("../shared/vectors/sign-vectors.json");

    public static IReadOnlyList<SigningVector>? All { get; } = File.Exists(Place) ? [.. Load()] : null;

    private static IEnumerable<SigningVector> Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Place));
        foreach (var vector in document.RootElement.GetProperty("vectors").EnumerateArray())
        {
            string Text(string name) => vector.GetProperty(name).ToString();
            if (Text("venue") != "binance" || Text("method") == "WS")
            {
                continue;
            }

            var credentials = vector.GetProperty("credentials");
            yield return new SigningVector(
                $"{Text("client")}: {Text("name")}", credentials.GetProperty("apiKey").GetString()!,
                credentials.GetProperty("secret").GetString()!, Text("timestampMs"), $"{Text("method")} {Text("path")}",
                Text("stringToSign"), Text("signature"), vector.GetProperty("expected").GetProperty("url").GetString());
        }
    }
}
