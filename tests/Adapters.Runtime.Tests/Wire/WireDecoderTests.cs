using System.Text;
using Adapters.Domain;
using Adapters.Errors;
using Adapters.Wire;

namespace Adapters.Runtime.Tests.Wire;

public sealed class WireDecoderTests
{
    private const string Trade = """
        {"e":"trade","E":1672515782136,"s":"BNBBTC","t":12345,"p":"0.00100","q":"100","T":1672515782135,"m":true,"M":1}
        """;

    private readonly WireContext _context = new(new SymbolTable());

    [Fact]
    public void Reads_a_message_in_the_declared_order()
    {
        _context.ReceivedAt = Timestamp.FromSeconds(5);

        var trade = Decode<TradeRecord>(Trade);

        Assert.Equal(Timestamp.FromMilliseconds(1672515782136), trade.EventTime);
        Assert.Equal("BNBBTC", trade.Symbol.Name);
        Assert.Equal(12345, trade.Id);
        Assert.Equal("0.00100", trade.Price.ToString());
        Assert.Equal(100m, trade.Quantity.Value);
        Assert.True(trade.BuyerIsMaker);
        Assert.Equal(Timestamp.FromSeconds(5), trade.ReceivedAt);
    }

    [Fact]
    public void Order_white_space_escapes_and_a_list_around_it_change_nothing()
    {
        const string Text = """
            [ { "M" : null, "q":100.0, "p" : 1e-3, "\u0074":"12345", "m":"TRUE", "T":"1672515782135",
                "s":"\u0042NBBTC", "E":1672515782136, "e":"\u0074rade" } ]
            """;

        var trade = Decode<TradeRecord>(Text);

        Assert.Same(_context.Symbols.Get("BNBBTC"), trade.Symbol);
        Assert.Equal(12345, trade.Id);
        Assert.Equal(0.001m, trade.Price.Value);
        Assert.Equal(100m, trade.Quantity.Value);
        Assert.True(trade.BuyerIsMaker);
    }

    [Fact]
    public void The_last_of_two_equal_keys_wins()
    {
        var trade = Decode<TradeRecord>(Trade.Replace("\"t\":12345", "\"t\":1,\"t\":2", StringComparison.Ordinal));

        Assert.Equal(2, trade.Id);
    }

    [Fact]
    public void Borrowed_lists_hold_what_was_sent()
    {
        var text = Encoding.UTF8.GetBytes(
            """{"s":"A","U":1,"u":2,"b":[["1.5","2"],["1.4","0","more"]],"a":[],"n":"a\u00e9\"b"}""");

        var depth = WireDecoder.Decode<DepthFrame>(text, _context, "depth");

        Assert.Equal([new Level(1.5m, 2m), new Level(1.4m, 0m)], depth.Bids.ToArray());
        Assert.True(depth.Asks.IsEmpty);
        Assert.Equal("aé\"b", depth.Note.ToString());
    }

