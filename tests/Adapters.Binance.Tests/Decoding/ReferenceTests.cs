using System.Text;
using Adapters.Binance.Spot;
using Adapters.Generator.Model;
using Adapters.Generator.Tests.Reference;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>The comparison covers all that is decoded, and the reference reads what is said in its page.</summary>
public sealed class ReferenceTests
{
    private const int Messages = 40;

    [Fact]
    public void All_that_is_decoded_is_fuzzed()
    {
        var names = BinanceRoots.All.Select(root => root.Name).ToHashSet();
        var catalogue = BinanceSpotCatalogue.Instance;

        Assert.All(catalogue.Channels, channel => Assert.Contains("channel " + channel.Name, names));
        Assert.All(catalogue.Endpoints, call => Assert.Equal(call.Decode is not null, names.Contains("answer " + call.Name)));
        Assert.All(catalogue.Endpoints, call => Assert.Equal(call.Fails is not null, names.Contains("failure " + call.Name)));
        Assert.All(BinanceRoots.Model.Records, record => Assert.Contains("record " + record.Name, names));
        Assert.All(BinanceRoots.All.Where(root => root.IsChannel), root => Assert.NotEmpty(root.Samples));
    }

    [Fact]
    public void Every_field_case_and_tag_of_every_record_is_met()
    {
        var met = new HashSet<(string Record, string Property)>();
        foreach (var root in BinanceRoots.All.Where(root => root.IsRecord))
        {
            using var comparison = new Comparison(root);
            Assert.Null(Difference(comparison, root));
            met.UnionWith(comparison.Met);
        }

        var all = BinanceRoots.Model.Records.SelectMany(record => record.Fields
            .Select(field => (record.Name, field.Property ?? field.WireNames[0]))
            .Concat(record.Form is RecordForm.OneOf or RecordForm.Has ? [(record.Name, "Unknown")] : []));
        Assert.Empty(all.Except(met));
    }

    [Theory]
    [InlineData("""{"e":"trade","E":1764150000123,"s":"A","t":"7","p":" +1.50","q":1e-3,"T":1764150000123.5,"m":"True","x":{}}""",
        "{ EventTime 1764150000123000000 ns; Symbol \"A\"; Id 7; Price 150e-2; Quantity 1e-3; BuyerOrderId -; "
            + "SellerOrderId -; Time 1764150000123500000 ns; BuyerIsMaker true }")]
    [InlineData("""{"e":"trade","E":1,"s":"A","t":7,"t":8,"p":"79228162514264337593543950336","q":"-0.0","T":"1","m":false,"a":"","b":null}""",
        "{ EventTime 1000000 ns; Symbol \"A\"; Id 8; Price beyond 79228162514264337593543950336; Quantity 0e-1; "
            + "BuyerOrderId -; SellerOrderId -; Time 1000000 ns; BuyerIsMaker false }")]
    public void The_reference_reads_values(string json, string meaning) =>
        Assert.Equal(meaning, Read(json, "channel trades"));

    [Theory]
    [InlineData("""{"b":[["1","2"]],"e":"depthUpdate"}""", "$", "E s U u a")]
    [InlineData("""[{"b":[["1","2"]],"e":"depthUpdate"}]""", "$[0]", "E s U u a")]
    [InlineData("""{"b":[["1","2"],["x","2"]],"e":"depthUpdate"}""", "$.b[1][0]", "")]
    [InlineData("""{"b":[["1"]]}""", "$.b[0]", "")]
    [InlineData("""{"E":null}""", "$.E", "")]
    [InlineData("""{"U":1.5}""", "$.U", "")]
    [InlineData("""{"new":{"a b":[1,}""", "$.new['a b'][0]", "")]
    [InlineData("""{"U":1.5,}""", "$.U", "")]
    [InlineData("", "$", "")]
    public void The_reference_tells_the_first_problem(string json, string path, string missing)
    {
        var refusal = Assert.Throws<Refusal>(() => Read(json, "channel depth"));
        Assert.Equal((path, missing), (refusal.Path, string.Join(' ', refusal.Missing)));
    }

    private static string Read(string json, string root) =>
        new ReferenceReader(BinanceRoots.Model).Read(Encoding.UTF8.GetBytes(json), BinanceRoots.Named(root).Type);

    /// <summary>The first difference in samples and made messages.</summary>
    internal static string? Difference(Comparison comparison, FuzzRoot root)
    {
        var specification = new ReferenceReader(BinanceRoots.Model);
        var made = Enumerable.Range(0, Messages)
            .Select(round => SoundMessage.Of(root.Type, specification, new Random(round), isLoose: round % 2 == 0));
        return root.Samples.Concat(made).Select(comparison.Difference).FirstOrDefault(static found => found is not null);
    }
}
