using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Adapters.Simulation.Transport;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Faces.Tests.Harness;

/// <summary>A client of a simulated Binance that signs by itself, without the adapter.</summary>
internal sealed class Trader : IDisposable
{
    public const string Start = "timestamp=1780315200000";

    public Trader(IReadOnlyDictionary<string, string>? publicKeys = null, params IReadOnlyList<string> symbols)
    {
        (Key, Secret) = SimulatedVenue.KeyOf(1);
        Venue = SimulatedVenue.InMemory("binance", new SimulatedVenueOptions
        {
            TimeProvider = Clock,
            Symbols = symbols.Count == 0 ? ["BTCUSDT"] : symbols,
            History = TimeSpan.FromMinutes(10),
            PublicKeys = publicKeys ?? new Dictionary<string, string>(),
        });
    }

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.FromUnixTimeMilliseconds(1780315200000));

    public InMemoryVenue Venue { get; }

    public string Key { get; }

    public string Secret { get; }

    public string Sign(string text) => Convert.ToHexStringLower(
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)));

    /// <summary>A signed call, everything in the query.</summary>
    public (int Status, JsonElement Json) Call(string method, string path, string query = "")
    {
        var text = Timed(query);
        return Send(method, $"{path}?{text}&signature={Sign(text)}", Key);
    }

    /// <summary>A signed call over the WebSocket API.</summary>
    public JsonElement Call(FrameClient client, string method, string query = "")
    {
        var members = Timed(query).Split('&').Append("apiKey=" + Key)
            .Select(static pair => pair.Split('=', 2)).OrderBy(static pair => pair[0], StringComparer.Ordinal).ToList();
        var signature = Sign(string.Join('&', members.Select(static pair => $"{pair[0]}={pair[1]}")));
        return client.Call(method, JsonSerializer.Serialize(
            members.Append(["signature", signature]).ToDictionary(static pair => pair[0], static pair => pair[1])));
    }

    public (int Status, JsonElement Json) Send(string method, string target, string? key, string? form = null)
    {
        using var client = new HttpMessageInvoker(Venue.Handler, disposeHandler: false);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("http://venue.test" + target));
        request.Content = form is null ? null : new StringContent(form);
        if (key is not null)
        {
            request.Headers.Add("X-MBX-APIKEY", key);
        }

        using var response = client.SendAsync(request, CancellationToken.None).GetAwaiter().GetResult();
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return ((int)response.StatusCode, JsonDocument.Parse(text).RootElement);
    }

    public void Dispose() => Venue.Dispose();

    private string Timed(string query)
    {
        var time = FormattableString.Invariant($"timestamp={Clock.GetUtcNow().ToUnixTimeMilliseconds()}");
        return query.Length == 0 ? time : query + "&" + time;
    }
}
