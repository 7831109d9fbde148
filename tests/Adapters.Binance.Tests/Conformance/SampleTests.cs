using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Every endpoint and channel has a sample as the venue documents it, and decodes it completely.</summary>
public sealed class SampleTests
{
    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    public static TheoryData<string> Files => [.. Samples.Names("spot")];

    public static TheoryData<string> Endpoints => [.. Catalogue.Endpoints.Select(endpoint => endpoint.Name)];

    public static TheoryData<string> Channels => [.. Catalogue.Channels.Select(channel => channel.Name)];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void Endpoint_has_a_sample(string endpoint) => Assert.True(Samples.Exists($"spot/{endpoint}.json"), endpoint);

    [Theory]
    [MemberData(nameof(Channels))]
    public void Channel_has_a_sample(string channel) => Assert.True(Samples.Exists($"spot/{channel}.json"), channel);

    [Theory]
    [MemberData(nameof(Files))]
    public void Sample_decodes_without_unknown_fields(string file)
    {
        var utf8 = Samples.Read(file);
        var name = Path.GetFileName(file).Split('.')[0];
        var arguments = new Dictionary<string, string> { ["symbol"] = "BTCUSDT", ["interval"] = "1m" };
        if (file.Contains("/errors/", StringComparison.Ordinal))
        {
            return; // their classes are asserted in ErrorTests
        }

        if (Catalogue.Endpoints.FirstOrDefault(item => item.Name == name) is { } endpoint)
        {
            if (endpoint.Decode is { } decode)
            {
                Check(Inspector.Inspect(decode, endpoint.ToDomain, utf8, new SymbolTable(), arguments));
            }

            return;
        }

        var reading = new FrameReader(Catalogue).Read(utf8);
        switch (reading.Role)
        {
            case FrameRole.Message:
                Assert.Equal(name, reading.Channel!.Name);
                Check(Inspector.Inspect(
                    reading.Channel.Decode, reading.Channel.ToDomain, reading.Payload, new SymbolTable(), reading.Captures));
                break;
            case FrameRole.Answer:
                var method = Path.GetFileNameWithoutExtension(file);
                var answered = Catalogue.Endpoints.Single(item => item.SocketMethod == method);
                if (answered.Decode is { } read)
                {
                    Check(Inspector.Inspect(read, answered.ToDomain, reading.Payload, new SymbolTable(), arguments));
                }

                break;
            default:
                Assert.True(reading.Role is FrameRole.Signal or FrameRole.Accepted, $"{file} is {reading.Role}");
                break;
        }
    }

    private static void Check(Inspection inspection)
    {
        Assert.NotEmpty(inspection.Value.Items);
        Assert.Empty(inspection.Failures);
        Assert.Empty(inspection.UnknownFields);
        Assert.Empty(inspection.UnknownValues);
        Assert.Empty(inspection.Missing);
    }
}
