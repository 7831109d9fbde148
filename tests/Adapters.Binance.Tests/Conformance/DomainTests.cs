using System.Text;
using Adapters.Binance.Spot;
using Adapters.Catalogue;
using Adapters.Domain;

namespace Adapters.Binance.Tests.Conformance;

/// <summary>What every sample means, checked by hand: domain values where there are any, typed fields elsewhere. The
/// expectations stand in <c>domain.txt</c>, a section per sample; with <c>ADAPTERS_ACCEPT=1</c> they are written anew and
/// have to be checked by hand again.</summary>
public sealed class DomainTests
{
    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    private static readonly Dictionary<string, IReadOnlyList<string>> Expected = Read();

    public static TheoryData<string> Files => [.. Meant()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Sample_means_what_was_checked_by_hand(string file)
    {
        Assert.True(Expected.ContainsKey(file), $"{file} has no section in domain.txt");
        Assert.Equal(Expected[file], DomainText.Lines(SampleReader.Inspect(file)));
    }

    [Fact]
    public void Every_endpoint_and_channel_has_its_expectations()
    {
        if (Environment.GetEnvironmentVariable("ADAPTERS_ACCEPT") == "1")
        {
            Write();
        }

        Assert.Equal(Meant().Order(StringComparer.Ordinal), Expected.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            Catalogue.Endpoints.Where(endpoint => endpoint.Decode is not null),
            endpoint => Assert.Contains($"spot/{endpoint.Name}.json", Expected.Keys));
        Assert.All(Catalogue.Channels, channel => Assert.Contains($"spot/{channel.Name}.json", Expected.Keys));
    }

    // Answers of the WebSocket API are those of REST in an envelope; signals and acknowledgements mean nothing more.
    private static IEnumerable<string> Meant() => Samples.Names("spot")
        .Where(file => !file.Contains("/api/", StringComparison.Ordinal) && !file.Contains("/errors/", StringComparison.Ordinal)
            && SampleReader.IsDecoded(file));

    private static Dictionary<string, IReadOnlyList<string>> Read()
    {
        var sections = new Dictionary<string, IReadOnlyList<string>>();
        var lines = new List<string>();
        foreach (var line in File.Exists(ExpectationFile()) ? File.ReadAllLines(ExpectationFile()) : [])
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                sections[line[2..]] = lines = [];
            }
            else if (line.Length > 0)
            {
                lines.Add(line);
            }
        }

        return sections;
    }

    private static void Write()
    {
        var text = new StringBuilder();
        foreach (var file in Meant())
        {
            text.Append("# ").Append(file).Append('\n');
            foreach (var line in DomainText.Lines(SampleReader.Inspect(file)))
            {
                text.Append(line).Append('\n');
            }

            text.Append('\n');
        }

        File.WriteAllText(ExpectationFile(), text.ToString());
    }

    private static string ExpectationFile() => Path.Combine(
        Samples.Root, "tests", "Adapters.Binance.Tests", "Conformance", "domain.txt");
}
