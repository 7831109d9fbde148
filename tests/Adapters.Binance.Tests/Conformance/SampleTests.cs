using Adapters.Binance.Spot;
using Adapters.Testing.Samples;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>Every endpoint and channel has a sample as the venue documents it, and decodes it completely.</summary>
public sealed class SampleTests
{
    private static readonly SampleSuite Suite =
        new(BinanceSpotCatalogue.Instance, SampleSuite.Find("specs/binance/samples/spot"));

    private static readonly Dictionary<string, string> Arguments = new() { ["symbol"] = "BTCUSDT", ["interval"] = "1m" };

    public static TheoryData<string> Names => [.. Suite.Names];

    [Fact]
    public void Everything_has_a_sample() => Assert.Empty(Suite.Missing);

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_decodes_completely(string name) => Assert.Empty(Suite.Check(name, Arguments).Problems);
}
