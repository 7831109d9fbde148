using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Every recorded payload of spot's market data decodes, and holds no field the specification does not know.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Cases => [.. Corpus.InScope.Select(item => item.File).DefaultIfEmpty("")];

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void Recorded_payload_decodes_without_unknown_fields(string file)
    {
        Skip.If(Corpus.Folder is null, "The recorded payloads are not beside the project.");
        var item = Corpus.InScope.Single(candidate => candidate.File == file);

        if (item.Role == "ack")
        {
            Assert.Equal(FrameRole.Accepted, new FrameReader(BinanceSpotCatalogue.Instance).Read(Unmasked(item)).Role);
            return;
        }

        var inspection = Inspect(item);
        Assert.NotEmpty(inspection.Value.Items);
        Assert.Empty(inspection.Failures);
        Assert.Empty(inspection.UnknownFields);
        Assert.Empty(inspection.UnknownValues);
    }

    [SkippableFact]
    public void All_of_the_scope_is_there()
    {
        Skip.If(Corpus.Folder is null, "The recorded payloads are not beside the project.");
        Assert.Equal(24, Corpus.InScope.Count);
    }

    internal static Inspection Inspect(CorpusCase item)
    {
        var catalogue = BinanceSpotCatalogue.Instance;
        var symbols = new SymbolTable();
        if (item.Kind == "rest-response")
        {
            var endpoint = catalogue.Endpoints.Single(e => e.Method == item.Method && e.Path == item.Path);
            return Inspector.Inspect(
                endpoint.Decode!, endpoint.ToDomain, item.Read(), symbols, new Dictionary<string, string> { ["interval"] = "1m" });
        }

        var reading = new FrameReader(catalogue).Read(Unmasked(item));
        if (reading.Role == FrameRole.Answer)
        {
            var endpoint = catalogue.Endpoints.Single(e => e.SocketMethod == item.Topic);
            return Inspector.Inspect(
                endpoint.Decode!, endpoint.ToDomain, reading.Payload, symbols, new Dictionary<string, string>());
        }

        Assert.Equal(FrameRole.Message, reading.Role);
        Assert.Equal(item.Topic, reading.Topic);
        return Inspector.Inspect(reading.Channel!.Decode, reading.Channel.ToDomain, reading.Payload, symbols, reading.Captures);
    }

    // Ids of requests are masked in the recordings.
    private static byte[] Unmasked(CorpusCase item) =>
        System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(item.Read()).Replace("|1|", "1", StringComparison.Ordinal));
}
