using System.Text;
using System.Text.Json;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Limits;
using Adapters.Rest;
using Adapters.Security;
using Xunit.Abstractions;

namespace Adapters.Binance.Tests.Signing;

/// <summary>What independent clients sign, byte for byte: their parameters in their order, in the place where they put
/// them.</summary>
public sealed class VectorTests(ITestOutputHelper output)
{
    public static TheoryData<string> Http => [.. Vectors.Binance.Where(vector => vector.Method != "WS").Select(vector => vector.Name)];

    public static TheoryData<string> Frames => [.. Vectors.Binance.Where(vector => vector.Method == "WS").Select(vector => vector.Name)];

    [SkippableTheory]
    [MemberData(nameof(Http))]
    public void Requests_are_those_of_other_clients(string name)
    {
        Skip.If(name == Vectors.Absent, "../shared/vectors is not beside the repository.");
        var vector = Vectors.Binance.Single(vector => vector.Name == name);
        using var client = Client(vector);
        var request = client.Create(new EndpointInfo
        {
            Name = "Vector",
            Method = vector.Method,
            Path = vector.Path,
            Auth = "signed",
        });
        foreach (var (parameter, value) in vector.Signed)
        {
            request.AddRaw(parameter, value);
        }

        var preview = client.Sign(request, vector.Time);

        output.WriteLine(vector.StringToSign);
        Assert.Equal(vector.Expected.GetProperty("url").GetString(), preview.Url);
        Assert.Equal(vector.Expected.GetProperty("body").GetString() ?? "", preview.Body);
        Assert.Contains(new KeyValuePair<string, string>("X-MBX-APIKEY", vector.Key), preview.Headers);
    }

    [SkippableTheory]
    [MemberData(nameof(Frames))]
    public async Task Frames_are_those_of_other_clients(string name)
    {
        Skip.If(name == Vectors.Absent, "../shared/vectors is not beside the repository.");
        var vector = Vectors.Binance.Single(vector => vector.Name == name);
        var message = vector.Expected.GetProperty("message");

        var parameters = await FrameSender.SendAsync(vector, message.GetProperty("method").GetString()!);

        Assert.Equal(Sorted(message.GetProperty("params")), Sorted(parameters));
    }

    [SkippableFact]
    public void All_vectors_of_the_venue_are_reproduced()
    {
        Skip.If(Vectors.Folder is null, "../shared/vectors is not beside the repository.");
        Assert.Equal(Vectors.Binance.Count, Http.Count + Frames.Count);
        output.WriteLine($"{Vectors.Binance.Count} vectors in scope.");
    }

    private static string Sorted(JsonElement parameters) =>
        string.Join('\n', parameters.EnumerateObject().Select(item => $"{item.Name}={item.Value.GetRawText()}").Order(StringComparer.Ordinal));

    // Not every client sends a receive window.
    private static RestClient Client(Vector vector)
    {
        var spot = BinanceSpotCatalogue.Instance;
        var signed = spot.Auth.Single(auth => auth.Name == "signed");
        var catalogue = new ProductCatalogue
        {
            Exchange = spot.Exchange,
            Product = spot.Product,
            Id = spot.Id,
            SpecHash = spot.SpecHash,
            Environments = spot.Environments,
            Rest = spot.Rest,
            Errors = spot.Errors,
            Endpoints = [],
            Auth =
            [
                new()
                {
                    Name = signed.Name,
                    Headers = signed.Headers,
                    Adds = [.. signed.Adds.Where(add => add.Value != "$recvWindow" || vector.Signed.Any(pair => pair.Key == add.Key))],
                },
            ],
        };
        return new RestClient(
            catalogue, spot.Environments[0], new RestOptions(), new HttpClientHandler(), TimeProvider.System, null,
            new RateLimiter([], TimeProvider.System), new SymbolTable(), vector.Credentials(), new BinanceSigner());
    }
}
