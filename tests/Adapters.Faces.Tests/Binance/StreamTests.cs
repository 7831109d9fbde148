using System.Text.Json;
using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>What is said over a stream's socket, and what comes.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/web-socket-streams.md"/></summary>
public sealed class StreamTests
{
    [Theory]
    [InlineData("""{"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":7}""", """{"result":null,"id":7}""")]
    [InlineData("""{"id":"a","params":["btcusdt@trade"],"method":"SUBSCRIBE"}""", """{"result":null,"id":"a"}""")]
    [InlineData("""{"method":"SUBSCRIBE","params":["nothing@all"],"id":null}""", """{"result":null,"id":null}""")]
    [InlineData("""{"method":"UNSUBSCRIBE","params":["nothing@all"],"id":1}""", """{"result":null,"id":1}""")]
    [InlineData("""{"method":"LIST_SUBSCRIPTIONS","id":3}""", """{"result":["ethusdt@trade"],"id":3}""")]
    [InlineData("""{"method":"GET_PROPERTY","params":["combined"],"id":2}""", """{"result":false,"id":2}""")]
    [InlineData("""{"method":"SET_PROPERTY","params":["combined",true],"id":5}""", """{"result":null,"id":5}""")]
    [InlineData("""{"method":"SET_PROPERTY","params":["combined",1],"id":5}""", """{"code":1,"msg":"Invalid value type: expected Boolean","id":5}""")]
    [InlineData("""{"method":"SET_PROPERTY","params":["other",true],"id":5}""", """{"code":0,"msg":"Unknown property","id":5}""")]
    [InlineData("""{"method":"SUBSCRIBE","params":"btcusdt@trade","id":5}""", """{"code":2,"msg":"Invalid request: property name must be a string","id":5}""")]
    [InlineData("""{"method":"SUBSCRIBE","params":[1],"id":5}""", """{"code":2,"msg":"Invalid request: property name must be a string","id":5}""")]
    [InlineData("""{"method":"SUBSCRIBE","params":["btcusdt@trade"]}""", """{"code":2,"msg":"Invalid request: request ID must be an unsigned integer"}""")]
    [InlineData("""{"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":{}}""", """{"code":2,"msg":"Invalid request: request ID must be an unsigned integer"}""")]
    [InlineData("""{"method":"SUB","id":5}""", """{"code":2,"msg":"Invalid request: unknown variant `SUB`, expected one of `SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`, `SET_PROPERTY`, `GET_PROPERTY` at line 1 column 23","id":5}""")]
    [InlineData("""{"id":5}""", """{"code":2,"msg":"Invalid request: missing field `method` at line 1 column 8"}""")]
    [InlineData("""nothing""", """{"code":3,"msg":"Invalid JSON: expected value at line 1 column 2"}""")]
    public async Task A_frame_is_answered(string frame, string answer)
    {
        await using var spot = new Spot();
        Assert.Equal(answer, FrameClient.Connect(spot.Venue, "/ws/ethusdt@trade").Ask(frame));
    }

    [Fact]
    public async Task Subscriptions_come_and_go_while_connected()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/stream");
        spot.Pass(TimeSpan.FromSeconds(1));
        Assert.Empty(client.Take());
        client.Ask("""{"method":"SUBSCRIBE","params":["btcusdt@depth@100ms","btcusdt@kline_1s"],"id":1}""");
        spot.Pass(TimeSpan.FromSeconds(3));
        var frames = client.Take();
        Assert.Equal(30, frames.Count(frame => frame.StartsWith("""{"stream":"btcusdt@depth@100ms",""", StringComparison.Ordinal)));
        Assert.Contains(frames, frame => frame.StartsWith("""{"stream":"btcusdt@kline_1s",""", StringComparison.Ordinal));
        client.Ask("""{"method":"UNSUBSCRIBE","params":["btcusdt@depth@100ms"],"id":2}""");
        client.Ask("""{"method":"SET_PROPERTY","params":["combined",false],"id":3}""");
        spot.Pass(TimeSpan.FromSeconds(3));
        Assert.All(client.Take(), frame => Assert.StartsWith("""{"e":"kline",""", frame));
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("@100ms", 100)]
    public async Task Depth_follows_without_gap_at_its_speed(string speed, int expected)
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/ws/btcusdt@depth" + speed);
        spot.Pass(TimeSpan.FromSeconds(10));
        var last = 0L;
        var frames = client.Take();
        foreach (var frame in frames)
        {
            using var json = JsonDocument.Parse(frame);
            var first = json.RootElement.GetProperty("U").GetInt64();
            Assert.True(last == 0 || first == last + 1, frame);
            last = json.RootElement.GetProperty("u").GetInt64();
            Assert.True(last >= first);
        }

        Assert.Equal(expected, frames.Count);
        Assert.Equal(spot.Venue.Server.Exchange.Markets[0].LastUpdateId, last);
        Assert.Equal(last, spot.Get("/api/v3/depth?symbol=BTCUSDT").Json.GetProperty("lastUpdateId").GetInt64());
    }

    [Fact]
    public async Task Upper_case_and_unknown_symbols_stay_silent()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/ws/BTCUSDT@trade/nopeusdt@trade/btcusdt@kline_2d");
        spot.Pass(TimeSpan.FromSeconds(3));
        Assert.Empty(client.Take());
    }

    [Fact]
    public async Task A_connection_takes_1024_topics_and_no_more()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/stream");
        var topics = string.Join(',', Enumerable.Range(0, 1024).Select(i => $"\"btcusdt@x{i}\""));
        Assert.Equal("""{"result":null,"id":1}""", client.Ask($$"""{"method":"SUBSCRIBE","params":[{{topics}}],"id":1}"""));
        Assert.StartsWith("""{"code":2,""", client.Ask("""{"method":"SUBSCRIBE","params":["btcusdt@trade"],"id":2}"""));
        Assert.Equal("""{"result":null,"id":3}""", client.Ask("""{"method":"SUBSCRIBE","params":["btcusdt@x1"],"id":3}"""));
    }

    [Fact]
    public async Task The_venue_pings_and_ends_a_connection_that_lived_a_day()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/ws/nothing");
        spot.Pass(TimeSpan.FromMinutes(1));
        client.Take();
        Assert.Equal(3, client.Pings);
        spot.Clock.Advance(TimeSpan.FromHours(24));
        spot.Venue.Server.Step();
        client.Take();
        Assert.True(client.IsClosed);
    }

    [Theory]
    [InlineData("/socket")]
    [InlineData("/ws-api/v2")]
    public async Task A_path_that_there_is_not_is_not_upgraded(string path)
    {
        await using var spot = new Spot();
        var error = Assert.Throws<System.Net.WebSockets.WebSocketException>(() => FrameClient.Connect(spot.Venue, path));
        Assert.Contains("404", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Candles_east_of_utc_begin_with_their_own_day()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/ws/btcusdt@kline_1d@+08:00");
        spot.Pass(TimeSpan.FromSeconds(4));
        using var json = JsonDocument.Parse(client.Take()[0]);
        var open = DateTimeOffset.FromUnixTimeMilliseconds(json.RootElement.GetProperty("k").GetProperty("t").GetInt64());
        Assert.Equal(16, open.Hour);
        var rest = spot.Get("/api/v3/klines?symbol=BTCUSDT&interval=1d&timeZone=8&limit=1").Json[0];
        Assert.Equal(open.ToUnixTimeMilliseconds(), rest[0].GetInt64());
    }
}
