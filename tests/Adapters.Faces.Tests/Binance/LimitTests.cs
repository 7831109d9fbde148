using System.Globalization;
using Adapters.Faces.Tests.Harness;
using Adapters.Simulation.Server;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Weights, limits, bans and pace.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#limits"/></summary>
public sealed class LimitTests
{
    [Fact]
    public async Task Weights_follow_the_parameters_and_show_in_the_header()
    {
        await using var spot = new Spot();
        Assert.Equal("1", Used(spot, "/api/v3/ping"));
        Assert.Equal("6", Used(spot, "/api/v3/depth", "symbol=BTCUSDT"));
        Assert.Equal("256", Used(spot, "/api/v3/depth", "symbol=BTCUSDT&limit=5000"));
        Assert.Equal("258", Used(spot, "/api/v3/ticker/24hr", "symbol=BTCUSDT"));
        Assert.Equal("338", Used(spot, "/api/v3/ticker/24hr"));
        Assert.Equal("346", Used(spot, "/api/v3/ticker", "symbols=%5B%22BTCUSDT%22,%22ETHUSDT%22%5D"));
        spot.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("1", Used(spot, "/api/v3/ping"));
    }

    [Fact]
    public async Task Who_goes_beyond_is_told_to_wait_and_who_does_not_wait_is_banned()
    {
        await using var spot = new Spot();
        spot.Pass(TimeSpan.FromSeconds(20));
        ServerResponse answer;
        for (var i = 0; i < 24; i++)
        {
            answer = Ask(spot, "/api/v3/depth", "symbol=BTCUSDT&limit=5000");
            Assert.Equal(200, answer.Status);
        }

        answer = Ask(spot, "/api/v3/ping");
        Assert.Equal((429, "40"), (answer.Status, Header(answer, "Retry-After")));
        Assert.Contains(
            "Too much request weight used; current limit is 6000 request weight per 1 MINUTE.", Text(answer),
            StringComparison.Ordinal);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(429, Ask(spot, "/api/v3/ping").Status);
        }

        answer = Ask(spot, "/api/v3/ping");
        Assert.Equal((418, "120"), (answer.Status, Header(answer, "Retry-After")));
        Assert.Contains("IP banned until", Text(answer), StringComparison.Ordinal);
        spot.Pass(TimeSpan.FromSeconds(119));
        Assert.Equal(418, Ask(spot, "/api/v3/ping").Status);
        spot.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(200, Ask(spot, "/api/v3/ping").Status);
    }

    [Fact]
    public async Task Answers_over_a_socket_tell_the_limits_unless_asked_not_to()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/ws-api/v3");
        var limits = client.Call("time").GetProperty("rateLimits");
        Assert.Equal(
            """[{"rateLimitType":"REQUEST_WEIGHT","interval":"MINUTE","intervalNum":1,"limit":6000,"count":3}]""",
            limits.GetRawText());
        Assert.False(client.Call("time", "{\"returnRateLimits\":false}").TryGetProperty("rateLimits", out _));
        var quiet = FrameClient.Connect(spot.Venue, "/ws-api/v3?returnRateLimits=false");
        Assert.False(quiet.Call("v3/time").TryGetProperty("rateLimits", out _));
        Assert.True(quiet.Call("time", "{\"returnRateLimits\":true}").TryGetProperty("rateLimits", out _));
    }

    [Fact]
    public async Task A_connection_that_sends_too_fast_is_closed()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/ws");
        for (var i = 0; i < 5; i++)
        {
            client.Ask("""{"method":"LIST_SUBSCRIPTIONS","id":1}""");
        }

        spot.Pass(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 5; i++)
        {
            client.Ask("""{"method":"LIST_SUBSCRIPTIONS","id":1}""");
        }

        client.Send("""{"method":"LIST_SUBSCRIPTIONS","id":1}""");
        Assert.Empty(client.Take());
        Assert.True(client.IsClosed);
        Assert.Empty(spot.Venue.Server.Sessions);
    }

    [Fact]
    public async Task Only_so_many_connections_may_be_opened()
    {
        await using var spot = new Spot();
        for (var i = 0; i < 300; i++)
        {
            FrameClient.Connect(spot.Venue, "/ws");
        }

        var error = Assert.Throws<System.Net.WebSockets.WebSocketException>(() => FrameClient.Connect(spot.Venue, "/ws"));
        Assert.Contains("429", error.Message, StringComparison.Ordinal);
        Assert.Equal(200, spot.Get("/api/v3/ping").Status);
    }

    private static ServerResponse Ask(Spot spot, string path, string query = "") =>
        spot.Venue.Server.Answer(new ServerRequest { Method = "GET", Path = path, Query = query });

    private static string Used(Spot spot, string path, string query = "") =>
        Header(Ask(spot, path, query), "X-MBX-USED-WEIGHT-1M");

    private static string Header(ServerResponse answer, string name) => answer.Headers.Single(h => h.Key == name).Value;

    private static string Text(ServerResponse answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{System.Text.Encoding.UTF8.GetString(answer.Body.Span)}");
}
