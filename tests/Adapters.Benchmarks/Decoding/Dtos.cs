using System.Text.Json.Serialization;
using Newtonsoft.Json;

namespace Adapters.Benchmarks.Decoding;

// The classes that a user writes for a serialiser, once with texts and once with decimals. Newtonsoft.Json takes "e" for
// "E" where there is no property of that name, so it has one.

internal sealed class Envelope<T>
{
    [JsonPropertyName("stream"), JsonProperty("stream")]
    public string Stream { get; set; } = "";

    [JsonPropertyName("data"), JsonProperty("data")]
    public T Data { get; set; } = default!;
}

internal sealed class TradeDto<TNumber>
{
    [System.Text.Json.Serialization.JsonIgnore, JsonProperty("e")] public string Event { get; set; } = "";
    [JsonPropertyName("E"), JsonProperty("E")] public long EventTime { get; set; }
    [JsonPropertyName("s"), JsonProperty("s")] public string Symbol { get; set; } = "";
    [JsonPropertyName("t"), JsonProperty("t")] public long Id { get; set; }
    [JsonPropertyName("p"), JsonProperty("p")] public TNumber Price { get; set; } = default!;
    [JsonPropertyName("q"), JsonProperty("q")] public TNumber Quantity { get; set; } = default!;
    [JsonPropertyName("b"), JsonProperty("b")] public long? BuyerOrderId { get; set; }
    [JsonPropertyName("a"), JsonProperty("a")] public long? SellerOrderId { get; set; }
    [JsonPropertyName("T"), JsonProperty("T")] public long Time { get; set; }
    [JsonPropertyName("m"), JsonProperty("m")] public bool BuyerIsMaker { get; set; }
    [System.Text.Json.Serialization.JsonIgnore, JsonProperty("M")] public bool Unused { get; set; }
}

internal sealed class DepthDto<TNumber>
{
    [System.Text.Json.Serialization.JsonIgnore, JsonProperty("e")] public string Event { get; set; } = "";
    [JsonPropertyName("E"), JsonProperty("E")] public long Time { get; set; }
    [JsonPropertyName("s"), JsonProperty("s")] public string Symbol { get; set; } = "";
    [JsonPropertyName("U"), JsonProperty("U")] public long First { get; set; }
    [JsonPropertyName("u"), JsonProperty("u")] public long Last { get; set; }
    [JsonPropertyName("b"), JsonProperty("b")] public TNumber[][] Bids { get; set; } = [];
    [JsonPropertyName("a"), JsonProperty("a")] public TNumber[][] Asks { get; set; } = [];
}

internal sealed class TickerDto<TNumber>
{
    [System.Text.Json.Serialization.JsonIgnore, JsonProperty("e")] public string Event { get; set; } = "";
    [JsonPropertyName("E"), JsonProperty("E")] public long Time { get; set; }
    [JsonPropertyName("s"), JsonProperty("s")] public string Symbol { get; set; } = "";
    [JsonPropertyName("p"), JsonProperty("p")] public TNumber Change { get; set; } = default!;
    [JsonPropertyName("P"), JsonProperty("P")] public TNumber ChangePercent { get; set; } = default!;
    [JsonPropertyName("w"), JsonProperty("w")] public TNumber Average { get; set; } = default!;
    [JsonPropertyName("x"), JsonProperty("x")] public TNumber PreviousClose { get; set; } = default!;
    [JsonPropertyName("c"), JsonProperty("c")] public TNumber Last { get; set; } = default!;
    [JsonPropertyName("Q"), JsonProperty("Q")] public TNumber LastQuantity { get; set; } = default!;
    [JsonPropertyName("b"), JsonProperty("b")] public TNumber Bid { get; set; } = default!;
    [JsonPropertyName("B"), JsonProperty("B")] public TNumber BidQuantity { get; set; } = default!;
    [JsonPropertyName("a"), JsonProperty("a")] public TNumber Ask { get; set; } = default!;
    [JsonPropertyName("A"), JsonProperty("A")] public TNumber AskQuantity { get; set; } = default!;
    [JsonPropertyName("o"), JsonProperty("o")] public TNumber Open { get; set; } = default!;
    [JsonPropertyName("h"), JsonProperty("h")] public TNumber High { get; set; } = default!;
    [JsonPropertyName("l"), JsonProperty("l")] public TNumber Low { get; set; } = default!;
    [JsonPropertyName("v"), JsonProperty("v")] public TNumber Volume { get; set; } = default!;
    [JsonPropertyName("q"), JsonProperty("q")] public TNumber QuoteVolume { get; set; } = default!;
    [JsonPropertyName("O"), JsonProperty("O")] public long OpenTime { get; set; }
    [JsonPropertyName("C"), JsonProperty("C")] public long CloseTime { get; set; }
    [JsonPropertyName("F"), JsonProperty("F")] public long FirstId { get; set; }
    [JsonPropertyName("L"), JsonProperty("L")] public long LastId { get; set; }
    [JsonPropertyName("n"), JsonProperty("n")] public long Trades { get; set; }
}

