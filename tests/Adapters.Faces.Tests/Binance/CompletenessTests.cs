using System.Text;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Every public endpoint is answered and every channel published, and the adapter reads all of it.</summary>
public sealed class CompletenessTests
{
    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    private static readonly Dictionary<string, string> Given = new()
    {
        ["symbol"] = "BTCUSDT",
        ["interval"] = "1m",
        ["fromId"] = "1",
        ["levels"] = "5",
        ["window"] = "1h",
    };

    public static TheoryData<string> Endpoints =>
        [.. Catalogue.Endpoints.Where(endpoint => endpoint is { Auth: null, Path: not null }).Select(endpoint => endpoint.Name)];

    public static TheoryData<string> Channels =>
        [.. Catalogue.Channels.Where(channel => channel.Socket == "market").Select(channel => channel.Name)];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task An_endpoint_is_answered_over_both_transports(string name)
    {
        await using var spot = new Spot();
        var endpoint = Catalogue.Endpoints.Single(item => item.Name == name);
        var needed = endpoint.Parameters.Where(parameter => parameter.IsRequired
            || endpoint.Needs.Any(need => !need.NoneIsFine && need.Parameters[0] == parameter.Name)).ToArray();
        var query = string.Join('&', needed.Select(parameter => $"{parameter.Name}={Given[parameter.Name]}"));
        var (status, json) = spot.Get(endpoint.Path + (query.Length == 0 ? "" : "?" + query));
        Assert.Equal(200, status);
        Check(endpoint.Decode, endpoint.ToDomain, json.GetRawText(), isEmptyFine: name == "GetBlockTrades");

        var client = FrameClient.Connect(spot.Venue, "/ws-api/v3");
        var arguments = string.Join(',', needed.Select(parameter => parameter.Kind == ParameterKind.Long
            ? $"\"{parameter.Name}\":{Given[parameter.Name]}"
            : $"\"{parameter.Name}\":\"{Given[parameter.Name]}\""));
        var answer = client.Call(endpoint.SocketMethod!, $"{{{arguments}}}");
        Assert.Equal(200, answer.GetProperty("status").GetInt32());
        Check(endpoint.Decode, endpoint.ToDomain, answer.GetProperty("result").GetRawText(), name == "GetBlockTrades");
        Assert.Equal(
            json.ValueKind == System.Text.Json.JsonValueKind.Object
                ? json.EnumerateObject().Select(member => member.Name)
                : [],
            json.ValueKind == System.Text.Json.JsonValueKind.Object
                ? answer.GetProperty("result").EnumerateObject().Select(member => member.Name)
                : []);
    }

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task A_channel_is_published_with_and_without_envelope(string name)
    {
        await using var spot = new Spot();
        var channel = Catalogue.Channels.Single(item => item.Name == name);
        var topic = channel.Topic.Format(parameter => Given.GetValueOrDefault(parameter));
        var combined = FrameClient.Connect(spot.Venue, "/stream?streams=" + Uri.EscapeDataString(topic));
        var raw = FrameClient.Connect(spot.Venue, "/ws/" + topic);
        spot.Pass(TimeSpan.FromSeconds(5));
        var (wrapped, bare) = (combined.Take(), raw.Take());
        Assert.Equal(wrapped, bare.Select(payload => $$"""{"stream":"{{topic}}","data":{{payload}}}"""));
        if (name == "blockTrades")
        {
            Assert.Empty(bare);
            return;
        }

        Assert.NotEmpty(bare);
        foreach (var frame in wrapped)
        {
            var reading = new FrameReader(Catalogue).Read(Encoding.UTF8.GetBytes(frame));
            Assert.Equal(name, reading.Channel?.Name);
        }

        foreach (var payload in bare)
        {
            Check(channel.Decode, channel.ToDomain, payload, isEmptyFine: false);
        }
    }

    internal static void Check(
        ValueDecoder? decode, IReadOnlyList<DomainConverter> converters, string json, bool isEmptyFine)
    {
        if (decode is null)
        {
            Assert.Equal("{}", json);
            return;
        }

        var found = Inspector.Inspect(decode, converters, Encoding.UTF8.GetBytes(json), new SymbolTable(), Given);
        Assert.True(isEmptyFine || found.Value.Items.Count > 0, json);
        Assert.Empty(found.UnknownFields);
        Assert.Empty(found.UnknownValues);
        Assert.Empty(found.Missing);
    }
}
