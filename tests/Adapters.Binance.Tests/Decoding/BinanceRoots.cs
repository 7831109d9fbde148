using Adapters.Binance.Spot;
using Adapters.Binance.Tests.Conformance;
using Adapters.Catalogue;
using Adapters.Generator.Binding;
using Adapters.Generator.Model;
using Adapters.Generator.Syntax;
using Adapters.Generator.Tests.Reference;

namespace Adapters.Binance.Tests.Decoding;

/// <summary>All that is decoded of Binance.</summary>
internal static class BinanceRoots
{
    private static readonly ProductCatalogue Catalogue = BinanceSpotCatalogue.Instance;

    /// <summary>The specification.</summary>
    public static ExchangeModel Model { get; } = Bind();

    /// <summary>Channels, answers, failures and records.</summary>
    public static IReadOnlyList<FuzzRoot> All { get; } =
        [.. FuzzRoot.Channels(Model, Catalogue, Payloads), .. Answers(), .. Failures(), .. FuzzRoot.Records(Model, Made)];

    /// <summary>One by its name.</summary>
    public static FuzzRoot Named(string name) => All.Single(root => root.Name == name);

    private static ExchangeModel Bind()
    {
        var root = Path.Combine(Samples.Root, "specs");
        var files = Directory.EnumerateFiles(Path.Combine(root, "binance"), "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new SpecFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)));
        return SpecBinder.Bind(files).Model ?? throw new InvalidOperationException("The specification does not bind.");
    }

    private static IEnumerable<FuzzRoot> Answers() =>
        from endpoint in Model.Endpoints
        where endpoint.Returns is not null
        let info = Catalogue.Endpoints.Single(info => info.Name == endpoint.Name)
        let samples = Samples.Names("spot").Where(file => SampleReader.EndpointOf(file)?.Name == endpoint.Name).Select(Samples.Read)
        select new FuzzRoot("answer " + endpoint.Name, endpoint.Returns!, info.Decode!, null, [.. samples], Model);

    private static IEnumerable<FuzzRoot> Failures() =>
        from endpoint in Model.Endpoints
        where endpoint.Fails is not null
        let info = Catalogue.Endpoints.Single(info => info.Name == endpoint.Name)
        select new FuzzRoot("failure " + endpoint.Name, endpoint.Fails!.With, info.Fails!.Decode, null, [], Model);

    private static Type Made(RecordModel record) => typeof(BinanceSpotCatalogue).Assembly
        .GetType($"Adapters.Binance{(record.Scope is null ? "" : ".Spot")}.{record.Name}", throwOnError: true)!;

    private static List<byte[]> Payloads(string channel) => Samples.Names("spot")
        .Where(static file => !file.Contains("/errors/", StringComparison.Ordinal) && SampleReader.EndpointOf(file) is null)
        .Select(SampleReader.Frame).Where(reading => reading.Channel?.Name == channel)
        .Select(static reading => reading.Payload.ToArray()).ToList();
}
