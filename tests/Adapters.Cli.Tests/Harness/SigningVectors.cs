using System.Text.Json;

namespace Adapters.Cli.Tests.Harness;

/// <summary>A request that an independent client signed.</summary>
/// <param name="Message">Over a socket: method and parameters.</param>
internal sealed record SigningVector(
    string Name, string Key, string Secret, string Time, string Call, string StringToSign, string Signature, string? Url,
    JsonElement? Message);

/// <summary>Requests to Binance signed by independent clients, beside the repository where they are.</summary>
internal static class SigningVectors
{
    private static readonly string Place = Repository.Path("../shared/vectors/sign-vectors.json");

    public static IReadOnlyList<SigningVector>? All { get; } = File.Exists(Place) ? [.. Load()] : null;

    /// <summary>Names of those over HTTP, or over a socket; one that is none where the vectors are not there.</summary>
    public static IEnumerable<string> Names(bool isFrame) =>
        All?.Where(vector => vector.Message is not null == isFrame).Select(static vector => vector.Name) ?? ["absent"];

    private static IEnumerable<SigningVector> Load()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Place));
        foreach (var vector in document.RootElement.GetProperty("vectors").EnumerateArray())
        {
            string Text(string name) => vector.GetProperty(name).ToString();
            if (Text("venue") != "binance")
            {
                continue;
            }

            var credentials = vector.GetProperty("credentials");
            var expected = vector.GetProperty("expected");
            JsonElement? message = expected.TryGetProperty("message", out var frame) ? frame.Clone() : null;
            var call = message is { } sent ? $"WS {sent.GetProperty("method")}" : $"{Text("method")} {Text("path")}";
            yield return new SigningVector(
                $"{Text("client")}: {Text("name")}", credentials.GetProperty("apiKey").GetString()!,
                credentials.GetProperty("secret").GetString()!, Text("timestampMs"), call, Text("stringToSign"),
                Text("signature"), expected.GetProperty("url").GetString(), message);
        }
    }
}
