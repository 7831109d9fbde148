using Adapters.Binance.Spot;
using Adapters.Testing.Samples;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>The suite that authors test their samples with sees what is wrong with one.</summary>
public sealed class SampleSuiteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("adapters-samples-").FullName;

    [Theory]
    [InlineData("GetTime.json", """{"serverTime":1700000000000,"zone":"UTC"}""", "unknown field $.zone")]
    [InlineData("GetTime.json", """{"time":1}""", "required and not there: 'serverTime'")]
    [InlineData("GetTrades.json", "[]", "it holds nothing")]
    [InlineData("trades.json", """{"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1,"s":"BTCUSDT","a":1,"p":"1","q":"1","f":1,"l":1,"T":1,"m":true,"M":true}}""", "it is a message of channel aggTrades")]
    [InlineData("trades.json", """{"stream":"x@nothing","data":{}}""", "it is no frame that the specification knows")]
    [InlineData("GetKlines.json", """[[1,"1","1","1","1","1",2,"1",1,"1","1","0"]]""", "a conversion needs 'interval'")]
    public void Problem_is_told(string name, string json, string problem)
    {
        File.WriteAllText(Path.Combine(_folder, name), json);
        var check = new SampleSuite(BinanceSpotCatalogue.Instance, _folder).Check(name);
        Assert.Contains(check.Problems, found => found.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void What_lacks_a_sample_is_listed()
    {
        File.WriteAllText(Path.Combine(_folder, "GetTime.json"), """{"serverTime":1700000000000}""");
        var suite = new SampleSuite(BinanceSpotCatalogue.Instance, _folder);
        Assert.Contains("GetDepth", suite.Missing);
        Assert.Contains("trades", suite.Missing);
        Assert.DoesNotContain("GetTime", suite.Missing);
        Assert.Empty(suite.Check("GetTime.json").Problems);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