    [Theory]
    [InlineData("""{"s":"A","U":1,"u":2,"b":[["1","2"],["x","2"]],"a":[]}""", "$.b[1][0]")]
    [InlineData("""{"s":"A","U":1,"u":2,"b":[["1","2"],["3"]],"a":[]}""", "$.b[1]")]
    [InlineData("""{"s":"A","U":1,"u":2,"b":[["1","2"],["3",null]],"a":[]}""", "$.b[1][1]")]
    [InlineData("""{"s":"A","U":1.5,"u":2,"b":[],"a":[]}""", "$.U")]
    [InlineData("""{"s":"A","U":"","u":2,"b":[],"a":[]}""", "$.U")]
    [InlineData("""{"s":"A","U":1,"b":[],"a":[]}""", "$")]
    [InlineData("""{"s":"A","U":1,"u":2,"b":{},"a":[]}""", "$.b")]
    [InlineData("""{"s":"","U":1,"u":2,"b":[],"a":[]}""", "$.s")]
    [InlineData("""{"s":"\ud800","U":1,"u":2,"b":[],"a":[]}""", "$.s")]
    [InlineData("""[{"s":"A","U":1,"u":2,"b":[],"a":[]},{}]""", "$[1]")]
    [InlineData("""[{"s":"A"}]""", "$[0]")]
    [InlineData("""[{"s":"A"},7]""", "$[0]")]
    [InlineData("""7""", "$")]
    public void What_cannot_be_read_is_an_error_with_its_path(string text, string path)
    {
        var error = Assert.Throws<DecodeException>(() => DecodeDepth(text));

        Assert.Equal(path, error.Path);
        Assert.Equal("depth", error.Where);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_fields_are_named()
    {
        var error = Assert.Throws<DecodeException>(() => DecodeDepth("""{"s":"A","U":1}"""));

        Assert.Equal("required and not there: 'u', 'b', 'a'", error.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"s":"A","U":1,"u":2,"b":[],"a":[]} x""")]
    [InlineData("""{"s":"A","U":1,"u":2,"b":[],"a":[]}{}""")]
    [InlineData("""{"s":"A","U":01,"u":2,"b":[],"a":[]}""")]
    [InlineData("""{"s":"A","U":1,"u":2,"b":[],"a":[],}""")]
    [InlineData("""{"s":"A","U":1,"u":2,"b":[],"a":[],"x":NaN}""")]
    public void Malformed_text_is_an_error(string text)
    {
        var error = Assert.Throws<DecodeException>(() => DecodeDepth(text));

        Assert.Contains("malformed", error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"x\":", "}")]
    public void Nesting_without_end_is_an_error(string open, string close)
    {
        const int Depth = 10_000;
        var deep = string.Concat(Enumerable.Repeat(open, Depth)) + "1" + string.Concat(Enumerable.Repeat(close, Depth));

        Assert.Throws<DecodeException>(() => DecodeDepth(deep));
        Assert.Throws<DecodeException>(() => DecodeDepth($$"""{"s":"A","x":{{deep}}}"""));
    }

    [Fact]
    public void Text_that_is_no_utf8_is_an_error()
    {
        byte[] text = [.. """{"s":"A"""u8, 0xC3, 0x28, .. "\"}"u8];

        var error = Assert.Throws<DecodeException>(() => { WireDecoder.Decode<DepthFrame>(text, _context, "depth"); });

        Assert.Equal("$.s", error.Path);
    }

    [Fact]
    public void An_error_never_quotes_the_message()
    {
        var error = Assert.Throws<DecodeException>(() => DecodeDepth("""{"s":"A","U":"sesame"}"""));
        var malformed = Assert.Throws<DecodeException>(() => DecodeDepth("""{"s":"A","U":tsesame}"""));

        Assert.DoesNotContain("sesame", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", malformed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_accepts_a_lone_record()
    {
        var lone = WireDecoder.DecodeList<TradeRecord>(Encoding.UTF8.GetBytes(Trade), _context, "trades");
        var two = WireDecoder.DecodeList<TradeRecord>(Encoding.UTF8.GetBytes($"[{Trade},{Trade}]"), _context, "trades");

        Assert.Equal(12345, Assert.Single(lone).Id);
        Assert.Equal(2, two.Length);
    }

    [Fact]
    public void Unknown_fields_are_told_with_their_place()
    {
        var text = Encoding.UTF8.GetBytes(Trade.Replace("\"m\":", "\"new\":[{}],\"m\":", StringComparison.Ordinal));
        var observer = new PathObserver(text);
        _context.Observer = observer;

        WireDecoder.Decode<TradeRecord>(text, _context, "trades");

        Assert.Equal(["$.new"], observer.Fields);
        Assert.Empty(observer.Values);
    }

    [Fact]
    public void A_record_writes_its_fields_by_their_names()
    {
        const string Expected = """
            {"eventTime":"2022-12-31T19:43:02.136Z","symbol":"BNBBTC","id":12345,"price":"0.00100","quantity":"100",
            "time":"2022-12-31T19:43:02.135Z","buyerIsMaker":true}
            """;

        Assert.Equal(Expected.ReplaceLineEndings(""), WireWriter.ToJson(Decode<TradeRecord>(Trade)));
    }

    private T Decode<T>(string text)
        where T : IWire<T> => WireDecoder.Decode<T>(Encoding.UTF8.GetBytes(text), _context, "trades");

    private void DecodeDepth(string text) =>
        WireDecoder.Decode<DepthFrame>(Encoding.UTF8.GetBytes(text), _context, "depth");
}
