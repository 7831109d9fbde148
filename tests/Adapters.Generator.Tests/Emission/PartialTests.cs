using Adapters.Generator.Tests.Harness;

namespace Adapters.Generator.Tests.Emission;

/// <summary>A bad member is reported and left out; the rest is emitted, so that one typo does not drown in others.</summary>
public sealed class PartialTests
{
    [Theory]
    [InlineData("    s: symbol\n    f: long first", "    s: symbol\n    bad: lnog\n    f: long first", "ADP014")]
    [InlineData("GetDeals:\n", "GetBad: { call: FETCH /deals }\n  GetDeals:\n", "ADP032")]
    [InlineData("deals: { topic: \"{symbol:lower}.deals\"", "bad: { topic: \"{symbol\", sends: Deal }\n      deals: { topic: \"{symbol:lower}.deals\"", "ADP041")]
    [InlineData("  Depth -> OrderBook: {}", "  Depth -> OrderBok: {}\n  Depth -> OrderBook: {}", "ADP014")]
    [InlineData("  GetTime: {", "  lower: { call: GET /lower }\n  GetTime: {", "ADP013")]
    [InlineData("  Listed:\n", "  Trade: { id: long key }\n  Listed:\n", "ADP023")]
    [InlineData("    i: long id\n", "    i: long? id\n", "ADP062")]
    [InlineData("    i: long id\n", "    i: lnog id\n", "ADP014")]
    [InlineData("  Deal -> Trade: { side: { buyerIsMaker: { true: Sell, false: Buy } } }", "  Deal -> Trade: {}", "ADP061")]
    [InlineData("call: GET /depth/{symbol}", "call: FETCH /depth", "ADP032")]
    [InlineData("depth: { topic: \"{symbol:lower}.depth", "depth: { topic: \"{symbol:lower.depth", "ADP041")]
    [InlineData("maxPrice: decimal? unless 0", "maxPrice: decimal? unless none", "ADP013")]
    public void The_rest_is_emitted(string good, string bad, string rule)
    {
        var text = SmallSpec.Spot.Replace(good, bad, StringComparison.Ordinal);
        Assert.NotEqual(SmallSpec.Spot, text);

        var answer = GeneratorHost.Run([SmallSpec.Files()[0], new SpecText("venue/spot/product.yaml", text)]);

        Assert.Equal(rule, Assert.Single(answer.Diagnostics).Id);
        Assert.Contains("GetDealsAsync", answer.Files["Venue.Spot.Rest.g.cs"], StringComparison.Ordinal);
        Assert.True(answer.CompilerFindings.Count == 0, string.Join("\n", answer.CompilerFindings.Take(20)));
    }

    [Fact]
    public void A_file_that_cannot_be_read_leaves_the_others()
    {
        var answer = GeneratorHost.Run([.. SmallSpec.Files(), new SpecText("venue/spot/broken.yaml", "language: 1\nrecords: [\n")]);

        Assert.Equal("ADP001", Assert.Single(answer.Diagnostics).Id);
        Assert.True(answer.CompilerFindings.Count == 0, string.Join("\n", answer.CompilerFindings.Take(20)));
    }

    [Fact]
    public void A_clock_that_a_product_lacks_is_reported()
    {
        var files = SmallSpec.Files();
        var answer = GeneratorHost.Run(files.With(files[0], files[0].Text.Replace(
            "spot: { id: venue-spot, kind: Spot }", "spot: { id: venue-spot }\n  margin: { id: venue-margin }", StringComparison.Ordinal)));

        Assert.Null(answer.Exception);
        Assert.Contains(answer.Diagnostics, found => found.Id == "ADP014"
            && found.GetMessage(System.Globalization.CultureInfo.InvariantCulture) == "There is no endpoint of margin 'GetTime'");
        Assert.Empty(answer.CompilerFindings);
    }
}
