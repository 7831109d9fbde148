using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Adapters.Benchmarks.Decoding;

/// <summary>Frames in the form, order and size that the venue documents, with values of our own. Each row has many
/// different frames, so that no branch predictor learns one by heart.</summary>
internal static partial class Payloads
{
    private const int Seed = 20261;

    private const string Trade = """
        {"stream":"btcusdt@trade","data":{"e":"trade","E":<now>,"s":"BTCUSDT","t":50<id>,"p":"<price>","q":"<quantity>",
        "T":<now>,"m":<bool>,"M":true}}
        """;

    private const string Depth = """
        {"stream":"btcusdt@depth@100ms","data":{"e":"depthUpdate","E":<now>,"s":"BTCUSDT","U":81234<id>,"u":81235<id>,
        "b":[<levels>],"a":[<levels>]}}
        """;

    private const string Ticker = """
        {"stream":"btcusdt@ticker","data":{"e":"24hrTicker","E":<now>,"s":"BTCUSDT","p":"-12<change>000000",
        "P":"-<change>","w":"<price>","x":"<price>","c":"<price>","Q":"<quantity>","b":"<price>","B":"<quantity>",
        "a":"<price>","A":"<quantity>","o":"<price>","h":"<price>","l":"<price>","v":"213<price>","q":"19991<price>",
        "O":<now>,"C":<now>,"F":50<id>,"L":51<id>,"n":22456}}
        """;

    private const string Kline = """
        {"stream":"btcusdt@kline_1m","data":{"e":"kline","E":<now>,"s":"BTCUSDT","k":{"t":<now>,"T":<now>,"s":"BTCUSDT",
        "i":"1m","f":50<id>,"L":51<id>,"o":"<price>","c":"<price>","h":"<price>","l":"<price>","v":"<quantity>","n":1873,
        "x":<bool>,"q":"11<price>","V":"<quantity>","Q":"65<price>","B":"0"}}}
        """;

    private const string BookTicker = """
        {"stream":"btcusdt@bookTicker","data":{"u":81234<id>,"s":"BTCUSDT","b":"<price>","B":"<quantity>","a":"<price>",
        "A":"<quantity>"}}
        """;

    /// <summary>All ways know their topics.</summary>
    internal static IReadOnlyList<string> Symbols { get; } = ["btcusdt", "ethusdt", "solusdt", "bnbusdt"];

    internal static byte[][] Trades(int count = 64) => Make(Trade, count);

    internal static byte[][] Depths(int levels, int count = 32) =>
        Make(Depth.Replace("<levels>", string.Join(',', Enumerable.Repeat("""["<price>","<quantity>"]""", levels)), StringComparison.Ordinal), count);

    internal static byte[][] Tickers(int count = 64) => Make(Ticker, count);

    internal static byte[][] Klines(int count = 64) => Make(Kline, count);

    internal static byte[][] BookTickers(int count = 64) => Make(BookTicker, count);

    /// <summary>The same of several symbols, mixed at random, whose prices differ in length.</summary>
    internal static byte[][] OfManySymbols(byte[][] frames)
    {
        var random = new Random(Seed);
        return Change(frames, text =>
        {
            var chosen = random.Next(Symbols.Count);
            var symbol = Symbols[chosen];
            return text.Replace(Symbols[0], symbol, StringComparison.Ordinal)
                .Replace("BTCUSDT", symbol.ToUpperInvariant(), StringComparison.Ordinal)
                .Replace("\"p\":\"93", $"\"p\":\"{"93"[..^(chosen % 2)]}", StringComparison.Ordinal)
                .Replace("\"p\":\"92", $"\"p\":\"{"92"[..^(chosen % 2)]}", StringComparison.Ordinal);
        });
    }

    /// <summary>A field that no specification knows, behind all others.</summary>
    internal static byte[][] WithTrailingField(byte[][] frames) => Change(frames, static text => text[..^2] + ",\"Y\":\"new\"}}");

    /// <summary>A field that no specification knows, before the price.</summary>
    internal static byte[][] WithMiddleField(byte[][] frames) =>
        Change(frames, static text => text.Replace(",\"p\":", ",\"Y\":\"new\",\"p\":", StringComparison.Ordinal));

    /// <summary>The order ids, which the venue sent once and sends no longer: fields that may be missing, present.</summary>
    internal static byte[][] WithOptionalFields(byte[][] frames) =>
        Change(frames, static text => text.Replace(",\"T\":", ",\"b\":88123456789,\"a\":88123456790,\"T\":", StringComparison.Ordinal));

    /// <summary>One of the two only.</summary>
    internal static byte[][] WithOneOptionalField(byte[][] frames) =>
        Change(frames, static text => text.Replace(",\"T\":", ",\"b\":88123456789,\"T\":", StringComparison.Ordinal));

    /// <summary>Blanks after commas and colons outside texts, as other writers of JSON make them.</summary>
    internal static byte[][] WithWhitespace(byte[][] frames) => Change(frames, static text =>
        text.Replace(",\"", ", \"", StringComparison.Ordinal).Replace("\":", "\": ", StringComparison.Ordinal));

    /// <summary>The payload's fields from the last to the first.</summary>
    internal static byte[][] Reversed(byte[][] frames) => Change(frames, static text =>
    {
        var frame = JsonNode.Parse(text, default(JsonNodeOptions))!.AsObject();
        var data = frame["data"]!.AsObject();
        var reversed = new JsonObject(data.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        return new JsonObject { ["stream"] = frame["stream"]!.DeepClone(), ["data"] = reversed }.ToJsonString();
    });

    private static byte[][] Change(byte[][] frames, Func<string, string> change) =>
        [.. frames.Select(frame => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(frame))))];

    private static byte[][] Make(string form, int count)
    {
        var random = new Random(Seed);
        var line = form.ReplaceLineEndings("");
        return [.. Enumerable.Range(0, count).Select(i => Encoding.UTF8.GetBytes(Place().Replace(line, place => Value(place, i))))];

        string Value(Match place, int i) => place.ValueSpan switch
        {
            "<now>" => $"{1781234567123 + (i * 37L)}",
            "<id>" => $"{12345681 + i}",
            "<price>" => $"{random.Next(92_000, 94_000)}.{random.Next(0, 100):00}000000",
            "<quantity>" => $"0.{random.Next(1, 100_000):00000}000",
            "<change>" => $"{random.Next(0, 100)}.{random.Next(10, 100)}",
            "<bool>" => random.Next(2) == 0 ? "true" : "false",
            _ => throw new InvalidOperationException($"{place} is not known."),
        };
    }

    [GeneratedRegex("<[a-z]+>")]
    private static partial Regex Place();
}
