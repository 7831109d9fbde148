using Adapters.Faces.Tests.Harness;

namespace Adapters.Faces.Tests.Binance;

/// <summary>Refusals have the venue's own statuses, codes and texts.
/// <see href="https://github.com/binance/binance-spot-api-docs/blob/master/errors.md"/></summary>
public sealed class ErrorTests
{
    private const string Name = @"[\w\-._&&[^a-z]]{1,50}";

    [Theory]
    [InlineData("/api/v3/depth?symbol=NOPE", -1121, "Invalid symbol.")]
    [InlineData("/api/v3/depth", -1102, "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.")]
    [InlineData("/api/v3/depth?symbol=", -1105, "Parameter 'symbol' was empty.")]
    [InlineData("/api/v3/depth?symbol=btcusdt", -1100, $"Illegal characters found in parameter 'symbol'; legal range is '^{Name}$'.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&limit=ten", -1100, "Illegal characters found in parameter 'limit'; legal range is '^[0-9]{1,20}$'.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&limit=-1", -1100, "Illegal characters found in parameter 'limit'; legal range is '^[0-9]{1,20}$'.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&limit=99999999999", -1108, "Parameter 'limit' overflowed.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&limit=0", -1130, "Data sent for parameter 'limit' is not valid.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&symbol=ETHUSDT", -1101, "Duplicate values for a parameter detected.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&levels=5", -1104, "Not all sent parameters were read; read '1' parameter(s) but was sent '2'.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&symbolStatus=OPEN", -1122, "Invalid symbolStatus.")]
    [InlineData("/api/v3/depth?symbol=BTCUSDT&symbolStatus=HALT", -1220, "The symbol's status does not match the requested symbolStatus.")]
    [InlineData("/api/v3/ping?now=1", -1101, "Too many parameters; expected '0' and received '1'.")]
    [InlineData("/api/v3/klines?symbol=BTCUSDT&interval=2d", -1120, "Invalid interval.")]
    [InlineData("/api/v3/klines?symbol=BTCUSDT&interval=1d&timeZone=15", -1130, "Data sent for parameter 'timeZone' is not valid.")]
    [InlineData("/api/v3/ticker?symbol=BTCUSDT&windowSize=60m", -1130, "Data sent for parameter 'windowSize' is not valid.")]
    [InlineData("/api/v3/ticker/24hr?symbol=BTCUSDT&type=SMALL", -1139, "Invalid ticker type.")]
    [InlineData("/api/v3/ticker/24hr?symbol=BTCUSDT&symbols=%5B%22BTCUSDT%22%5D", -1128, "Combination of optional parameters invalid.")]
    [InlineData("/api/v3/ticker/tradingDay", -1102, "Param 'symbol' or 'symbols' must be sent, but both were empty/null!")]
    [InlineData("/api/v3/ticker/price?symbols=%5B%22BTCUSDT%22,%22BTCUSDT%22%5D", -1151, "Symbol is present multiple times in the list.")]
    [InlineData("/api/v3/ticker/price?symbols=%5B%22BTCUSDT%22,%22NOPE%22%5D", -1121, "Invalid symbol.")]
    [InlineData("/api/v3/ticker/price?symbols=BTCUSDT", -1100, $"Illegal characters found in parameter 'symbols'; legal range is '^\\[(\"{Name}\"(,\"{Name}\"){{0,}}){{0,1}}\\]$'.")]
    [InlineData("/api/v3/aggTrades?symbol=BTCUSDT&fromId=1&startTime=1", -1128, "Combination of optional parameters invalid.")]
    public async Task A_call_is_refused_in_the_venues_words(string target, int code, string text)
    {
        await using var spot = new Spot();
        var (status, json) = spot.Get(target);
        Assert.Equal(400, status);
        Assert.Equal(code, json.GetProperty("code").GetInt32());
        Assert.Equal(text.Replace("{{", "{").Replace("}}", "}"), json.GetProperty("msg").GetString());
        Assert.Equal(2, json.EnumerateObject().Count());
    }

    [Theory]
    [InlineData("/api/v3/nothing", "GET", 404)]
    [InlineData("/api/v3/depth?symbol=BTCUSDT", "POST", 405)]
    [InlineData("/", "GET", 404)]
    public async Task A_path_that_there_is_not_is_answered_by_the_gateway(string target, string method, int status)
    {
        await using var spot = new Spot();
        Assert.Equal(status, spot.Get(target, method).Status);
    }

    [Theory]
    [InlineData("depth", "{\"symbol\":\"NOPE\"}", -1121)]
    [InlineData("depth", null, -1102)]
    [InlineData("depth", "{\"symbol\":\"BTCUSDT\",\"limit\":\"ten\"}", -1100)]
    [InlineData("klines", "{\"symbol\":\"BTCUSDT\",\"interval\":\"2d\"}", -1120)]
    [InlineData("no.such.method", null, -1020)]
    public async Task A_call_over_a_socket_is_refused_in_the_same_words(string method, string? arguments, int code)
    {
        await using var spot = new Spot();
        var answer = FrameClient.Connect(spot.Venue, "/ws-api/v3").Call(method, arguments, "\"abc\"");
        Assert.Equal("abc", answer.GetProperty("id").GetString());
        Assert.Equal(400, answer.GetProperty("status").GetInt32());
        Assert.Equal(code, answer.GetProperty("error").GetProperty("code").GetInt32());
        Assert.False(answer.TryGetProperty("result", out _));
    }

    [Fact]
    public async Task A_frame_that_is_no_call_is_refused()
    {
        await using var spot = new Spot();
        var client = FrameClient.Connect(spot.Venue, "/ws-api/v3");
        Assert.StartsWith("""{"id":null,"status":400,"error":{"code":-1135,"msg":"Invalid JSON Request"}""", client.Ask("garbage"));
        Assert.StartsWith("""{"id":null,"status":400,"error":{"code":-1135,""", client.Ask("""{"id":1}"""));
    }
}
