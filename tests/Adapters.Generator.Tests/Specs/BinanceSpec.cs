using System.Text.Json;
using Adapters.Generator.Binding;
using Adapters.Generator.Model;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Specs;

/// <summary>The specification of Binance, bound, with its samples.</summary>
internal static class BinanceSpec
{
    /// <summary>The model.</summary>
    public static ExchangeModel Model { get; } =
        SpecBinder.Bind(Repository.Spec("binance").Select(file => new SpecFile(file.SpecPath, file.Text))).Model!;

    /// <summary>Samples of channels: file name, what the channel sends, and the payload.</summary>
    public static IEnumerable<(string File, TypeRef Sends, JsonElement Payload)> Messages()
    {
        var channels = Model.Sockets.SelectMany(socket => socket.Channels).ToDictionary(channel => channel.Name);
        var folder = Path.Combine(Repository.Root, "specs", "binance", "samples", "spot");
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (channels.TryGetValue(file.Split('.')[0], out var channel))
            {
                yield return (file, channel.Sends, Payload(JsonDocument.Parse(File.ReadAllBytes(path)).RootElement));
            }
        }
    }

    /// <summary>What stands in the envelope of a stream, of the user's events or of an answer.</summary>
    public static JsonElement Payload(JsonElement frame) => new[] { "data", "event", "result" }
        .Where(key => frame.ValueKind == JsonValueKind.Object && frame.TryGetProperty(key, out _))
        .Select(frame.GetProperty)
        .FirstOrDefault(frame);
}
