using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Every recorded payload of spot decodes and holds no field that the specification does not know; every
/// recorded request is one that it has.</summary>
public sealed class CorpusTests
{
    private const string Absent = "The recorded payloads are not beside the project.";

    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    // Without the recordings there is one case, which skips.
    public static TheoryData<string> Payloads => [.. Corpus.Payloads.Select(item => item.File).DefaultIfEmpty("")];

    public static TheoryData<string> Requests => [.. Corpus.Requests.Select(item => item.File).DefaultIfEmpty("")];

    [SkippableTheory]
    [MemberData(nameof(Payloads))]
    public void Recorded_payload_decodes_without_unknown_fields(string file)
    {
        Skip.If(Corpus.Folder is null, Absent);
        var item = Corpus.Payloads.Single(candidate => candidate.File == file);
        var reading = item.Kind == "ws-frame" ? new FrameReader(Catalogue).Read(item.Read()) : null;
        if (reading is { Role: FrameRole.Accepted })
        {
            Assert.Equal("ack", item.Role);
            return;
        }

        var inspection = Inspect(item, reading);
        Assert.NotEmpty(inspection.Value.Items);
        Assert.Empty(inspection.Failures);
        Assert.Empty(inspection.UnknownFields);
        Assert.Empty(inspection.UnknownValues);
    }

    [SkippableTheory]
    [MemberData(nameof(Requests))]
    public void Recorded_request_is_a_call_of_the_specification(string file)
    {
        Skip.If(Corpus.Folder is null, Absent);
        var item = Corpus.Requests.Single(candidate => candidate.File == file);
        if (item.Path is not null)
        {
            var call = Assert.Single(Catalogue.Endpoints, e => e.Method == item.Method && e.Path == item.Path);
            Assert.Equal(item.IsSigned, call.Auth == "signed");
            return;
        }

        using var frame = JsonDocument.Parse(item.Read());
        var method = Assert.Single(Catalogue.Endpoints, e => e.SocketMethod == item.Method);
        var isSigned = frame.RootElement.GetProperty("params").TryGetProperty("signature", out _);
        Assert.Equal(isSigned, method.Auth == "signed");
    }

    [SkippableFact]
    public void All_of_the_scope_is_there()
    {
        Skip.If(Corpus.Folder is null, Absent);
        Assert.Equal((47, 35), (Corpus.Payloads.Count, Corpus.Requests.Count));
    }

    internal static Inspection Inspect(CorpusCase item) =>
        Inspect(item, item.Kind == "ws-frame" ? new FrameReader(Catalogue).Read(item.Read()) : null);

    private static Inspection Inspect(CorpusCase item, FrameReading? reading)
    {
        var symbols = new SymbolTable();
        if (reading is null)
        {
            var endpoint = Catalogue.Endpoints.Single(e => e.Method == item.Method && e.Path == item.Path);
            return Inspector.Inspect(
                endpoint.Decode!, endpoint.ToDomain, item.Read(), symbols, new Dictionary<string, string> { ["interval"] = "1m" });
        }

        if (reading.Role == FrameRole.Answer)
        {
            var endpoint = Catalogue.Endpoints.Single(e => e.SocketMethod == item.Topic);
            return Inspector.Inspect(
                endpoint.Decode!, endpoint.ToDomain, reading.Payload, symbols, new Dictionary<string, string>());
        }

        Assert.Equal(FrameRole.Message, reading.Role);
        Assert.True(item.Topic == reading.Topic || reading.Channel!.Events!.Names.Contains(item.Topic!), item.Topic);
        return Inspector.Inspect(reading.Channel!.Decode, reading.Channel.ToDomain, reading.Payload, symbols, reading.Captures);
    }
}