internal sealed class KlineDto<TNumber>
{
    [System.Text.Json.Serialization.JsonIgnore, JsonProperty("e")] public string Event { get; set; } = "";
    [JsonPropertyName("E"), JsonProperty("E")] public long EventTime { get; set; }
    [JsonPropertyName("s"), JsonProperty("s")] public string Symbol { get; set; } = "";
    [JsonPropertyName("k"), JsonProperty("k")] public BarDto<TNumber> Bar { get; set; } = default!;
}

internal sealed class BarDto<TNumber>
{
    [JsonPropertyName("t"), JsonProperty("t")] public long OpenTime { get; set; }
    [JsonPropertyName("T"), JsonProperty("T")] public long CloseTime { get; set; }
    [JsonPropertyName("i"), JsonProperty("i")] public string Interval { get; set; } = "";
    [JsonPropertyName("f"), JsonProperty("f")] public long FirstId { get; set; }
    [JsonPropertyName("L"), JsonProperty("L")] public long LastId { get; set; }
    [JsonPropertyName("o"), JsonProperty("o")] public TNumber Open { get; set; } = default!;
    [JsonPropertyName("c"), JsonProperty("c")] public TNumber Close { get; set; } = default!;
    [JsonPropertyName("h"), JsonProperty("h")] public TNumber High { get; set; } = default!;
    [JsonPropertyName("l"), JsonProperty("l")] public TNumber Low { get; set; } = default!;
    [JsonPropertyName("v"), JsonProperty("v")] public TNumber Volume { get; set; } = default!;
    [JsonPropertyName("n"), JsonProperty("n")] public long Trades { get; set; }
    [JsonPropertyName("x"), JsonProperty("x")] public bool IsClosed { get; set; }
    [JsonPropertyName("q"), JsonProperty("q")] public TNumber QuoteVolume { get; set; } = default!;
    [JsonPropertyName("V"), JsonProperty("V")] public TNumber TakerVolume { get; set; } = default!;
    [JsonPropertyName("Q"), JsonProperty("Q")] public TNumber TakerQuoteVolume { get; set; } = default!;
}

internal sealed class BookTickerDto<TNumber>
{
    [JsonPropertyName("u"), JsonProperty("u")] public long Version { get; set; }
    [JsonPropertyName("s"), JsonProperty("s")] public string Symbol { get; set; } = "";
    [JsonPropertyName("b"), JsonProperty("b")] public TNumber Bid { get; set; } = default!;
    [JsonPropertyName("B"), JsonProperty("B")] public TNumber BidQuantity { get; set; } = default!;
    [JsonPropertyName("a"), JsonProperty("a")] public TNumber Ask { get; set; } = default!;
    [JsonPropertyName("A"), JsonProperty("A")] public TNumber AskQuantity { get; set; } = default!;
}
