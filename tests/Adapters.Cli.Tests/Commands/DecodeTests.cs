using System.Text.Json;
using Adapters.Cli.Tests.Harness;

namespace Adapters.Cli.Tests.Commands;

public sealed class DecodeTests
{
    private const string Trade =
        """{"e":"trade","E":1781234567123,"s":"BTCUSDT","t":7,"p":"93120.12","q":"0.00051","T":1781234567122,"m":true,"M":true}""";

    [Fact]
    public async Task Trade_is_typed_and_unified()
    {
        var run = await ToolRun.OfAsync(Trade, ["decode", "binance", "--channel", "trades", "-"]);

        Assert.Equal(0, run.Code);
        var wire = run.Json.GetProperty("wire");
        Assert.Equal("93120.12", wire.GetProperty("price").GetString());
        Assert.True(wire.GetProperty("buyerIsMaker").GetBoolean());
        var trade = Assert.Single(run.Json.GetProperty("domain").EnumerateArray().ToArray());
        Assert.Equal("Trade", trade.GetProperty("type").GetString());
        Assert.Equal("BTCUSDT", trade.GetProperty("symbol").GetString());
        Assert.False(trade.GetProperty("resolved").GetBoolean());
        Assert.Equal("Sell", trade.GetProperty("side").GetString());
        Assert.Equal("2026-06-12T03:22:47.122Z", trade.GetProperty("time").GetString());
        Assert.False(trade.TryGetProperty("receivedAt", out _));
    }

