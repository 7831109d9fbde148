using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Decodes samples by their names: an endpoint's answer, or a frame.</summary>
internal static class SampleReader
{
    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    private static readonly Dictionary<string, string> Arguments = new() { ["symbol"] = "BTCUSDT", ["interval"] = "1m" };

    /// <summary>The sample holds something that is decoded: no acknowledgement, signal or empty answer.</summary>
    public static bool IsDecoded(string file) => EndpointOf(file) is { } endpoint
        ? endpoint.Decode is not null
        : Frame(file).Role is FrameRole.Message or FrameRole.Answer;

    /// <summary>It is an answer that is decoded.</summary>
    public static bool IsAnswer(string file) => EndpointOf(file)?.Decode is not null;

    /// <summary>What a sample says.</summary>
    public static Inspection Inspect(string file)
    {
        if (EndpointOf(file) is { } endpoint)
        {
            return Inspector.Inspect(endpoint.Decode!, endpoint.ToDomain, Samples.Read(file), new SymbolTable(), Arguments);
        }

        var reading = Frame(file);
        if (reading.Role == FrameRole.Message)
        {
            return Inspector.Inspect(
                reading.Channel!.Decode, reading.Channel.ToDomain, reading.Payload, new SymbolTable(), reading.Captures);
        }

        var method = Path.GetFileNameWithoutExtension(file);
        var answered = Catalogue.Endpoints.Single(item => item.SocketMethod == method);
        return Inspector.Inspect(answered.Decode!, answered.ToDomain, reading.Payload, new SymbolTable(), Arguments);
    }

    /// <summary>The endpoint that a sample is named after, if it is one.</summary>
    public static EndpointInfo? EndpointOf(string file)
    {
        var name = Path.GetFileName(file).Split('.')[0];
        return file.Split('/').Length == 2 ? Catalogue.Endpoints.FirstOrDefault(item => item.Name == name) : null;
    }

    /// <summary>A sample as a frame.</summary>
    public static FrameReading Frame(string file) => new FrameReader(Catalogue).Read(Samples.Read(file));
}
