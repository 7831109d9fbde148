using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Emission;

/// <summary>What is generated compiles at the strictest level, documentation comments included.</summary>
public sealed class CompileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_small_specification_compiles_without_a_warning(bool isServer) =>
        GeneratorHost.Run(SmallSpec.Files(), isServer).Compiles();

    [Theory]
    [InlineData("records:\n  Nothing: {}\n  Tags: { $tagged: kind }\n  None: []\nendpoints:\n  Get: { call: GET /a, returns: Nothing }\n")]
    [InlineData("records:\n  Nothing: {}\n  Tags: { $tagged: kind }\nsockets:\n  a: { url: wss://x, channels: { n: { topic: n, sends: Nothing }, t: { topic: t, sends: Tags } } }\n")]
    [InlineData("errors: { http: { 429: RateLimited } }\n")]
    [InlineData("enums:\n  Way: { $as: Side, B: Buy, S: Sell }\n  Tif: [GTC]\ngroups:\n  NewOrder: { sym: symbol, way: Way, tif: Tif }\nendpoints:\n"
        + "  Place: { call: POST /a, takes: { order: NewOrder } }\nconversions:\n  OrderRequest -> NewOrder: { sym: symbol, way: side, tif: { timeInForce: { GoodTillCancel: GTC } } }\n")]
    [InlineData("records:\n  Inner: { t: time-ms? at }\n  Line: { i: long id, s: symbol symbol, w: time-ms? since, d: decimal? done, in: Inner? inner, l: list Inner? more }\n"
        + "conversions:\n  Line -> Order: { id: id, kind: =Limit, side: { since: { present: Buy, else: Sell } },\n"
        + "    status: { inner.at: { present: Open, else: { more: { present: Filled, else: Expired } } } },\n"
        + "    filledQuantity: { done: { present: $done!, else: 0 } }, price: { inner: { present: $done } }, postOnly: { since: { present: true } },\n"
        + "    reduceOnly: { done: { present: { since: { present: false } }, else: true } } }\n")]
    public void What_is_seldom_written_compiles(string text)
    {
        var files = new[] { new SpecText("venue/exchange.yaml", "language: 1\nexchange: Venue\nproducts: { spot: { id: venue-spot } }\n" + text) };

        GeneratorHost.Run(files).Compiles();
        if (text.Contains("records", StringComparison.Ordinal)) GeneratorHost.Run(files, isServer: true).Compiles();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Binance_compiles_without_a_warning(bool isServer) =>
        GeneratorHost.Run(Repository.Spec("binance"), isServer).Compiles();
}