    [Theory]
    [InlineData("--channel", "trades")]
    [InlineData("--channel", "btcusdt@trade")]
    public async Task Channel_takes_the_frame_around_its_payload_too(params string[] words)
    {
        var run = await ToolRun.OfAsync(Framed("btcusdt@trade", Trade), ["decode", "binance", .. words, "-"]);

        Assert.Equal(0, run.Code);
        Assert.Equal("trades", run.Json.GetProperty("channel").GetString());
        Assert.Equal("7", run.Json.GetProperty("domain")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Frame_of_another_channel_is_an_error()
    {
        var run = await ToolRun.OfAsync(Framed("btcusdt@trade", Trade), ["decode", "binance", "--channel", "depth", "-"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("belongs to the channel trades", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_fields_and_values_are_told_by_their_paths_in_the_whole_frame()
    {
        const string Kline =
            """{"e":"kline","E":1,"s":"A","new":1,"k":{"t":0,"T":59999,"s":"A","i":"7m","f":1,"L":2,"o":"1","c":"1","h":"1","l":"1","v":"1","n":1,"x":true,"q":"1","V":"1","Q":"1","B":"0","y":{"z":1}}}""";
        var run = await ToolRun.OfAsync(Framed("a@kline_1m", Kline), ["decode", "binance", "--frame", "-"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(["$.data.new", "$.data.k.y"], Texts(run.Json.GetProperty("unknownFields")));
        Assert.Equal(["$.data.k.i"], Texts(run.Json.GetProperty("unknownValues")));
        Assert.Equal("7m", run.Json.GetProperty("wire").GetProperty("bar").GetProperty("interval").GetString());
        Assert.Empty(run.Json.GetProperty("domain").EnumerateArray());
        Assert.Contains("no Kline: The venue's value '7m' has no counterpart in Interval.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":7,"p":"x","q":"1","T":1,"m":true}""", "$.p")]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":7,"q":"1","T":1,"m":true}""", "$")]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":7,"p":"1","q":""", "$.q")]
    [InlineData("[]", "$")]
    [InlineData("", "$")]
    public async Task Message_that_is_not_as_documented_fails_with_its_path(string message, string path)
    {
        var run = await ToolRun.OfAsync(message, ["decode", "binance", "--channel", "trades", "-", "--json"]);

        Assert.Equal(1, run.Code);
        Assert.Equal("", run.Out);
        Assert.Equal(path, run.ErrorJson.GetProperty("path").GetString());
        Assert.Equal(1, run.ErrorJson.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task Path_of_a_failure_inside_a_frame_is_that_of_the_whole_frame()
    {
        var run = await ToolRun.OfAsync(
            Framed("a@depth", """{"e":"depthUpdate","E":1,"s":"A","U":1,"u":2,"b":[["1","2"],["3",{}]],"a":[]}"""),
            ["decode", "binance", "--frame", "-"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("$.data.b[1][1]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_beyond_decimal_keeps_its_text_on_the_wire_and_fails_where_a_conversion_reads_it()
    {
        const string Huge = "0.1234567890123456789012345678901234";
        var run = await ToolRun.OfAsync(
            $$"""{"e":"trade","E":1,"s":"A","t":7,"p":"{{Huge}}","q":"1","T":1,"m":true}""",
            ["decode", "binance", "--channel", "trades", "-"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("$.p: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(Huge, run.Json.GetProperty("wire").GetProperty("price").GetString());
        Assert.Equal("$.p", run.Json.GetProperty("failures")[0].GetProperty("path").GetString());
        Assert.Empty(run.Json.GetProperty("domain").EnumerateArray());
    }

    [Theory]
    [InlineData("""{"stream":"btcusdt@somethingNew","data":{"e":"somethingNew","v":1.0}}""", "unknown", "$.v")]
    [InlineData("""{"e":"somethingNew"}""", "unknown", null)]
    [InlineData("""{"result":null,"id":7}""", "accepted", null)]
    [InlineData("""{"error":{"code":2,"msg":"no"},"id":7}""", "rejected", null)]
    public async Task Frame_without_a_channel_is_data(string frame, string kind, string? field)
    {
        var run = await ToolRun.OfAsync(frame, ["decode", "binance", "--frame", "-"]);

        Assert.Equal(0, run.Code);
        Assert.Equal(kind, run.Json.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("channel").ValueKind);
        if (field is not null)
        {
            Assert.Equal("1.0", run.Json.GetProperty("wire").GetProperty(field[2..]).GetRawText());
        }
    }

    [Fact]
    public async Task Frame_that_is_no_json_fails()
    {
        var run = await ToolRun.OfAsync("{\"stream\":", ["decode", "binance", "--frame", "-"]);

        Assert.Equal(1, run.Code);
        Assert.Contains("malformed JSON", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_is_typed_only_when_its_method_is_named()
    {
        const string Answer = """{"id":"a","status":200,"result":{"mins":5,"price":"9.35","closeTime":1}}""";
        var bare = await ToolRun.OfAsync(Answer, ["decode", "binance", "--frame", "-"]);
        var typed = await ToolRun.OfAsync(Answer, ["decode", "binance", "--frame", "--answers", "avgPrice", "-"]);

        Assert.Contains("--answers <method>", bare.Error, StringComparison.Ordinal);
        Assert.Equal(5, bare.Json.GetProperty("wire").GetProperty("mins").GetInt32());
        Assert.Equal(5, typed.Json.GetProperty("wire").GetProperty("minutes").GetInt32());
        Assert.Equal("", typed.Error);
    }

    [Fact]
    public async Task Refused_answer_tells_code_and_class()
    {
        var run = await ToolRun.OfAsync(
            """{"id":1,"status":400,"error":{"code":-1121,"msg":"Invalid symbol."}}""",
            ["decode", "binance", "--frame", "--answers", "depth", "-"]);

        Assert.Equal(0, run.Code);
        Assert.Equal("-1121", run.Json.GetProperty("code").GetString());
        Assert.Equal("UnknownSymbol", run.Json.GetProperty("class").GetString());
    }

    [Fact]
    public async Task Interval_of_candles_is_read_off_their_times_and_only_there()
    {
        var told = await ToolRun.OfAsync(Candles(1_780_000_020_000, 899_999), ["decode", "binance", "--endpoint", "GetKlines", "-"]);
        var odd = await ToolRun.OfAsync(Candles(1_780_000_020_000, 123_456), ["decode", "binance", "--endpoint", "GetKlines", "-"]);
        var given = await ToolRun.OfAsync(
            Candles(1_780_000_020_000, 123_456), ["decode", "binance", "--endpoint", "GetKlines", "--with", "interval=1h", "-"]);

        Assert.Equal("15m", told.Json.GetProperty("domain")[0].GetProperty("interval").GetString());
        Assert.Empty(odd.Json.GetProperty("domain").EnumerateArray());
        Assert.Equal(["interval"], Texts(odd.Json.GetProperty("missingArguments")));
        Assert.Contains("--with interval=", odd.Error, StringComparison.Ordinal);
        Assert.Equal("1h", given.Json.GetProperty("domain")[0].GetProperty("interval").GetString());
    }

    [Fact]
    public async Task Symbol_that_only_the_call_knows_is_null_until_it_is_given()
    {
        var bare = await ToolRun.OfAsync("decode", "binance", "--endpoint", "GetDepth", Repository.Sample("GetDepth.json"));
        var given = await ToolRun.OfAsync(
            "decode", "binance", "--endpoint", "GetDepth", "--with", "symbol=BTCUSDT", Repository.Sample("GetDepth.json"));

        Assert.Equal(JsonValueKind.Null, bare.Json.GetProperty("domain")[0].GetProperty("symbol").ValueKind);
        Assert.Equal("BTCUSDT", given.Json.GetProperty("domain")[0].GetProperty("symbol").GetString());
    }

    [Fact]
    public async Task Recorded_instruments_resolve_symbols()
    {
        var run = await ToolRun.OfAsync(
            Trade, ["decode", "binance", "--channel", "trades", "--instruments", Repository.Sample("GetExchangeInfo.json"), "-"]);

        var trade = run.Json.GetProperty("domain")[0];
        Assert.Equal("BTC/USDT", trade.GetProperty("symbol").GetString());
        Assert.Equal("BTCUSDT", trade.GetProperty("venueSymbol").GetString());
        Assert.True(trade.GetProperty("resolved").GetBoolean());
    }

    [Fact]
    public async Task Screen_gets_the_object_indented_and_a_program_one_line()
    {
        var screen = new ToolSetup { Input = Trade, Terminal = ToolSetup.Screen() };
        Assert.Contains("\n  \"wire\": {", (await ToolRun.OfAsync(screen, "decode", "binance", "--channel", "trades", "-")).Out, StringComparison.Ordinal);
        Assert.Single((await ToolRun.OfAsync(screen, "decode", "binance", "--channel", "trades", "-", "--json")).Lines);
    }

    [Fact]
    public async Task Byte_order_mark_of_a_file_is_no_part_of_the_message() =>
        Assert.Equal(0, (await ToolRun.OfAsync("\uFEFF" + Trade, ["decode", "binance", "--channel", "trades", "-"])).Code);

    private static string Framed(string topic, string payload) => $$"""{"stream":"{{topic}}","data":{{payload}}}""";

    private static string Candles(long open, long length) =>
        $"""[[{open},"1","2","0.5","1.5","10",{open + length},"15",3,"4","6","0"]]""";

    private static string[] Texts(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];
}
