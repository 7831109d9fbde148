using System.Text.Json;
using Adapters.Domain;
using Adapters.Security;

namespace Adapters.Binance.Tests.Signing;

/// <summary>What an independent client signed, read in place.</summary>
internal sealed record Vector(string Name, string Key, string Secret, Timestamp Time, string Method, string Path, string StringToSign, JsonElement Expected)
{
    /// <summary>Parameters in the order in which they were signed, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Signed { get; } =
    [
        .. StringToSign.Split('&').Select(static pair => pair.Split('=', 2))
            .Select(static pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1]))),
    ];

    public Credentials Credentials() => new(Key, SigningKey.FromText(Secret));
}

internal static class Vectors
{
    /// <summary>Stands for the vectors where they are not at hand.</summary>
    public const string Absent = "absent";

    /// <summary>Null where the vectors are not at hand.</summary>
    public static string? Folder { get; } = Find();

    public static IReadOnlyList<Vector> Binance { get; } = Folder is null
        ? [new Vector(Absent, "-", "-", default, "GET", "/", "a=b", default), new Vector(Absent, "-", "-", default, "WS", "/", "a=b", default)]
        : [.. Load(Folder)];

    private static IEnumerable<Vector> Load(string folder)
    {
        var all = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "sign-vectors.json"))).RootElement.GetProperty("vectors");
        return from vector in all.EnumerateArray()
               where vector.GetProperty("venue").GetString() == "binance"
               let credentials = vector.GetProperty("credentials")
               select new Vector(
                   $"{Text(vector, "client")}: {Text(vector, "name")}", Text(credentials, "apiKey"), Text(credentials, "secret"),
                   Timestamp.FromNanoseconds(vector.GetProperty("timestampMs").GetInt64() * 1_000_000), Text(vector, "method"),
                   Text(vector, "path"), Text(vector, "stringToSign"), vector.GetProperty("expected"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Adapters.sln")))
            {
                var candidate = Path.Combine(folder.FullName, "..", "shared", "vectors");
                return Directory.Exists(candidate) ? candidate : null;
            }
        }

        return null;
    }
}
